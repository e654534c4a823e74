import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fields } from "../../shared/estimate/entities.ts";
import { asRecordOf, type AnyRecord, type RecordOf } from "../../shared/estimate/record.ts";
import { type Choice, resolutionOperations } from "../../shared/sync/conflict-resolution.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { nextRevision, putRecord } from "../store/records.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  areaFields,
  boss,
  colleague,
  maria,
  mutation,
  NOW,
  OTHER_TABLET,
  registerPeople,
  seedBook,
  setField,
  stranger,
  uuid,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

/** Two people named the same room; a third settles it. */

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await seedBook(store);
  await registerPeople(store);
  await server.push([mutation(1, 1, [addCustomer, addEstimate, addArea])]);
});
afterEach(() => store.close());

const theirTablet = { as: colleague, tablet: OTHER_TABLET } as const;
const naming = (from: string, to: string): Operation => setField("area", "a1", "name", from, to);

/** Maria's "Den" stands, Sam's "Study" is kept. */
async function disagree(): Promise<void> {
  await server.push([mutation(2, 2, [naming("Living room", "Den")], "area.edit")]);
  await server.push([mutation(3, 1, [naming("Living room", "Study")], "area.edit")], theirTablet);
}

const records = async (): Promise<readonly AnyRecord[]> => (await server.pull()).records;
const conflicts = async (): Promise<RecordOf<"conflict">[]> =>
  (await records()).flatMap(
    ({ entity, id, fields }) => (entity === "conflict" && asRecordOf(entity, id, fields)) || [],
  );
const theOne = async (): Promise<RecordOf<"conflict">> => {
  const [conflict] = await conflicts();
  if (!conflict) throw new Error("no conflict");
  return conflict;
};
const area = async (): Promise<AnyRecord | undefined> =>
  (await records()).find(({ id }) => id === "a1");
const nameNow = async () => (await area())?.fields["name"];

async function settling(choice: Choice): Promise<Operation[]> {
  const standing = await area();
  const operations = resolutionOperations(await theOne(), standing, choice);
  if (!operations) throw new Error("not possible");
  return [...operations];
}
const resolve = async (operations: Operation[], number = 50, seq = 3) =>
  (await server.push([mutation(number, seq, operations, "conflict.resolve")])).results[0];

describe("a conflict says who and when", () => {
  beforeEach(disagree);

  test("both values, both people, both times (R7)", async () => {
    expect(await theOne()).toMatchObject({
      base: '"Living room"',
      theirs: '"Den"',
      mine: '"Study"',
      values: '["Study"]',
      authorName: "Sam Lee",
      authorAt: "2026-06-01T15:00:00.000Z",
      theirsName: "Maria Ortiz",
      theirsAt: new Date(NOW).toISOString(),
      state: "open",
      resolution: null,
    });
  });

  test("a chain of its author's edits is one conflict that keeps every value (I6)", async () => {
    await server.push([mutation(4, 2, [naming("Study", "Office")], "area.edit")], theirTablet);
    await server.push([mutation(5, 3, [naming("Office", "Attic")], "area.edit")], theirTablet);
    expect(await conflicts()).toMatchObject([
      { mine: '"Attic"', values: '["Study","Office","Attic"]', state: "open" },
    ]);
  });

  test("two values of one edit that continue the same one are both kept (I6)", async () => {
    const twice = [naming("Study", "Office"), naming("Study", "Attic")];
    await server.push([mutation(4, 2, twice)], theirTablet);
    const kept = (await conflicts()).map(({ values }) => values).join(" ");
    for (const value of ["Study", "Office", "Attic"]) expect(kept).toContain(value);
  });

  test("one from before schema 3 keeps its value when it is extended (I6)", async () => {
    const { id, ...fields } = await theOne();
    const older: Fields<"conflict"> = { ...fields, values: "[]" };
    await store.write(async (tx) => {
      const stamp = { rev: await nextRevision(tx), updatedBy: colleague.userId, now: NOW };
      const record = { entity: "conflict" as const, id, fields: older, deleted: false };
      await putRecord(tx, maria.companyId, record, stamp);
    });
    await server.push([mutation(4, 2, [naming("Study", "Office")], "area.edit")], theirTablet);
    expect((await theOne()).values).toBe('["Study","Office"]');
  });
});

