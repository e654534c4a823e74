import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsOf } from "../../../shared/text/folded-words.ts";
import { editCustomer } from "../actions/edit-customer.ts";
import { removeEstimate } from "../actions/remove-estimate.ts";
import { writeState } from "../database.ts";
import type { Local } from "../local.ts";
import { applyPull, pullPosition } from "../replica/apply-pull.ts";
import { offerBatch } from "../replica/offer.ts";
import { plainCustomer, plainEstimate } from "../testing/plain-records.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { pullAnswer } from "../testing/pull-answer.ts";
import { serverRecord, startEstimate, valueOf } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { searchTokens } from "./customers.ts";
import {
  countEstimates,
  type Filter,
  filters,
  findEstimates,
  type Sought,
} from "./find-estimates.ts";

const names = ["María Peña", "Penny Lane", "Oakley & Sons", "Seán O'Brien", ""];
const streets = ["12 Oak Street", "1420 Peña Blvd", "77 Third St", ""];
const phones = ["(415) 555-0142", "775.555.0199", ""];
const texts = [
  "",
  "p",
  "pena",
  "PEÑA oak",
  "o'b",
  "oak 12",
  "5550",
  "415 555",
  "st",
  "zzz",
  "maria st",
  "s o",
];
const DAY = 86_400_000;

const estimateFields = (customer: number, street: string, days: number, accepted: boolean) =>
  plainEstimate({
    customerId: `c${customer}`,
    street,
    createdAt: new Date(Date.UTC(2026, 4, 4, 8) - days * DAY).toISOString(),
    status: accepted ? "accepted" : "draft",
  });

const step = fc.oneof(
  fc.record({
    entity: fc.constant("customer" as const),
    number: fc.nat(3),
    fields: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...phones))
      .map(([name, phone]) => plainCustomer({ name, phone })),
    deleted: fc.boolean(),
    pulled: fc.boolean(),
  }),
  fc.record({
    entity: fc.constant("estimate" as const),
    number: fc.nat(9),
    fields: fc
      .tuple(fc.nat(3), fc.constantFrom(...streets), fc.nat(3), fc.boolean())
      .map(([customer, street, days, accepted]) =>
        estimateFields(customer, street, days, accepted),
      ),
    deleted: fc.boolean(),
    pulled: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(
  local: Local,
  { entity, number, fields, deleted, pulled }: Step,
): Promise<void> {
  const id = `${entity.charAt(0)}${number}`;
  if (!pulled) return writeState(local.database, { entity, id }, { fields, deleted });
  const records = [{ ...serverRecord(entity, id, fields), deleted }];
  const outcome = await applyPull(
    local,
    await pullPosition(local),
    pullAnswer({ records, from: (await readSyncMeta(local.database)).cursor }),
  );
  expect(outcome.outcome).toBe("applied");
}

/** What is sought, by looking at every estimate there is. */
async function naively(
  { database, now }: Local,
  { text, filter }: Sought,
): Promise<readonly string[]> {
  const midnight = new Date(now()).setHours(0, 0, 0, 0);
  const [estimates, customers, outbox] = await Promise.all([
    database.estimate.toArray(),
    database.customer.toArray(),
    database.outbox.toArray(),
  ]);
  const passes: Record<Filter, (row: (typeof estimates)[number]) => boolean> = {
    all: () => true,
    today: ({ createdAt }) => Date.parse(createdAt) >= midnight,
    draft: ({ status }) => status === "draft",
    accepted: ({ status }) => status === "accepted",
    waiting: ({ id }) => outbox.some((row) => row.estimateId === id && row.state !== "answered"),
  };
  const has = (row: (typeof estimates)[number], token: string): boolean => {
    const whose = customers.find(({ id }) => id === row.customerId);
    const spoken = [whose?.name ?? "", row.title, row.street, row.city].flatMap(wordsOf);
    const digits = (whose?.phone ?? "").replaceAll(/\D/g, "");
    // Every tail of three digits or more begins with a part of the number; also with its first digit alone.
    const tails = Array.from(digits, (_, start) => digits.slice(start)).slice(0, -2);
    return [...spoken, ...tails].some((word) => word.startsWith(token));
  };
  return estimates
    .filter((row) => passes[filter](row) && searchTokens(text).every((token) => has(row, token)))
    .toSorted(
      (one, other) =>
        Date.parse(other.createdAt) - Date.parse(one.createdAt) || (one.id < other.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

const ids = async (local: Local, sought: Sought, limit: number, common?: number) =>
  (await findEstimates(local, sought, limit, common)).rows.map(({ estimate }) => estimate.id);

test("whatever was written in whatever way and order, a search finds what a look at every estimate finds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...filters)), {
        minLength: 4,
        maxLength: 8,
      }),
      fc.constantFrom(0, 2, 1000),
      async (steps, questions, common) => {
        const local = await createTablet().open();
        for (const each of steps) await take(local, each);
        for (const [text, filter] of questions) {
          const expected = await naively(local, { text, filter });
          expect(await ids(local, { text, filter }, 100, common)).toEqual(expected);
          const page = await findEstimates(local, { text, filter }, 2, common);
          expect(page.rows.map(({ estimate }) => estimate.id)).toEqual(expected.slice(0, 2));
          expect(page.isAll).toBe(expected.length <= 2);
        }
        const counts = await countEstimates(local);
        for (const filter of filters)
          expect(counts[filter]).toBe((await naively(local, { text: "", filter })).length);
        // Nothing is listed that is not there.
        expect(await local.database.listed.count()).toBe(await local.database.estimate.count());
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test("an edit of the customer, here or pulled under edits of ours, is found at once; a removed estimate is not", async () => {
  const local = await createTablet().open();
  const id = await startEstimate(local);
  const customerId = (await local.database.estimate.get(id))?.customerId ?? "";
  const find = (text: string) => ids(local, { text, filter: "all" }, 50);
  expect(await find("pena")).toEqual([id]);
  valueOf(await editCustomer(local, customerId, "name", "Zoë Müller"));
  expect([await find("muller"), await find("zoe reno")]).toEqual([[id], [id]]);
  const fields = plainCustomer({ name: "María Peña", phone: "530 448 7001" });
  await applyPull(
    local,
    await pullPosition(local),
    pullAnswer({ records: [serverRecord("customer", customerId, fields)] }),
  );
  // The server's copy lies under ours.
  expect(await find("muller")).toEqual([id]);
  valueOf(await removeEstimate(local, id));
  expect(await find("muller")).toEqual([]);
});

test("an estimate waits until the server has answered for it", async () => {
  const local = await createTablet().open();
  const id = await startEstimate(local);
  const waiting = () => ids(local, { text: "", filter: "waiting" }, 50);
  expect(await waiting()).toEqual([id]);
  await offerBatch(local);
  expect(await waiting()).toEqual([id]);
  await local.database.outbox.toCollection().modify({ state: "answered" });
  expect(await waiting()).toEqual([]);
});

test("a server that starts over leaves nothing in the list but what it sends", async () => {
  const local = await createTablet().open();
  await take(local, {
    entity: "estimate",
    number: 1,
    fields: estimateFields(1, "12 Oak Street", 0, false),
    deleted: false,
    pulled: true,
  });
  expect(await ids(local, { text: "oak", filter: "all" }, 50)).toEqual(["e1"]);
  const outcome = await applyPull(
    local,
    await pullPosition(local),
    pullAnswer({ reset: true, epoch: 2, records: [] }),
  );
  expect(outcome.outcome).toBe("applied");
  expect(await ids(local, { text: "oak", filter: "all" }, 50)).toEqual([]);
});
