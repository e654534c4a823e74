import type { DatabaseSync } from "node:sqlite";
import { pullRequestSchema, pullResponseSchema, SCHEMA } from "../../shared/sync/wire.ts";
import { asReadBy } from "../../server/sync/older-tablets.ts";
import {
  dormantFor,
  estimateOf,
  readClock,
  readProgress,
  readVersions,
  type Version,
} from "./server-truth.ts";
import { fieldsText } from "./tablet-rows.ts";

const line = ({ entity, id, deleted, rev, fields }: Version): string =>
  `${entity} ${id} ${deleted} ${rev} ${fieldsText(fields)}`;

/**
 * I4: what a pull brings is what the server's records had become between its two cursors, all of it and as of one
 * moment, and how far the tablet's own edits had come is of that same moment.
 *
 * @returns what is wrong with the answer, in words.
 */
export function pullProblems(
  database: DatabaseSync,
  userId: string,
  requestText: string,
  answerText: string,
): readonly string[] {
  const request = pullRequestSchema.parse(JSON.parse(requestText));
  const parsed = pullResponseSchema.safeParse(JSON.parse(answerText));
  if (!parsed.success) return ["an answer that does not pass its own schema"];
  const { epoch, from, cursor, more, lastSeq, lastId, records } = parsed.data;
  // The server was set back between the answer and this look at it.
  if (epoch !== readClock(database).epoch) return [];
  const horizon = parsed.data.horizon ?? 0;
  const then = new Map<string, Version>();
  const changedAgain = new Set<string>();
  // What was asked for by name comes with any page, as it stands by then: the pages after it bring no older version.
  const early: Version[] = [];
  const wanted = new Set(parsed.data.wanted);
  // Only what was asked for by name may be older than the tablet's cursor.
  for (const version of readVersions(database, wanted.size > 0 ? -1 : from)) {
    const key = `${version.entity} ${version.id}`;
    if (version.rev <= cursor) then.set(key, version);
    else {
      changedAgain.add(key);
      if (more && wanted.has(estimateOf(version))) early.push(version);
    }
  }
  const dormant = dormantFor(database, userId, horizon);
  const isDue = (key: string, version: Version): boolean =>
    version.rev > from &&
    // A page in the middle leaves to a later one what has changed again by then.
    !(more && changedAgain.has(key)) &&
    !dormant.has(estimateOf(version));
  const due = [...then].flatMap(([key, version]) => (isDue(key, version) ? [version] : []));
  const asSent = (versions: readonly Version[]): readonly string[] => {
    const sent = versions.map((version) => ({ ...version, updatedBy: "" }));
    return (request.schema < SCHEMA ? asReadBy(request.schema, sent) : sent).map(line);
  };
  const [there, here] = [new Set(asSent([...then.values(), ...early])), new Set(records.map(line))];
  const problems = [
    ...asSent(due)
      .filter((text) => !here.has(text))
      .map((text) => `${cursor} lacks ${text}`),
    ...[...here].filter((text) => !there.has(text)).map((text) => `${cursor} brings ${text}`),
  ];
  if (more) return problems;
  const progress = readProgress(database, request.clientId);
  const reached = progress.findLast(({ atRev }) => atRev < cursor);
  const possible = [
    ...progress.filter(({ atRev }) => atRev === cursor),
    reached ?? { lastSeq: 0, lastId: null },
  ];
  const isOfThen = possible.some((at) => at.lastSeq === lastSeq && at.lastId === lastId);
  return isOfThen
    ? problems
    : [...problems, `${cursor} says ${lastSeq} of this tablet, too early or late`];
}
