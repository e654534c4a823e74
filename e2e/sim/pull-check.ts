import type { DatabaseSync } from "node:sqlite";
import { pullRequestSchema, pullResponseSchema, SCHEMA } from "../../shared/sync/wire.ts";
import { asReadBy } from "../../server/sync/older-tablets.ts";
import { readClock, readProgress, readVersions, type Version } from "./server-truth.ts";
import { fieldsText } from "./tablet-rows.ts";

/**
 * I4: what a pull brings is what the server's records had become between its two cursors, all of it and as of one
 * moment, and how far the tablet's own edits had come is of that same moment.
 *
 * @returns what is wrong with the answer, in words.
 */
export function pullProblems(
  database: DatabaseSync,
  requestText: string,
  answerText: string,
): readonly string[] {
  const request = pullRequestSchema.parse(JSON.parse(requestText));
  const parsed = pullResponseSchema.safeParse(JSON.parse(answerText));
  if (!parsed.success) return ["an answer that does not pass its own schema"];
  const { epoch, from, cursor, more, lastSeq, lastId, records } = parsed.data;
  // The server was set back between the answer and this look at it.
  if (epoch !== readClock(database).epoch) return [];
  const then = new Map<string, Version>();
  const changedAgain = new Set<string>();
  for (const version of readVersions(database, from)) {
    const key = `${version.entity} ${version.id}`;
    if (version.rev <= cursor) then.set(key, version);
    else changedAgain.add(key);
  }
  // A page in the middle leaves to a later one what has changed again by then.
  const due = [...then].flatMap(([key, version]) =>
    more && changedAgain.has(key) ? [] : [version],
  );
  const asSent = due.map((version) => ({ ...version, updatedBy: "" }));
  const expected = request.schema < SCHEMA ? asReadBy(request.schema, asSent) : asSent;
  const line = (record: Version): string =>
    `${record.entity} ${record.id} ${record.deleted} ${record.rev} ${fieldsText(record.fields)}`;
  const [there, here] = [new Set(expected.map(line)), new Set(records.map(line))];
  const problems = [
    ...[...there].filter((text) => !here.has(text)).map((text) => `${cursor} lacks ${text}`),
    ...[...here].filter((text) => !there.has(text)).map((text) => `${cursor} brings ${text}`),
  ];
  if (more) return problems;
  const progress = readProgress(database, request.clientId);
  const reached = progress.filter(({ atRev }) => atRev < cursor).at(-1);
  const possible = [
    ...progress.filter(({ atRev }) => atRev === cursor),
    reached ?? { lastSeq: 0, lastId: null },
  ];
  const isOfThen = possible.some((at) => at.lastSeq === lastSeq && at.lastId === lastId);
  return isOfThen ? problems : [...problems, `${cursor} says ${lastSeq} of this tablet, too early or late`];
}
