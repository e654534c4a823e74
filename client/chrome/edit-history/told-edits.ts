import type { HistoryEntry } from "../../../shared/sync/archive.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import type { OwnEdit } from "../../local/queries/own-edits.ts";

/** An edit as the history tells it, from the server or from this tablet. */
export interface ToldEdit extends Omit<OwnEdit, "state"> {
  /** Of the person at this tablet too: an edit is theirs before and after it was sent. */
  readonly userName: string;
  /** `sent`: this tablet knows that the server has it; what became of it the server has not told yet. */
  readonly standing: "here" | "sent" | "on-server" | "conflict" | "rejected";
}

/**
 * The server's history with what this tablet has not sent yet, newest first; with no answer, what this tablet knows.
 *
 * @param userName who is signed in, and made the edits of this tablet.
 * @param entries null: the server has not answered.
 * @param isComplete no older page is to be had.
 */
export function toldEdits(
  own: readonly OwnEdit[],
  userName: string,
  entries: readonly HistoryEntry[] | null,
  isComplete: boolean,
): readonly ToldEdit[] {
  const known = new Set(entries?.map(({ id }) => id));
  const until = isComplete ? "" : (entries?.at(-1)?.at ?? "");
  const mine = own
    .filter(({ id, at }) => !known.has(id) && at >= until)
    .map(({ state, ...edit }): ToldEdit => ({
      ...edit,
      userName,
      standing: state === "answered" ? "sent" : "here",
    }));
  const theirs = (entries ?? []).map(
    ({ id, name, operations, at, outcome, ...author }): ToldEdit => ({
      id,
      name,
      operations,
      at,
      userName: author.userName,
      standing: outcome === "applied" ? "on-server" : outcome,
    }),
  );
  return condensed([...mine, ...theirs]);
}

/** Keys that were typed into one field one after the other are one change: from the first value to the last. */
function condensed(edits: readonly ToldEdit[]): readonly ToldEdit[] {
  const told: ToldEdit[] = [];
  for (const edit of edits) {
    const newer = told.at(-1);
    const merged = newer && mergedSet(newer, edit);
    if (newer && merged) told[told.length - 1] = { ...newer, operations: [merged] };
    else told.push(edit);
  }
  return told;
}

type SetOperation = Extract<Operation, { op: "set" }>;

const onlySet = ({ operations }: ToldEdit): SetOperation | null => {
  const [operation, ...others] = operations;
  return operation?.op === "set" && others.length === 0 ? operation : null;
};

function mergedSet(newer: ToldEdit, older: ToldEdit): SetOperation | null {
  if (newer.userName !== older.userName || newer.name !== older.name) return null;
  if (newer.standing !== older.standing) return null;
  const [after, before] = [onlySet(newer), onlySet(older)];
  if (!after || !before) return null;
  const sameField =
    after.entity === before.entity && after.id === before.id && after.field === before.field;
  return sameField && after.from === before.to ? { ...after, from: before.from } : null;
}
