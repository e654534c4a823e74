import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scalar } from "../estimate/entities.ts";
import type { RecordOf } from "../estimate/record.ts";
import {
  type Choice,
  isCarriedOut,
  isHonest,
  readResolution,
  resolutionOperations,
  wantedOf,
} from "./conflict-resolution.ts";
import { applyOperation, type Operation, type RecordState } from "./operations.ts";

const conflictWith = (part: Partial<RecordOf<"conflict">>): RecordOf<"conflict"> => ({
  id: "k1",
  estimateId: "e1",
  entity: "area",
  entityId: "a1",
  field: "name",
  base: '"Living room"',
  theirs: '"Den"',
  mine: '"Study"',
  mutationId: "m1",
  authorName: "Sam Lee",
  state: "open",
  authorAt: null,
  theirsName: "",
  theirsAt: null,
  values: "[]",
  resolution: null,
  resolvedBy: "",
  resolvedAt: null,
  ...part,
});
const living = (fields: RecordState["fields"], deleted = false): RecordState => ({
  fields,
  deleted,
});

/** What a conflict can be about, with a record as it may stand by now. */
const scalar = fc.oneof(
  fc.constantFrom<Scalar>("Den", "Study", "", 0, 1, true, null),
  fc.string({ maxLength: 5 }),
);
const state = fc.record({
  fields: fc.record({ name: scalar, note: scalar }),
  deleted: fc.boolean(),
});
const conflict = fc.oneof(
  scalar.map((mine) => conflictWith({ field: "name", mine: JSON.stringify(mine) })),
  scalar.map((note) =>
    conflictWith({ field: "*", mine: JSON.stringify({ note }), theirs: "null" }),
  ),
  fc.constant(conflictWith({ field: "*", mine: "null", theirs: '{"name":"Den"}' })),
);
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.constantFrom<Choice>({ keep: "mine" }, { keep: "theirs" }),
  scalar.map((value): Choice => ({ keep: "other", value })),
);

/** Applies operations as the server does, each to its own record. */
function afterwards(before: RecordState, operations: readonly Operation[]): RecordState {
  let standing = before;
  for (const operation of operations) {
    if (operation.entity === "conflict") continue;
    const result = applyOperation(standing, operation);
    if (result.outcome === "applied") standing = result.state;
    else expect(result.outcome).toBe("noop");
  }
  return standing;
}

describe("a settled conflict (I7)", () => {
  test("is closed exactly once, and no other is: whatever was chosen, the server takes it", () => {
    let possible = 0;
    fc.assert(
      fc.property(conflict, state, choice, (about, standing, chosen) => {
        const operations = resolutionOperations(about, standing, chosen);
        if (operations === null) {
          expect([chosen.keep, about.field]).toEqual(["other", "*"]);
          return;
        }
        possible += 1;
        const closed = operations.filter(({ entity }) => entity === "conflict");
        expect(closed.map(({ id }) => id)).toEqual(["k1", "k1", "k1"]);
        const sent = readResolution(operations);
        expect(sent).toMatchObject({
          conflictId: "k1",
          resolution: chosen.keep,
          seen: about.mine,
        });
        expect(sent !== null && isHonest(sent, about)).toBe(true);
        expect(sent !== null && isCarriedOut(sent, about, standing)).toBe(true);
      }),
    );
    expect(possible).toBeGreaterThan(20);
  });

  test("leaves standing what was chosen", () => {
    fc.assert(
      fc.property(conflict, state, choice, (about, standing, chosen) => {
        const operations = resolutionOperations(about, standing, chosen);
        fc.pre(operations !== null);
        const after = afterwards(standing, operations);
        const wanted = wantedOf(about);
        if (chosen.keep === "theirs") expect(after).toEqual(standing);
        else if (wanted?.kind === "removal") expect(after.deleted).toBe(true);
        else {
          const value = wanted?.kind === "value" ? { name: wanted.value } : wanted?.fields;
          const kept = chosen.keep === "other" ? { name: chosen.value } : value;
          expect(after).toEqual({ deleted: false, fields: { ...standing.fields, ...kept } });
        }
      }),
    );
  });

  test("changes nothing but its own record, and of it nothing but what it is about", () => {
    const foreign = fc.constantFrom<Operation>(
      { op: "set", entity: "area", id: "a2", field: "name", from: "x", to: "Study" },
      { op: "set", entity: "area", id: "a1", field: "doors", from: 1, to: 2 },
      { op: "set", entity: "estimate", id: "a1", field: "name", from: "x", to: "Study" },
      { op: "set", entity: "conflict", id: "k2", field: "state", from: "open", to: "resolved" },
      { op: "add", entity: "area", id: "a1", fields: {} },
    );
    fc.assert(
      fc.property(
        conflict,
        state,
        choice,
        foreign,
        fc.nat(9),
        (about, standing, chosen, more, at) => {
          const operations = resolutionOperations(about, standing, chosen);
          fc.pre(operations !== null);
          const index = Math.min(2 + at, operations.length);
          const sent = readResolution(operations.toSpliced(index, 0, more));
          expect(sent !== null && isHonest(sent, about)).toBe(false);
        },
      ),
    );
  });
});

