import type { Local } from "../local.ts";
import type { JournalRow, OutboxRow, OutboxState, RemovalInQuestion } from "../rows.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { readSubject, type Subject } from "./subject.ts";
import { waitingIn } from "./waiting.ts";

/** An edit on its way from this tablet to the server, or on the server and not known to be in a backup of it. */
export interface QueuedEdit extends Pick<
  OutboxRow,
  "id" | "name" | "operations" | "at" | "estimateId"
> {
  readonly state: OutboxState;
  readonly subject: Subject;
}

/** The three truths: on this tablet, on the server, in the backup. */
export interface Queue {
  /** Edits that are on this tablet only. */
  readonly here: number;
  /** Edits that the server has, and of which no backup is known. */
  readonly onServer: number;
  /** Up to where a verified backup goes; 0: this tablet has not heard of one. */
  readonly backedUpRev: number;
  readonly removalInQuestion: RemovalInQuestion | null;
  /** The first of those that are here only, in the order they go out. */
  readonly waiting: readonly QueuedEdit[];
  /** The latest of those that the server has, the newest first. */
  readonly sent: readonly QueuedEdit[];
}

/** Edits of each kind that are named; nobody reads on after that. */
export const MAX_LISTED = 200;

/** What is where, counted and by name. */
export async function readQueue(local: Local): Promise<Queue> {
  const { database } = local;
  const { backedUpRev, removalInQuestion } = await readSyncMeta(database);
  const [here, answered, journalled, waiting, sent] = await Promise.all([
    waitingIn(database).count(),
    database.outbox.where("state").equals("answered").and(isTaken).count(),
    database.journal.where("rev").above(backedUpRev).count(),
    waitingIn(database).limit(MAX_LISTED).sortBy("seq"),
    latestSent(local, backedUpRev),
  ]);
  const subjects = new Map<string, Promise<Subject>>();
  const named = (row: OutboxRow | JournalRow, state: OutboxState): Promise<QueuedEdit> =>
    nameEdit(local, subjects, row, state);
  return {
    here,
    onServer: answered + journalled,
    backedUpRev,
    removalInQuestion,
    waiting: await Promise.all(waiting.map((row) => named(row, row.state))),
    sent: await Promise.all(sent.map((row) => named(row, "answered"))),
  };
}

const isTaken = ({ refused }: OutboxRow): boolean => !refused;

async function latestSent(
  { database }: Local,
  backedUpRev: number,
): Promise<readonly (OutboxRow | JournalRow)[]> {
  const answered = await database.outbox.where("state").equals("answered").and(isTaken).toArray();
  // oxlint-disable-next-line unicorn/no-array-reverse -- Dexie's reverse() only turns the cursor round
  const newestFirst = database.journal.orderBy("position").reverse();
  const journalled = await newestFirst
    .filter(({ rev }) => rev > backedUpRev)
    .limit(MAX_LISTED)
    .toArray();
  return [...answered.toReversed(), ...journalled].slice(0, MAX_LISTED);
}

const isWholeArea = ({ op, entity }: OutboxRow["operations"][number]): boolean =>
  entity === "area" && op !== "set";

async function nameEdit(
  local: Local,
  subjects: Map<string, Promise<Subject>>,
  { id, name, operations, at, estimateId }: OutboxRow | JournalRow,
  state: OutboxState,
): Promise<QueuedEdit> {
  // A room that came or went did so with all that is painted in it: it is the room that is named.
  const { entity, id: recordId } = operations.find(isWholeArea) ??
    operations.at(-1) ?? { entity: "estimate", id: estimateId };
  const key = `${entity} ${recordId}`;
  const reading = subjects.get(key) ?? readSubject(local, { entity, id: recordId }, estimateId);
  subjects.set(key, reading);
  return { id, name, operations, at, estimateId, state, subject: await reading };
}
