import type { Replacement } from "./source-change.ts";

/** A mistake that somebody could make in the engine or the server; the checker has to see it. */
export interface Mutant {
  readonly name: string;
  readonly replacements: readonly Replacement[];
}

const one = (name: string, file: string, from: string, to: string): Mutant => ({
  name,
  replacements: [{ file, from, to }],
});

const PUSH = "server/sync/push.ts";
const PULL = "server/sync/pull.ts";
const OPERATIONS = "shared/sync/operations.ts";
const APPLY_PULL = "client/local/replica/apply-pull.ts";
const MUTATE = "client/local/mutate.ts";

/** Appends to the answer what is read after its snapshot. */
const afterPull = (read: string): Replacement => ({
  file: PULL,
  from: "    return { ok: true, response };\n  });",
  to: `    return { ok: true, response };\n  }).then(${read});`,
});

export const mutants: readonly Mutant[] = [
  {
    name: "acknowledged by number alone",
    replacements: [
      {
        file: PUSH,
        from: "if (mutation.seq > progress.lastSeq) return false;",
        to: "return false;",
      },
      {
        file: PUSH,
        from: "const logged = taken.get(id);",
        to: "const logged = taken.get(id) ?? (seq <= last.lastSeq ? { id, clientId, seq, reason: null } : undefined);",
      },
      {
        file: "client/local/replica/identity.ts",
        from: 'return ours === lastId ? "same" : "different";',
        to: 'return ours === "" ? "different" : "same";',
      },
    ],
  },
  one("the last write wins", OPERATIONS, "if (theirs !== from)", "if (theirs === undefined)"),
  one(
    "no look for the same id in the log",
    PUSH,
    "const taken = new Map(log.byId);",
    "const taken = new Map();",
  ),
  {
    name: "cursor not of the snapshot",
    replacements: [
      afterPull(
        `async (result) => result.ok && !result.response.more
          ? { ...result, response: { ...result.response, cursor: (await store.read(readClockRow)).rev } }
          : result`,
      ),
    ],
  },
  {
    name: "progress not of the snapshot",
    replacements: [
      afterPull(
        `async (result) => {
          const client = await store.read((tx) => readClient(tx, identity, request.clientId));
          return result.ok && client.ok
            ? { ...result, response: { ...result.response, ...client.progress } }
            : result;
        }`,
      ),
    ],
  },
  one(
    "late answers are applied",
    APPLY_PULL,
    'if (!continues(meta, position, response)) return { outcome: "stale" };',
    'if (position.clientId !== meta.clientId) return { outcome: "stale" };',
  ),
  one(
    "no journal",
    "client/local/replica/acknowledge.ts",
    "    await addToJournal(database, done, response.cursor);\n",
    "",
  ),
  one(
    "an edit of a removed record is dropped",
    OPERATIONS,
    "  if (state.deleted) {\n",
    '  if (state.deleted) return { outcome: "noop" };\n  if (state.deleted) {\n',
  ),
  one(
    "a removal does not look at what it had not seen",
    OPERATIONS,
    "if (!sameFields(compared(state.fields), compared(seen)))",
    "if (compared(seen) === null)",
  ),
  one(
    "an edit is joined to one that was offered",
    "client/local/outbox.ts",
    'if (last.state !== "saved" || last.name !== next.name) return undefined;',
    "if (last.name !== next.name) return undefined;",
  ),
  one(
    "a fork forgets the outbox",
    "client/local/replica/fork.ts",
    "  await database.outbox.bulkAdd(rows);\n",
    "",
  ),
  one(
    "a reset clears the outbox",
    APPLY_PULL,
    "  await database.tombstone.clear();\n",
    "  await database.tombstone.clear();\n  await database.outbox.clear();\n",
  ),
  {
    name: "view and outbox in two transactions",
    replacements: [
      {
        file: MUTATE,
        from: "export async function mutate<T>(",
        to: "let late = null;\nexport async function mutate<T>(",
      },
      {
        file: MUTATE,
        from: "    appendToOutbox(database, entry, lastEdit),\n",
        to: "    ((late = entry), []),\n",
      },
      {
        file: MUTATE,
        from: "  if (saved.ok) {\n    local.seen",
        to: `  if (saved.ok && late) {
          const entry = late;
          late = null;
          await database.transaction("rw", database.outbox, database.meta, async () =>
            appendToOutbox(database, entry, await newestInOutbox(database)));
        }
        if (saved.ok) {\n    local.seen`,
      },
    ],
  },
  one(
    "answered before the commit",
    "server/store/group-commit.ts",
    "          return () => resolve(value);\n",
    "          resolve(value);\n          return () => {};\n",
  ),
  one(
    "a refused edit is dropped",
    "client/local/replica/record-answer.ts",
    "if (refused) await keepRefused(database, row, result);",
    "if (refused) await database.rejected.delete(row.id);",
  ),
  {
    name: "the server does not ask for the epoch",
    replacements: [
      {
        file: PUSH,
        from: "if (request.epoch !== null && request.epoch !== epoch)",
        to: "if (epoch < 0)",
      },
      {
        file: PULL,
        from: "const reset = request.epoch !== epoch || request.cursor > rev;",
        to: "const reset = request.cursor > rev;",
      },
    ],
  },
  one(
    "a restored server gets nothing again",
    APPLY_PULL,
    "const restored = response.reset && meta.epoch !== null;",
    "const restored = false;",
  ),
  one(
    "work of the first schema is taken as today's",
    PUSH,
    "const meant = request.schema < SCHEMA ? ofToday(mutation) : mutation;",
    "const meant = mutation;",
  ),
  one(
    "what was agreed to can be edited",
    "server/sync/authority.ts",
    'return estimate?.fields["status"] === "accepted" ? "estimate_accepted" : null;',
    "return null;",
  ),
  one(
    "a pull covers what waits",
    APPLY_PULL,
    "const isShadowed = (record: AnyRecord): boolean => shadowed.has(targetKey(record));",
    'const isShadowed = (record: AnyRecord): boolean => shadowed.has("") && record.deleted;',
  ),
  one(
    "time is measured by a clock that can be set",
    "client/sync/engine.ts",
    "const at = elapsed() + milliseconds;",
    "const at = now() + milliseconds;",
  ),
  one(
    "agreed to in spite of an open conflict",
    "server/sync/acceptance.ts",
    'if (belonging.some(isOpenConflict)) return "open_conflicts";',
    "",
  ),
  one(
    "half of an estimate of long ago comes",
    PULL,
    "for (const record of await recordsOfEstimate(tx, companyId, estimateId))",
    "for (const record of (await recordsOfEstimate(tx, companyId, estimateId)).slice(1))",
  ),
  one(
    "an edit names what came meanwhile and nobody saw",
    MUTATE,
    "local.seen.asMeant(planned.name, planned.operations)",
    "planned.operations",
  ),
];