describe("what is sent as a resolution", () => {
  const close: Operation = {
    op: "set",
    entity: "conflict",
    id: "k1",
    field: "state",
    from: "open",
    to: "resolved",
  };
  const choose: Operation = { ...close, field: "resolution", from: null, to: "mine" };
  test.each<[string, readonly Operation[]]>([
    ["nothing", []],
    ["half of it", [close]],
    ["its halves the other way round", [choose, close]],
    ["a reopening", [{ ...close, from: "resolved", to: "open" }, choose]],
    ["two conflicts at once", [close, { ...choose, id: "k2" }]],
    ["a second one behind it", [close, choose, { ...close, id: "k2" }]],
    [
      "a word of its own about what was seen",
      [close, choose, { ...close, field: "mine", to: "x" }],
    ],
    ["a choice over another", [close, { ...choose, from: "theirs" }]],
    ["a choice nobody has", [close, { ...choose, to: "both" }]],
    ["a removal", [{ op: "remove", entity: "conflict", id: "k1", seen: {} }, choose]],
  ])("is not %s", (_what, operations) => {
    expect(readResolution(operations)).toBeNull();
  });
});

describe("a conflict that this build cannot read", () => {
  test.each(["{", "[1]", '{"note":{"deep":1}}'])(
    "with %s as its value is wanted by nobody",
    (mine) => {
      expect(wantedOf({ field: "name", mine })).toBeNull();
      expect(wantedOf({ field: "*", mine })).toBeNull();
      const about = conflictWith({ mine });
      expect(resolutionOperations(about, living({ name: "Den" }), { keep: "mine" })).toBeNull();
      expect(resolutionOperations(about, living({ name: "Den" }), { keep: "theirs" })).toHaveLength(
        3,
      );
    },
  );

  test("about a record that is not here, or an entity of later, can still be left as it stands", () => {
    expect(resolutionOperations(conflictWith({}), undefined, { keep: "mine" })).toBeNull();
    const later = conflictWith({ entity: "photo" });
    expect(resolutionOperations(later, living({ name: "Den" }), { keep: "mine" })).toBeNull();
    expect(resolutionOperations(later, undefined, { keep: "theirs" })).toHaveLength(3);
  });
});

describe("a value that does not stand any more is not carried out by closing alone", () => {
  const sent = { conflictId: "k1", resolution: "mine" as const, seen: null, change: [] };
  test.each<[string, RecordState, boolean]>([
    ["stands", living({ name: "Study" }), true],
    ["was changed since", living({ name: "Hall" }), false],
    ["went with its record", living({ name: "Study" }, true), false],
  ])("%s", (_what, standing, carriedOut) => {
    expect(isCarriedOut(sent, conflictWith({}), standing)).toBe(carriedOut);
  });

  test("but a value that is set on what was removed meanwhile clashes, and is kept", () => {
    const set = {
      op: "set",
      entity: "area",
      id: "a1",
      field: "name",
      from: "Den",
      to: "Study",
    } as const;
    const standing = living({ name: "Den" }, true);
    expect(isCarriedOut({ ...sent, change: [set] }, conflictWith({}), standing)).toBe(true);
  });
});
