import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AnyRecord } from "../../shared/estimate/record.ts";
import { PROTOCOL, type PullRequest, type PullResponse, SCHEMA } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import { pull } from "../sync/pull.ts";
import {
  areaFields,
  colleague,
  customerFields,
  estimateFields,
  maria,
  NOW,
  stranger,
  TABLET,
} from "../sync/testing/estimate-fixtures.ts";
import { advanceHorizon, DORMANT_AFTER_MS } from "./dormancy.ts";
import { estimateIdOf, nextRevision, putRecords, recordsOfEstimate } from "./records.ts";
import { openStore, type Store } from "./store.ts";

/** Partial replication: which estimates a tablet is given, and that it never holds half of one. */

const DAY = 24 * 60 * 60 * 1000;

let store: Store;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
});
afterEach(() => store.close());

type Row = Omit<AnyRecord, "rev" | "updatedBy">;

const put = (rows: readonly Row[], day = 0, on = store, companyId = maria.companyId) =>
  on.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: maria.userId, now: NOW + day * DAY };
    await putRecords(tx, companyId, rows, stamp);
    return stamp.rev;
  });

const estimate = (id: string, estimatorId: string | null = null, title = ""): Row => ({
  entity: "estimate",
  id,
  fields: { ...estimateFields, estimatorId, title },
  deleted: false,
});
const area = (estimateId: string, id: string, name = ""): Row => ({
  entity: "area",
  id,
  fields: { ...areaFields, estimateId, name },
  deleted: false,
});
const customer: Row = { entity: "customer", id: "c1", fields: customerFields, deleted: false };

async function ask(
  part: Partial<PullRequest>,
  { as = maria, limit = 1000, on = store }: { as?: Identity; limit?: number; on?: Store } = {},
): Promise<PullResponse> {
  const envelope = { protocol: PROTOCOL, schema: SCHEMA, build: "t", clientId: TABLET, epoch: 1 };
  const result = await pull(on, as, { ...envelope, cursor: 0, horizon: null, ...part }, limit);
  if (!result.ok) throw new Error(result.error);
  return result.response;
}
const idsOf = ({ records }: PullResponse): string[] => records.map(({ id }) => id).toSorted();
const horizonNow = async (): Promise<number> =>
  (await store.db.selectFrom("clock").select("horizon_rev").executeTakeFirstOrThrow()).horizon_rev;

describe("the horizon", () => {
  test("moves to the first estimate touched in the last 90 days", async () => {
    await put([estimate("old")], 0);
    const fresh = await put([estimate("fresh")], 91);
    await advanceHorizon(store, NOW + 91 * DAY);
    expect(await horizonNow()).toBe(fresh);
  });

  test("stays before an estimate that was touched exactly 90 days ago", async () => {
    const rev = await put([estimate("e1")], 0);
    await advanceHorizon(store, NOW + DORMANT_AFTER_MS);
    expect(await horizonNow()).toBe(rev);
    await advanceHorizon(store, NOW + DORMANT_AFTER_MS + 1);
    expect(await horizonNow()).toBe(rev + 1);
  });

  test("never goes back, whatever the clock says", async () => {
    await put([estimate("e1")], 0);
    await advanceHorizon(store, NOW + 400 * DAY);
    const far = await horizonNow();
    await advanceHorizon(store, NOW - 400 * DAY);
    expect(await horizonNow()).toBe(far);
  });

  test("an estimate made once everything lies dormant is fresh", async () => {
    await put([estimate("old")], 0);
    await advanceHorizon(store, NOW + 400 * DAY);
    await put([estimate("new"), area("new", "a1")], 400);
    expect(idsOf(await ask({}))).toEqual(["a1", "new"]);
  });
});

