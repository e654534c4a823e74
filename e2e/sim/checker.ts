import type { DatabaseSync } from "node:sqlite";
import { serverFields } from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { MutationName } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { upcastOperations } from "../../shared/sync/upcast-operations.ts";
import type { Observation, Violation } from "./observation.ts";
import {
  dormantFor,
  estimateOf,
  type LoggedMutation,
  readClock,
  readMutationLog,
  readRecords,
  readVersions,
  type Version,
} from "./server-truth.ts";
import { asText, shadowsOf, tombstonesOf, viewOf } from "./tablet-rows.ts";
import type { SimulatedTablet } from "./tablet.ts";

/** What a history has come to, when everybody has had the time to hear everything. */
export interface Ending {
  readonly database: DatabaseSync;
  readonly tablets: readonly SimulatedTablet[];
  readonly observation: Observation;
  /** The revision the history began with: what stood then is not asked for a reason. */
  readonly since: number;
}

/** Holds the invariants of design A4 against the end of a history. */
export function violationsOf(ending: Ending): readonly Violation[] {
  const log = readMutationLog(ending.database);
  const versions = readVersions(ending.database);
  return [
    ...missingEdits(ending, log),
    ...logOrder(log),
    ...misunderstood(log),
    ...differences(ending),
    ...replay(log, versions, readRecords(ending.database), ending.since),
    ...settlements(log, versions),
  ];
}

/** I1, I11 and R8: every edit a screen called saved is in the log as it was made, or refused and in the tray. */
function missingEdits(
  { observation, tablets }: Ending,
  log: readonly LoggedMutation[],
): readonly Violation[] {
  const logged = new Map(log.map((mutation) => [mutation.id, mutation]));
  const trays = new Map(tablets.map((tablet) => [tablet, trayOf(tablet)]));
  return [...observation.saved.values()].flatMap(({ id, tablet, name, operations }) => {
    if (observation.lost.has(id)) return [];
    const inTray = trays.get(tablet)?.has(id) ?? false;
    const mutation = logged.get(id);
    const what = `${name} ${JSON.stringify(operations)}`;
    if (!mutation)
      return inTray
        ? []
        : [{ invariant: "I1", what: `${tablet.name} had saved this, and nobody has it: ${what}` }];
    if (mutation.body !== JSON.stringify(operations))
      return [{ invariant: "I1", what: `the log has ${mutation.body} for ${what}` }];
    if (mutation.outcome === "rejected" && !inTray && !observation.offTablet.has(id))
      return [
        {
          invariant: "I1",
          what: `refused (${mutation.reason}), and not in the tray of ${tablet.name}: ${what}`,
        },
      ];
    return [];
  });
}

const trayOf = ({ disk }: SimulatedTablet): ReadonlySet<string> =>
  new Set(
    disk
      .rows("rejected")
      .map((row) => (typeof row === "object" && row !== null && "id" in row ? String(row.id) : "")),
  );

/** What only a broken tablet would be refused with; those of a history are whole, and of builds that were released. */
const dishonest: ReadonlySet<string> = new Set([
  "invalid_field",
  "server_field",
  "acceptance_only",
]);

const misunderstood = (log: readonly LoggedMutation[]): readonly Violation[] =>
  log
    .filter(({ reason }) => reason !== null && dishonest.has(reason))
    .map(({ name, reason, schema, body }) => ({
      invariant: "wire",
      what: `${name} of schema ${schema} is refused as ${reason}: ${body}`,
    }));

/** I3: each tablet's mutations stand in the log in the order of their numbers, each number once. */
function logOrder(log: readonly LoggedMutation[]): readonly Violation[] {
  const last = new Map<string, number>();
  return log.flatMap(({ clientId, seq }) => {
    const before = last.get(clientId) ?? 0;
    last.set(clientId, seq);
    return seq > before
      ? []
      : [{ invariant: "I3", what: `number ${seq} after ${before} in the log` }];
  });
}

/** I5: everybody shows what the server has, byte for byte, and nothing waits; dormant estimates may be left out. */
function differences({ database, tablets }: Ending): readonly Violation[] {
  const records = readRecords(database);
  const { rev } = readClock(database);
  return tablets.flatMap((tablet) => {
    const { disk, name, identity } = tablet;
    const dormant = dormantFor(database, identity.userId, tablet.horizon);
    const lines = (deleted: boolean) =>
      records
        .filter((record) => record.deleted === deleted)
        .map((record) => ({
          line: asText(record.entity, record.id, record.fields),
          estimateId: estimateOf(record),
          isOptional: dormant.has(estimateOf(record)),
        }));
    const waiting = disk.rows("outbox").length;
    const shadows = shadowsOf(disk).length;
    const wanted = disk.rows("wanted").length;
    const problems = [
      ...(waiting + shadows > 0 ? [`${waiting} edits and ${shadows} server's copies wait`] : []),
      ...(wanted > 0 ? [`${wanted} estimates that were asked for have not come`] : []),
      ...unlike(lines(false), viewOf(disk)),
      ...unlike(lines(true), tombstonesOf(disk)).map((line) => `removed ${line}`),
    ];
    return problems.map((what) => ({
      invariant: "I5",
      what: `${name} at revision ${rev}: ${what}`,
    }));
  });
}

