import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnyFields, AnyRecord } from "../../shared/estimate/record.ts";
import type { Mutation } from "../../shared/sync/mutation.ts";
import { type Operation, overlayOperation } from "../../shared/sync/operations.ts";
import { SCHEMA } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { quickKinds } from "../store/testing/store-kinds.ts";
import { pull } from "./pull.ts";
import { push } from "./push.ts";
import {
  addArea,
  areaFields,
  addCustomer,
  addEstimate,
  colleague,
  maria,
  mutation,
  NOW,
  pushOf,
  seedBook,
  setField,
  uuid,
} from "./testing/estimate-fixtures.ts";

/**
 * Histories of two tablets that edit the same room while deliveries are cut, repeated and unanswered, and
 * the invariants of docs/sync.md checked on what the server holds afterwards.
 */

interface Tablet {
  readonly identity: Identity;
  readonly clientId: string;
  /** All it ever made; `sent` says how many of them it knows to be on the server. */
  readonly made: Mutation[];
  sent: number;
  cursor: number;
  readonly shadow: Map<string, AnyRecord>;
}

const tabletOf = (identity: Identity, number: number): Tablet => ({
  identity,
  clientId: uuid(0xa0 + number),
  made: [],
  sent: 0,
  cursor: 0,
  shadow: new Map(),
});