describe("a tablet that starts anew", () => {
  beforeEach(async () => {
    await put([customer], 0);
    await put([estimate("dormant"), area("dormant", "a1")], 0);
    await put([estimate("mine", maria.userId), area("mine", "a2")], 0);
    await put([estimate("fresh"), area("fresh", "a3")], 100);
    await advanceHorizon(store, NOW + 100 * DAY);
  });

  test("is given what is fresh, its user's own however old, and all that belongs to no estimate", async () => {
    expect(idsOf(await ask({}))).toEqual(["a2", "a3", "c1", "fresh", "mine"]);
    expect(idsOf(await ask({}, { as: colleague }))).toEqual(["a3", "c1", "fresh"]);
  });

  test("is told the horizon, and how many records live at the server only when it starts over (R9)", async () => {
    const first = await ask({});
    expect(first).toMatchObject({ reset: false, living: null, horizon: await horizonNow() });
    expect(await ask({ epoch: null })).toMatchObject({ reset: true, living: 7 });
  });

  test("that knows no horizon is given everything, as before schema 3", async () => {
    const { horizon, ...older } = { horizon: undefined, cursor: 0 };
    expect((await ask({ ...older, horizon })).records).toHaveLength(7);
  });

  test("that holds everything (horizon 0) goes on holding everything", async () => {
    const answer = await ask({ horizon: 0 });
    expect(answer.records).toHaveLength(7);
    expect(answer.horizon).toBe(0);
  });

  test("gets an estimate that it asks for whole, and an unknown one as nothing", async () => {
    const answer = await ask({ cursor: 4, horizon: 4, want: ["dormant", "nowhere", "dormant"] });
    expect(idsOf(answer)).toEqual(["a1", "dormant"]);
    expect(answer.wanted).toEqual(["dormant", "nowhere"]);
  });

  test("gets nothing of another company's estimate, and cannot tell it from a missing one", async () => {
    await put([estimate("secret")], 100, store, stranger.companyId);
    const { cursor } = await ask({});
    const [theirs, missing] = [
      await ask({ cursor, want: ["secret"] }),
      await ask({ cursor, want: ["nowhere"] }),
    ];
    expect(theirs.records).toEqual([]);
    expect({ ...theirs, wanted: [] }).toEqual({ ...missing, wanted: [] });
  });

  test("keeps the horizon it began with while its first pages come", async () => {
    const first = await ask({}, { limit: 1 });
    await put([estimate("later")], 300);
    await advanceHorizon(store, NOW + 300 * DAY);
    expect(await horizonNow()).toBeGreaterThan(first.horizon);
    const { horizon } = await ask({ cursor: first.cursor, horizon: first.horizon });
    expect(horizon).toBe(first.horizon);
  });

  test("that starts over takes the horizon of today, whatever it says", async () => {
    expect((await ask({ epoch: 7, horizon: 0 })).horizon).toBe(await horizonNow());
  });
});

describe("a dormant estimate", () => {
  beforeEach(async () => {
    await put([estimate("e1"), area("e1", "a1")], 0);
    await put([area("e1", "a2")], 1);
    await advanceHorizon(store, NOW + 100 * DAY);
  });

  test("wakes whole with the first change: every tablet is given all of it", async () => {
    const { cursor, horizon } = await ask({});
    expect(cursor).toBe(2);
    await put([area("e1", "a2", "Den")], 100);
    expect(idsOf(await ask({ cursor, horizon }))).toEqual(["a1", "a2", "e1"]);
  });

  test("that has woken is not sent whole with every change", async () => {
    await put([area("e1", "a2", "Den")], 100);
    const { cursor, horizon } = await ask({});
    await put([area("e1", "a2", "Study")], 100);
    expect(idsOf(await ask({ cursor, horizon }))).toEqual(["a2"]);
  });

  test("goes to whom it is assigned", async () => {
    const { cursor, horizon } = await ask({}, { as: colleague });
    await put([estimate("e1", colleague.userId)], 100);
    await put([customer], 500);
    await advanceHorizon(store, NOW + 500 * DAY);
    expect(idsOf(await ask({ cursor, horizon }, { as: colleague }))).toEqual([
      "a1",
      "a2",
      "c1",
      "e1",
    ]);
    expect(idsOf(await ask({}, { as: colleague }))).toEqual(["a1", "a2", "c1", "e1"]);
    expect(idsOf(await ask({}, { as: maria }))).toEqual(["c1"]);
  });

  test("of another company with the same id does not wake with it", async () => {
    await put([estimate("e1")], 0, store, stranger.companyId);
    const before = (await ask({})).cursor;
    await put([area("e1", "a9")], 100, store, stranger.companyId);
    expect((await ask({ cursor: before })).records).toEqual([]);
  });
});

/** One tablet of the property: what it was sent, and where it stands. */
interface Replica {
  readonly identity: Identity;
  cursor: number;
  epoch: number | null;
  horizon: number | null;
  want: readonly string[];
  readonly records: Map<string, AnyRecord>;
}