interface Expected {
  readonly line: string;
  readonly estimateId: string;
  /** Of an estimate that lies dormant: there whole, or not at all. */
  readonly isOptional: boolean;
}

function unlike(server: readonly Expected[], tablet: readonly string[]): readonly string[] {
  const [there, here] = [new Set(server.map(({ line }) => line)), new Set(tablet)];
  const held = new Set(
    server.flatMap(({ line, estimateId }) => (here.has(line) ? estimateId : [])),
  );
  return [
    ...server
      .filter(
        ({ line, estimateId, isOptional }) =>
          !here.has(line) && (!isOptional || held.has(estimateId)),
      )
      .map(({ line }) => `only on the server: ${line}`),
    ...tablet.filter((line) => !there.has(line)).map((line) => `only on the tablet: ${line}`),
  ];
}

interface Model {
  fields: AnyFields;
  deleted: boolean;
}

const keyOf = ({ entity, id }: { entity: string; id: string }): string => `${entity} ${id}`;

/** Without what the server writes by itself. */
function authored(entity: string, fields: AnyFields): AnyFields {
  const own: object =
    entity === "customer" || entity === "estimate" ? (serverFields[entity] ?? {}) : {};
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(own, name)));
}

const sameFields = (one: AnyFields, other: AnyFields): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
};

/**
 * I2, I6 and I6b: plays the log again by the rule alone (a value is replaced only by somebody who had seen it, a record
 * removed only by somebody who had seen all of it) and holds the outcome against what the server has. What the rule does
 * not let happen must stand in a conflict record of that very revision.
 */
function replay(
  log: readonly LoggedMutation[],
  versions: readonly Version[],
  records: readonly Version[],
  since: number,
): readonly Violation[] {
  const model = new Map<string, Model>();
  for (const { rev, fields, deleted, ...target } of versions)
    if (rev <= since) model.set(keyOf(target), { fields, deleted });
  const conflicts = versions.filter(({ entity }) => entity === "conflict");
  const violations: Violation[] = [];
  for (const mutation of log) {
    if (mutation.outcome === "rejected" || (mutation.rev !== null && mutation.rev <= since))
      continue;
    const { rev, name } = mutation;
    const kept = conflicts.filter((conflict) => rev !== null && conflict.rev >= rev);
    const agreed = agreedIn(model);
    for (const operation of upcastOperations(name, mutation.operations))
      if (operation.entity !== "conflict")
        violations.push(...playOne(model, mutation, operation, { kept, agreed }));
  }
  return [...violations, ...standing(model, records)];
}

function playOne(
  model: Map<string, Model>,
  { name }: LoggedMutation,
  operation: Operation,
  { kept, agreed }: { kept: readonly Version[]; agreed: ReadonlySet<string> },
): readonly Violation[] {
  const key = keyOf(operation);
  const before = model.get(key);
  const fields = operation.op === "add" ? operation.fields : before?.fields;
  const wasAgreed = agreed.has(
    operation.entity === "estimate" ? operation.id : String(fields?.["estimateId"]),
  );
  const violations = playWithin(model, name, operation, before, kept);
  // I8: from an acceptance to its reopening nothing changes of what was agreed.
  const changed = model.get(key) !== before;
  return wasAgreed && changed && name !== "estimate.reopen"
    ? [...violations, { invariant: "I8", what: `${name} changes ${key}, which was agreed to` }]
    : violations;
}

const agreedIn = (model: ReadonlyMap<string, Model>): ReadonlySet<string> =>
  new Set(
    [...model].flatMap(([key, { fields }]) =>
      key.startsWith("estimate ") && fields["status"] === "accepted" ? [key.slice(9)] : [],
    ),
  );