describe("settling", () => {
  beforeEach(disagree);

  test.each<[string, Choice, string]>([
    ["mine", { keep: "mine" }, "Study"],
    ["theirs", { keep: "theirs" }, "Den"],
    ["another value", { keep: "other", value: "Snug" }, "Snug"],
  ])("with %s closes exactly this one, says who and when (I7)", async (_what, choice, name) => {
    expect(await resolve(await settling(choice))).toMatchObject({ outcome: "applied" });
    expect(await nameNow()).toBe(name);
    expect(await conflicts()).toMatchObject([
      {
        state: "resolved",
        resolution: choice.keep,
        resolvedBy: "Maria Ortiz",
        resolvedAt: new Date(NOW).toISOString(),
        values: '["Study"]',
      },
    ]);
  });

  test("by two people at once: the second is refused, and what the first chose stands (I7)", async () => {
    const mine = await settling({ keep: "mine" });
    const theirs = await settling({ keep: "theirs" });
    expect(await resolve(mine)).toMatchObject({ outcome: "applied" });
    const { results } = await server.push(
      [mutation(51, 2, theirs, "conflict.resolve")],
      theirTablet,
    );
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "conflict_settled" });
    expect(await nameNow()).toBe("Study");
    expect(await theOne()).toMatchObject({ resolution: "mine", resolvedBy: "Maria Ortiz" });
  });

  test("delivered twice is settled once (I2)", async () => {
    const operations = await settling({ keep: "mine" });
    await resolve(operations);
    const before = await records();
    expect(await resolve(operations)).toMatchObject({ outcome: "duplicate", reason: null });
    expect(await records()).toEqual(before);
  });

  test("on top of a change nobody saw keeps the choice in a conflict of its own (I6)", async () => {
    const operations = await settling({ keep: "mine" });
    await server.push([mutation(4, 2, [naming("Den", "Hall")], "area.edit")], theirTablet);
    expect(await resolve(operations)).toMatchObject({ outcome: "conflict" });
    expect(await nameNow()).toBe("Hall");
    expect(await conflicts()).toMatchObject([
      { state: "resolved" },
      { state: "open", theirs: '"Hall"', mine: '"Study"', authorName: "Maria Ortiz" },
    ]);
  });

  test("by its author with a made-up `from` does not open it again (I7)", async () => {
    const { id } = await theOne();
    const closing = [
      setField("conflict", id, "state", "open", "resolved"),
      setField("conflict", id, "resolution", null, "other"),
    ];
    const operations = [...closing, naming("Study", "Office")];
    await server.push([mutation(51, 2, operations, "conflict.resolve")], theirTablet);
    expect(await conflicts()).toMatchObject([
      { id, state: "resolved", values: '["Study"]' },
      { state: "open", mine: '"Office"' },
    ]);
  });

  test("for a value that stood when it was chosen, and no longer does, is refused (I7)", async () => {
    await server.push([mutation(4, 2, [naming("Den", "Study")], "area.edit")], theirTablet);
    const operations = await settling({ keep: "mine" });
    expect(operations).toHaveLength(3);
    await server.push([mutation(5, 3, [naming("Study", "Hall")], "area.edit")], theirTablet);
    expect(await resolve(operations)).toMatchObject({ reason: "conflict_settled" });
    expect(await theOne()).toMatchObject({ state: "open" });
  });

  test.each<Choice>([{ keep: "mine" }, { keep: "theirs" }, { keep: "other", value: "Hall" }])(
    "by somebody who has not seen what its author wants by now is refused (I6): $keep",
    async (choice) => {
      const operations = await settling(choice);
      await server.push([mutation(4, 2, [naming("Study", "Office")], "area.edit")], theirTablet);
      expect(await resolve(operations)).toMatchObject({ reason: "conflict_settled" });
      expect(await theOne()).toMatchObject({ state: "open", mine: '"Office"' });
      expect(await nameNow()).toBe("Den");
    },
  );

  test("by a tablet that does not say what it saw is refused where it shows (I6)", async () => {
    const operations = await settling({ keep: "mine" });
    const silent = operations.filter(
      (operation) => !("field" in operation && operation.field === "mine"),
    );
    await server.push([mutation(4, 2, [naming("Study", "Office")], "area.edit")], theirTablet);
    expect(await resolve(silent)).toMatchObject({ reason: "conflict_settled" });
  });

  test("of a removed room brings it back with what its author had typed", async () => {
    await resolve(await settling({ keep: "theirs" }));
    const seen = { ...areaFields, name: "Den" };
    await server.push([
      mutation(6, 4, [{ op: "remove", entity: "area", id: "a1", seen }], "area.remove"),
    ]);
    await server.push(
      [mutation(7, 2, [setField("area", "a1", "note", "", "dog")], "area.edit")],
      theirTablet,
    );
    const open = (await conflicts()).find(({ state }) => state === "open");
    expect(open).toMatchObject({ field: "*", theirs: "null", theirsName: "Maria Ortiz" });
    const operations = open && resolutionOperations(open, await area(), { keep: "mine" });
    expect(await resolve([...(operations ?? [])], 52, 5)).toMatchObject({ outcome: "applied" });
    expect(await area()).toMatchObject({ deleted: false, fields: { name: "Den", note: "dog" } });
  });
});