const ESTIMATES = ["e1", "e2", "e3"];
const people = [maria, colleague];
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      estimate: fc.nat(2),
      part: fc.nat(3),
      deleted: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("assign" as const),
      estimate: fc.nat(2),
      to: fc.nat(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.nat(200) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("advance" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("page" as const), tablet: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("want" as const),
      tablet: fc.nat(2),
      estimate: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("begin" as const), tablet: fc.nat(2) }) },
);

const newReplica = (number: number): Replica => ({
  identity: people[number % 2] ?? maria,
  cursor: 0,
  epoch: null,
  horizon: null,
  want: [],
  records: new Map(),
});

/** Takes one page as a tablet does. @returns whether more wait. */
async function takePage(replica: Replica, on: Store): Promise<boolean> {
  const { cursor, epoch, horizon, want, identity } = replica;
  const answer = await ask(
    { cursor, epoch, horizon, want: [...want] },
    { as: identity, limit: 2, on },
  );
  if (answer.reset) replica.records.clear();
  for (const record of answer.records) replica.records.set(`${record.entity} ${record.id}`, record);
  replica.cursor = answer.cursor;
  replica.epoch = answer.epoch;
  replica.horizon = answer.horizon;
  replica.want = want.filter((id) => !answer.wanted.includes(id));
  return answer.more;
}

const byKey = (records: Iterable<AnyRecord>) =>
  Object.fromEntries(
    [...records].map(({ entity, id, fields, deleted }) => [`${entity} ${id}`, { fields, deleted }]),
  );

const estimateAt = (index: number): string => ESTIMATES[index] ?? "e1";

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface World {
  readonly on: Store;
  readonly replicas: Replica[];
  day: number;
}

async function perform(world: World, doing: Step): Promise<void> {
  const { on, replicas, day } = world;
  switch (doing.do) {
    case "wait":
      world.day += doing.days;
      return;
    case "advance":
      return advanceHorizon(on, NOW + day * DAY);
    case "edit": {
      const id = estimateAt(doing.estimate);
      const name = `${day}`;
      const row =
        doing.part === 0 ? estimate(id, null, name) : area(id, `${id}a${doing.part}`, name);
      await put([{ ...row, deleted: doing.deleted }], day, on);
      return;
    }
    case "assign":
      await put([estimate(estimateAt(doing.estimate), people[doing.to]?.userId ?? null)], day, on);
      return;
    case "begin":
      replicas[doing.tablet] = newReplica(doing.tablet);
      return;
    case "want": {
      const replica = replicas[doing.tablet];
      if (replica) replica.want = [...new Set([...replica.want, estimateAt(doing.estimate)])];
      return;
    }
    case "page": {
      const replica = replicas[doing.tablet];
      if (replica) await takePage(replica, on);
    }
  }
}

/** Pulls to the end and holds the replica against the server. @returns how many estimates it holds, and leaves out. */
async function expectWhole(replica: Replica, on: Store): Promise<{ held: number; absent: number }> {
  while ((await takePage(replica, on)) || replica.want.length > 0);
  const counts = { held: 0, absent: 0 };
  for (const id of ESTIMATES) {
    const server = await on.read((tx) => recordsOfEstimate(tx, maria.companyId, id));
    const here = [...replica.records.values()].filter(
      (record) => estimateIdOf(record.entity, record.id, record.fields) === id,
    );
    if (here.length > 0) {
      counts.held += 1;
      expect(byKey(here)).toEqual(byKey(server));
    } else if (server.length > 0) {
      counts.absent += 1;
      const touch = await on.db
        .selectFrom("estimate_touch")
        .selectAll()
        .where("estimate_id", "=", id)
        .executeTakeFirstOrThrow();
      expect(touch.touched_rev).toBeLessThan(replica.horizon ?? 0);
      expect(touch.estimator_id).not.toBe(replica.identity.userId);
    }
  }
  return counts;
}

test("every tablet holds each estimate whole, as the server has it, or not at all (I4, I5)", async () => {
  let held = 0;
  let absent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
      const on = await openStore({ directory: ":memory:" });
      try {
        const world: World = { on, replicas: [0, 1, 2].map(newReplica), day: 0 };
        for (const doing of steps) await perform(world, doing);
        for (const replica of world.replicas) {
          const counts = await expectWhole(replica, on);
          held += counts.held;
          absent += counts.absent;
        }
      } finally {
        await on.close();
      }
    }),
    { numRuns: 80 },
  );
  // Both were met often enough to have been looked at.
  expect(Math.min(held, absent)).toBeGreaterThan(3);
}, 120_000);
