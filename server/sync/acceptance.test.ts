import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assembleEstimate } from "../../shared/estimate/estimate.ts";
import { type AnyFields, type AnyRecord, asRecordOf } from "../../shared/estimate/record.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { price } from "../../shared/pricing/price.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { ACCEPTED_ESTIMATE } from "../outbox/jobs.ts";
import { claimDue } from "../outbox/outbox.ts";
import { ensureCompany } from "../store/companies.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  addArea,
  addCustomer,
  colleague,
  estimateFields,
  maria,
  mutation,
  NOW,
  OTHER_TABLET,
  setField,
  surfaceFields,
  uuid,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

let store: Store;
let server: TestApp;

const walls: AnyFields = {
  ...surfaceFields,
  substrate: examplePriceBook.substrates[0]?.key ?? "",
};
const fields = { ...estimateFields, priceBookId: examplePriceBook.id };
/** Late in the evening in Ohio: the day there is the one before that in UTC. */
const AT = "2026-06-02T02:00:00.000Z";
const DAY = "2026-06-01";

beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await store.write((tx) => ensureCompany(tx, { id: maria.companyId, name: "B", now: NOW }));
  const addWalls: Operation = { op: "add", entity: "surface", id: "s1", fields: walls };
  const addIt: Operation = { op: "add", entity: "estimate", id: "e1", fields };
  await server.push([mutation(1, 1, [addCustomer]), mutation(2, 2, [addIt, addArea, addWalls])]);
});
afterEach(() => store.close());

const find = (records: readonly AnyRecord[], id: string): AnyFields =>
  records.find((record) => record.id === id)?.fields ?? {};

/** What a tablet that sees the same records computes. */
async function totalOf(key: string): Promise<number> {
  const { records } = await server.pull();
  const estimate = asRecordOf("estimate", "e1", find(records, "e1"));
  const area = asRecordOf("area", "a1", find(records, "a1"));
  const surface = asRecordOf("surface", "s1", find(records, "s1"));
  if (!estimate || !area || !surface) throw new Error("the estimate is not whole");
  const priced = price(assembleEstimate(estimate, [area], [surface], [], DAY), examplePriceBook);
  return priced.options.find((option) => option.key === key)?.totalCents ?? Number.NaN;
}

const accept = (option: string, total: number): Operation[] => [
  setField("estimate", "e1", "status", "draft", "accepted"),
  setField("estimate", "e1", "acceptedOption", null, option),
  setField("estimate", "e1", "acceptedTotal", null, total),
  setField("estimate", "e1", "acceptedAt", null, AT),
  setField("estimate", "e1", "acceptedOn", null, DAY),
];
const reopen = (option: string, total: number): Operation[] => [
  setField("estimate", "e1", "status", "accepted", "draft"),
  setField("estimate", "e1", "acceptedOption", option, null),
  setField("estimate", "e1", "acceptedTotal", total, null),
  setField("estimate", "e1", "acceptedAt", AT, null),
  setField("estimate", "e1", "acceptedOn", DAY, null),
];
const moved = (field: string, from: string | number, to: string | number): Operation[] => [
  setField("estimate", "e1", field, from, to),
];
const option = examplePriceBook.options[0]?.key ?? "";
const jobs = () => claimDue(store, { kinds: [ACCEPTED_ESTIMATE], now: NOW, leaseMs: 1, limit: 9 });
const estimateNow = async (): Promise<AnyFields> => find((await server.pull()).records, "e1");

describe("accepting", () => {
  test("at the total that the server finds too: agreed, and queued for Salesforce with it", async () => {
    const total = await totalOf(option);
    const { results } = await server.push([
      mutation(3, 3, accept(option, total), "estimate.accept"),
    ]);
    expect(results[0]).toMatchObject({ outcome: "applied" });
    expect(await estimateNow()).toMatchObject({
      status: "accepted",
      acceptedTotal: total,
      acceptedOn: DAY,
      crmState: "waiting",
    });
    const [job, ...more] = await jobs();
    expect(more).toEqual([]);
    expect(job).toMatchObject({ company_id: maria.companyId, kind: ACCEPTED_ESTIMATE, key: "e1" });
    expect(JSON.parse(job?.payload ?? "")).toEqual({
      estimateId: "e1",
      mutationId: uuid(3),
      userId: maria.userId,
    });
  });

  test("delivered again queues nothing again", async () => {
    const accepted = mutation(3, 3, accept(option, await totalOf(option)), "estimate.accept");
    await server.push([accepted]);
    await server.push([accepted]);
    const sameValues = mutation(4, 4, accepted.operations, "estimate.accept");
    const { results } = await server.push([sameValues]);
    expect(results[0]).toMatchObject({ outcome: "noop" });
    expect(await jobs()).toHaveLength(1);
  });

  test.each([
    ["another total", (total: number) => accept(option, total + 1), "total_differs"],
    ["an option nobody offers", (total: number) => accept("superb", total), "not_priceable"],
    ["a part of it", (total: number) => accept(option, total).slice(0, 3), "invalid_field"],
    ["no day", (total: number) => accept(option, total).slice(0, 4), "invalid_field"],
    [
      "a day that was over everywhere",
      (total: number) => [
        ...accept(option, total).slice(0, 4),
        setField("estimate", "e1", "acceptedOn", null, "2026-05-31"),
      ],
      "invalid_field",
    ],
  ])("%s is refused whole", async (_what, operations, reason) => {
    const total = await totalOf(option);
    const refused = mutation(3, 3, operations(total), "estimate.accept");
    expect((await server.push([refused])).results[0]).toMatchObject({
      outcome: "rejected",
      reason,
    });
    expect(await estimateNow()).toEqual(fields);
    expect(await jobs()).toEqual([]);
  });

  test("what cannot be priced is refused", async () => {
    const total = await totalOf(option);
    const { results } = await server.push([
      mutation(3, 3, [setField("area", "a1", "length", "12'6\"", "")]),
      mutation(4, 4, accept(option, total), "estimate.accept"),
    ]);
    expect(results[1]).toMatchObject({ outcome: "rejected", reason: "not_priceable" });
  });

  test("what another tablet changed meanwhile is refused, because the total differs", async () => {
    const total = await totalOf(option);
    await server.push([mutation(20, 1, [setField("area", "a1", "length", "12'6\"", "40")])], {
      as: colleague,
      tablet: OTHER_TABLET,
    });
    const { results } = await server.push([
      mutation(3, 3, accept(option, total), "estimate.accept"),
    ]);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "total_differs" });
  });
});