describe("a resolution that is refused whole, and changes nothing", () => {
  beforeEach(disagree);

  test.each<[string, (id: string) => Operation[], string]>([
    ["a conflict that is not there", () => closingOf("nowhere", "theirs"), "missing_record"],
    ["mine that changes nothing", (id) => closingOf(id, "mine"), "conflict_settled"],
    [
      "theirs that changes something",
      (id) => [...closingOf(id, "theirs"), naming("Den", "Study")],
      "invalid_field",
    ],
    [
      "mine with another value",
      (id) => [...closingOf(id, "mine"), naming("Den", "Mine now")],
      "invalid_field",
    ],
    [
      "a second record",
      (id) => [
        ...closingOf(id, "mine"),
        naming("Den", "Study"),
        setField("estimate", "e1", "title", "Living room", "x"),
      ],
      "invalid_field",
    ],
    [
      "another field of it",
      (id) => [...closingOf(id, "other"), setField("area", "a1", "note", "", "x")],
      "invalid_field",
    ],
    [
      "its own words in the conflict",
      (id) => [...closingOf(id, "theirs"), setField("conflict", id, "mine", '"Study"', '"x"')],
      "invalid_field",
    ],
    [
      "a signature of its own",
      (id) => [...closingOf(id, "theirs"), setField("conflict", id, "resolvedBy", "", "Pat Bell")],
      "invalid_field",
    ],
    ["half of it", (id) => closingOf(id, "theirs").slice(0, 1), "invalid_field"],
    [
      "the opening of one",
      (id) => [setField("conflict", id, "state", "resolved", "open")],
      "invalid_field",
    ],
  ])("%s", async (_what, operations, reason) => {
    const before = await records();
    const { id } = await theOne();
    expect(await resolve(operations(id))).toMatchObject({ outcome: "rejected", reason });
    expect(await records()).toEqual(before);
  });

  test("by a painter, or of another company's conflict", async () => {
    const operations = await settling({ keep: "theirs" });
    const before = await records();
    const painter = { ...boss, role: "painter" as const };
    const asked = mutation(60, 1, operations, "conflict.resolve");
    const byPainter = await server.push([asked], { as: painter, tablet: uuid(0xb1) });
    expect(byPainter.results[0]).toMatchObject({ reason: "forbidden" });
    const byStranger = await server.push([asked], { as: stranger, tablet: uuid(0xb2) });
    expect(byStranger.results[0]).toMatchObject({ reason: "missing_record" });
    expect(await records()).toEqual(before);
  });

  test("under any other name a conflict is the server's", async () => {
    const operations = await settling({ keep: "theirs" });
    const { results } = await server.push([mutation(60, 3, operations, "area.edit")]);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "server_field" });
    expect(await theOne()).toMatchObject({ state: "open" });
  });
});

const closingOf = (id: string, keep: string): Operation[] => [
  setField("conflict", id, "state", "open", "resolved"),
  setField("conflict", id, "resolution", null, keep),
];