const fields = ["name", "note"] as const;
const step = fc.record({
  tablet: fc.constantFrom(0, 1),
  action: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("edit", "edit twice") },
    { weight: 1, arbitrary: fc.constantFrom("remove", "restore") },
    { weight: 3, arbitrary: fc.constantFrom("push", "push again from 1") },
    { weight: 3, arbitrary: fc.constant("pull") },
  ),
  field: fc.constantFrom(...fields),
  count: fc.integer({ min: 1, max: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The room as this tablet shows it: what the server said, and its own unsent wishes on top. */
function viewOf(tablet: Tablet): { fields: AnyFields; deleted: boolean } | undefined {
  const known = tablet.shadow.get("a1");
  let state = known && { fields: known.fields, deleted: known.deleted };
  for (const { operations } of tablet.made.slice(tablet.sent))
    for (const operation of operations)
      if (operation.id === "a1") state = overlayOperation(state, operation);
  return state;
}

let made = 100;

function make(tablet: Tablet, operations: Operation[]): void {
  made += 1;
  tablet.made.push(mutation(made, tablet.made.length + 1, operations));
}

function edit(tablet: Tablet, field: (typeof fields)[number]): void {
  const view = viewOf(tablet);
  const from = view?.fields[field];
  if (view === undefined || view.deleted || from === undefined) return;
  make(tablet, [setField("area", "a1", field, from, `value ${made + 1}`)]);
}

async function act(store: Store, tablet: Tablet, { action, field, count }: Step): Promise<void> {
  const view = viewOf(tablet);
  switch (action) {
    case "edit twice":
      edit(tablet, field);
      edit(tablet, field);
      return;
    case "edit":
      edit(tablet, field);
      return;
    case "remove":
      if (view) make(tablet, [{ op: "remove", entity: "area", id: "a1", seen: view.fields }]);
      return;
    case "restore":
      if (view) make(tablet, [{ op: "restore", entity: "area", id: "a1" }]);
      return;
    case "pull":
      await pullInto(store, tablet);
      return;
    case "push":
      await deliver(store, tablet, tablet.sent, tablet.sent + count);
      return;
    case "push again from 1":
      await deliver(store, tablet, 0, tablet.sent + count);
  }
}

/** A tablet learns from a pull only that its mutations arrived: every answer to a push is lost. */
async function deliver(store: Store, tablet: Tablet, from: number, to: number): Promise<void> {
  const { identity, clientId, made: all } = tablet;
  await push(store, identity, pushOf(all.slice(from, to), clientId), NOW);
}

async function pullInto(store: Store, tablet: Tablet): Promise<void> {
  const envelope = { protocol: 1, schema: SCHEMA, build: "", clientId: tablet.clientId, epoch: 1 };
  for (;;) {
    const request = { ...envelope, cursor: tablet.cursor };
    const result = await pull(store, tablet.identity, request, 2);
    if (!result.ok) throw new Error(result.error);
    const { response } = result;
    expect(response.from).toBe(tablet.cursor);
    for (const record of response.records) tablet.shadow.set(record.id, record);
    tablet.cursor = response.cursor;
    tablet.sent = response.lastSeq;
    expect(response.lastId).toBe(tablet.made[response.lastSeq - 1]?.id ?? null);
    if (!response.more) return;
  }
}

/** Runs a history to its end: everything delivered, everything pulled. */
async function run(store: Store, steps: readonly Step[]): Promise<readonly Tablet[]> {
  made = 100;
  const first = tabletOf(maria, 1);
  const second = tabletOf(colleague, 2);
  await seedBook(store);
  make(first, [addCustomer, addEstimate, addArea]);
  await push(store, maria, pushOf(first.made, first.clientId), NOW);
  await pullInto(store, first);
  await pullInto(store, second);
  for (const next of steps) await act(store, next.tablet === 0 ? first : second, next);
  for (const tablet of [first, second])
    await push(store, tablet.identity, pushOf(tablet.made, tablet.clientId), NOW);
  for (const tablet of [first, second]) await pullInto(store, tablet);
  return [first, second];
}

const history = fc.array(step, { minLength: 5, maxLength: 60 });

const order = ({ rev }: { rev: number | null }): number => rev ?? 0;

// PgBouncer passes on what Postgres does; push.test.ts and pull.test.ts run behind it.
describe.each(quickKinds.slice(0, 2))("on $name", { timeout: 60_000 }, (kind) => {
  async function check(
    property: (store: Store, tablets: readonly Tablet[]) => Promise<void>,
    numRuns = 60,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const store = await kind.fresh();
        try {
          await property(store, await run(store, steps));
        } finally {
          await store.close();
        }
      }),
      { numRuns: kind.runs(numRuns) },
    );
  }

  const logOf = (store: Store) =>
    store.db.selectFrom("mutation").selectAll().orderBy("rev").orderBy("seq").execute();

  test("each mutation is in the log once, however often it was delivered; a tablet's without gaps (I3)", () =>
    check(async (store, tablets) => {
      const log = await logOf(store);
      for (const { clientId, made: all } of tablets) {
        const own = log
          .filter((row) => row.client_id === clientId)
          .toSorted((one, other) => one.seq - other.seq);
        expect(own.map(({ seq, id }) => [seq, id])).toEqual(all.map(({ seq, id }) => [seq, id]));
      }
      expect(log).toHaveLength(tablets.reduce((sum, { made: all }) => sum + all.length, 0));
    }));

  test("repeating every delivery once everything has arrived changes nothing (I2)", () =>
    check(async (store, tablets) => {
      const records = () => store.db.selectFrom("record").selectAll().execute();
      const before = await records();
      for (const { identity, made: all, clientId } of tablets)
        for (const one of all) await push(store, identity, pushOf([one], clientId), NOW);
      expect(await records()).toEqual(before);
    }));

  test("what a tablet pulled piece by piece is what the server holds (I4)", () =>
    check(async (store, tablets) => {
      const rows = await store.db.selectFrom("record").selectAll().execute();
      const held = new Map(rows.map(({ id, rev, fields: text }) => [id, [rev, JSON.parse(text)]]));
      for (const { shadow } of tablets)
        expect(new Map([...shadow].map(([id, { rev, fields: all }]) => [id, [rev, all]]))).toEqual(
          held,
        );
    }));

  test("no value is silently overwritten: it stands, was seen by who replaced it, or is in a conflict (I6)", () =>
    check(async (store, tablets) => {
      const records = [...(tablets[0]?.shadow.values() ?? [])];
      const area = records.find(({ id }) => id === "a1");
      const kept = records
        .filter(({ entity }) => entity === "conflict")
        .map(({ fields: conflict }) => String(conflict["mine"]));
      const operations = (await logOf(store)).flatMap(({ body }): Operation[] => JSON.parse(body));
      const sets = operations.filter((operation) => operation.op === "set");
      for (const { field, to } of sets) {
        const standing = area?.fields[field] === to;
        const seen = sets.some((other) => other.field === field && other.from === to);
        const inConflict = kept.some((text) => text.includes(JSON.stringify(to)));
        expect({ to, known: standing || seen || inConflict }).toEqual({ to, known: true });
      }
    }, 150));

  test("nothing was removed by somebody who had not seen it: the removal is in a conflict instead (I6)", () =>
    check(async (store) => {
      const log = await logOf(store);
      const conflicts = await store.db
        .selectFrom("record")
        .select("id")
        .where("entity", "=", "conflict")
        .execute();
      const kept = new Set(conflicts.map(({ id }) => id));
      const standing: Record<string, unknown> = { ...areaFields };
      for (const { id, outcome, body } of log.toSorted((one, other) => order(one) - order(other))) {
        const operations: Operation[] = JSON.parse(body);
        for (const operation of operations) {
          if (outcome === "applied" && operation.op === "set")
            standing[operation.field] = operation.to;
          if (operation.op !== "remove") continue;
          if (outcome === "applied") expect(operation.seen).toEqual(standing);
          else expect(outcome === "noop" || kept.has(`${id}-0`)).toBe(true);
        }
      }
    }));
});