function playWithin(
  model: Map<string, Model>,
  name: MutationName,
  operation: Operation,
  before: Model | undefined,
  kept: readonly Version[],
): readonly Violation[] {
  const key = keyOf(operation);
  if (operation.op === "add") {
    if (!before) model.set(key, { fields: operation.fields, deleted: false });
    return [];
  }
  if (!before) return [{ invariant: "I6", what: `${name} of ${key}, which nobody has added` }];
  switch (operation.op) {
    case "restore":
      model.set(key, { ...before, deleted: false });
      return [];
    case "set": {
      const { field, to } = operation;
      const stands = before.fields[field];
      // Whoever reopens names the moment of the acceptance; its day goes with it.
      const from = name === "estimate.reopen" && field === "acceptedOn" ? stands : operation.from;
      if (stands === to) return [];
      if (!before.deleted && stands === from) {
        model.set(key, { ...before, fields: { ...before.fields, [field]: to } });
        return [];
      }
      const mine = JSON.stringify(before.deleted ? { [field]: to } : to);
      const what = `the value ${JSON.stringify(to)} of ${key} ${field} stands nowhere`;
      return isKept(kept, operation.id, before.deleted ? "*" : field, mine)
        ? []
        : [{ invariant: "I6", what }];
    }
    case "remove": {
      if (before.deleted) return [];
      const seen = authored(operation.entity, operation.seen);
      if (sameFields(seen, authored(operation.entity, before.fields))) {
        model.set(key, { ...before, deleted: true });
        return [];
      }
      const what = `the removal of ${key} by somebody who had not seen all of it stands nowhere`;
      return isKept(kept, operation.id, "*", "null") ? [] : [{ invariant: "I6b", what }];
    }
  }
}

const isKept = (kept: readonly Version[], id: string, field: string, mine: string): boolean =>
  kept.some(
    ({ fields }) =>
      fields["entityId"] === id &&
      fields["field"] === field &&
      String(fields["values"]).includes(mine),
  );

const kinds: ReadonlySet<string> = new Set(["customer", "estimate", "area", "surface", "item"]);

function standing(model: ReadonlyMap<string, Model>, records: readonly Version[]) {
  const violations: Violation[] = [];
  const authoredRecords = records.filter(({ entity }) => kinds.has(entity));
  const found = new Map(authoredRecords.map((record) => [keyOf(record), record]));
  for (const [key, { fields, deleted }] of model) {
    const [entity = ""] = key.split(" ");
    if (!kinds.has(entity)) continue;
    const record = found.get(key);
    const by = { model: authored(entity, fields), server: authored(entity, record?.fields ?? {}) };
    if (!record) violations.push({ invariant: "I6", what: `${key} was added and is not there` });
    else if (record.deleted !== deleted)
      violations.push({
        invariant: "I6b",
        what: `${key} is ${record.deleted ? "removed" : "there"}, by the log it is not`,
      });
    else if (!sameFields(by.model, by.server))
      violations.push({ invariant: "I6", what: `${key} is not as its edits made it` });
  }
  for (const key of found.keys())
    if (!model.has(key)) violations.push({ invariant: "I2", what: `${key} was never added` });
  return violations;
}

/** I7: each settling closes one conflict that was open, and nothing is agreed to while one is. */
function settlements(
  log: readonly LoggedMutation[],
  versions: readonly Version[],
): readonly Violation[] {
  const taken = log.filter(({ outcome }) => outcome !== "rejected");
  const settled = taken
    .filter(({ name }) => name === "conflict.resolve")
    .map(({ operations }) => operations[0]?.id ?? "");
  const last = new Map<string, Version>();
  for (const version of versions) if (version.entity === "conflict") last.set(version.id, version);
  const closed = [...last.values()].filter(({ fields }) => fields["state"] === "resolved");
  const twice = settled.filter((id, index) => settled.indexOf(id) !== index);
  const byNobody = closed.filter(({ id }) => !settled.includes(id));
  const stillOpen = settled.filter((id) => last.get(id)?.fields["state"] !== "resolved");
  return [
    ...twice.map((id) => ({ invariant: "I7", what: `conflict ${id} was settled twice` })),
    ...byNobody.map(({ id }) => ({ invariant: "I7", what: `nobody settled conflict ${id}` })),
    ...stillOpen.map((id) => ({ invariant: "I7", what: `conflict ${id} was settled and is open` })),
    ...taken
      .filter(({ name, outcome }) => name === "estimate.accept" && outcome === "applied")
      .flatMap((mutation) => agreedInDispute(mutation, versions)),
  ];
}

function agreedInDispute(
  { operations, rev }: LoggedMutation,
  versions: readonly Version[],
): readonly Violation[] {
  const then = new Map<string, Version>();
  for (const version of versions)
    if (version.entity === "conflict" && version.rev <= (rev ?? 0)) then.set(version.id, version);
  const estimateId = operations[0]?.id;
  return [...then.values()]
    .filter(({ fields }) => fields["estimateId"] === estimateId && fields["state"] === "open")
    .map(({ id }) => ({ invariant: "I7", what: `agreed to while conflict ${id} was open` }));
}