describe("an estimate that two people do not agree about (R7, I7)", () => {
  const theirTablet = { as: colleague, tablet: OTHER_TABLET } as const;
  let total: number;
  beforeEach(async () => {
    await server.push([mutation(3, 3, moved("title", "Living room", "Den"))]);
    await server.push([mutation(4, 1, moved("title", "Living room", "Study"))], theirTablet);
    total = await totalOf(option);
  });

  test("is not accepted, and nothing goes to Salesforce", async () => {
    const { results } = await server.push([
      mutation(5, 4, accept(option, total), "estimate.accept"),
    ]);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "open_conflicts" });
    expect(await estimateNow()).toMatchObject({ status: "draft", acceptedTotal: null });
    expect(await jobs()).toEqual([]);
  });

  test.each([1, 2])(
    "is refused to a tablet of schema %i for a reason that it knows",
    async (schema) => {
      const accepting = [mutation(5, 4, accept(option, total), "estimate.accept")];
      const { results } = await server.push(accepting, { schema });
      expect(results[0]).toMatchObject({ outcome: "rejected", reason: "not_priceable" });
      const again = await server.push(accepting, { schema });
      expect(again.results[0]).toMatchObject({ outcome: "duplicate", reason: "not_priceable" });
    },
  );

  test("is accepted once that is settled", async () => {
    const conflict = (await server.pull()).records.find(({ entity }) => entity === "conflict");
    const id = conflict?.id ?? "";
    const settle = [
      setField("conflict", id, "state", "open", "resolved"),
      setField("conflict", id, "resolution", null, "theirs"),
    ];
    const { results } = await server.push([
      mutation(5, 4, settle, "conflict.resolve"),
      mutation(6, 5, accept(option, total), "estimate.accept"),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
  });
});

describe("an accepted estimate", () => {
  let total: number;
  beforeEach(async () => {
    total = await totalOf(option);
    await server.push([mutation(3, 3, accept(option, total), "estimate.accept")]);
  });

  test.each<[string, Operation]>([
    ["its own fields", setField("estimate", "e1", "title", "Living room", "x")],
    ["its rooms", setField("area", "a1", "length", "12'6\"", "40")],
    ["a new room", { ...addArea, id: "a2" }],
    ["its surfaces", { op: "remove", entity: "surface", id: "s1", seen: walls }],
  ])("stays as it was agreed: %s", async (_what, operation) => {
    const { results } = await server.push([mutation(4, 4, [operation])]);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "estimate_accepted" });
  });

  test("is not accepted a second time with another option", async () => {
    const second = mutation(4, 4, accept("best", total), "estimate.accept");
    const { results } = await server.push([second]);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "estimate_accepted" });
    expect((await estimateNow())["acceptedOption"]).toBe(option);
  });

  test.each<[string, (better: number) => Operation[]]>([
    [
      "another option",
      (better) => [
        ...moved("acceptedOption", option, "better"),
        ...moved("acceptedTotal", total, better),
      ],
    ],
    ["another day", () => moved("acceptedAt", AT, "2020-01-01T00:00:00.000Z")],
  ])("is not moved to %s without being reopened", async (_what, operations) => {
    await jobs();
    const before = await estimateNow();
    const side = mutation(4, 4, operations(await totalOf("better")), "estimate.accept");
    const { results } = await server.push([side]);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "estimate_accepted" });
    expect(await estimateNow()).toEqual(before);
  });

  test("reopened is a draft again, and what waited for Salesforce is withdrawn", async () => {
    const { results } = await server.push([
      mutation(4, 4, reopen(option, total), "estimate.reopen"),
      mutation(5, 5, [setField("area", "a1", "length", "12'6\"", "13")]),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
    expect(await estimateNow()).toEqual(fields);
    expect(await jobs()).toEqual([]);
    const again = await totalOf(option);
    await server.push([mutation(6, 6, accept(option, again), "estimate.accept")]);
    expect(await jobs()).toHaveLength(1);
  });

  test("accepted anew meanwhile is not reopened by somebody who saw the first acceptance", async () => {
    const edit = setField("area", "a1", "length", "12'6\"", "40");
    await server.push([
      mutation(4, 4, reopen(option, total), "estimate.reopen"),
      mutation(5, 5, [edit]),
    ]);
    const again = await totalOf(option);
    await server.push([mutation(6, 6, accept(option, again), "estimate.accept")]);
    const late = mutation(20, 1, reopen(option, total), "estimate.reopen");
    const { results } = await server.push([late], { as: colleague, tablet: OTHER_TABLET });
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "estimate_accepted" });
    expect(await estimateNow()).toMatchObject({ status: "accepted", acceptedTotal: again });
  });

  test("is not half reopened", async () => {
    const half = mutation(4, 4, reopen(option, total).slice(0, 2), "estimate.reopen");
    const { results } = await server.push([half]);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "invalid_field" });
    expect((await estimateNow())["status"]).toBe("accepted");
  });
});
