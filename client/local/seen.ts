import type { Scalar } from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import type { PaintboxDatabase } from "./database.ts";
import type { Target } from "./rows.ts";

/** A record as a screen has drawn it. */
export type Shown = Target & { readonly fields: AnyFields };

interface Written {
  readonly value: Scalar;
  /** What the screen showed at that moment, and shows until it is drawn again. */
  readonly over: Scalar | undefined;
}

interface Seen {
  readonly shown: Map<string, AnyFields>;
  /** By record and field: what was written in this tab. */
  readonly written: Map<string, Written>;
}

const keyOf = ({ entity, id }: Target): string => `${entity} ${id}`;

const seenIn = new WeakMap<PaintboxDatabase, Seen>();

function seenOf(database: PaintboxDatabase): Seen {
  const known = seenIn.get(database);
  if (known) return known;
  const seen: Seen = { shown: new Map(), written: new Map() };
  seenIn.set(database, seen);
  return seen;
}

/**
 * Notes what a screen of this tab has drawn. A pull can change the disk between that and the next key: an edit names
 * the value that its author saw (R6), not the one that has come meanwhile and that nobody here has looked at.
 *
 * @returns for when the screen shows it no more.
 */
export function noteShown(database: PaintboxDatabase, records: readonly Shown[]): () => void {
  const { shown } = seenOf(database);
  for (const record of records) shown.set(keyOf(record), record.fields);
  return () => {
    for (const record of records)
      if (shown.get(keyOf(record)) === record.fields) shown.delete(keyOf(record));
  };
}

/** Notes what was saved in this tab: its author knows it before the screen is drawn again. */
export function noteWritten(database: PaintboxDatabase, operations: readonly Operation[]): void {
  const { shown, written } = seenOf(database);
  for (const operation of operations) {
    if (operation.op !== "set") continue;
    const key = keyOf(operation);
    const over = shown.get(key)?.[operation.field];
    written.set(`${key} ${operation.field}`, { value: operation.to, over });
  }
}

/**
 * Operations as their author meant them: each value that is replaced or removed is the one that was seen in this tab,
 * where a screen has shown the record. What is seen to be there already is not set again.
 */
export const asMeant = (
  database: PaintboxDatabase,
  operations: readonly Operation[],
): readonly Operation[] =>
  operations.flatMap((operation): readonly Operation[] => {
    const seen = (field: string, stands: Scalar): Scalar =>
      seenValue(seenOf(database), keyOf(operation), field, stands);
    if (operation.op === "set") {
      const from = seen(operation.field, operation.from);
      return from === operation.to ? [] : [{ ...operation, from }];
    }
    if (operation.op !== "remove") return [operation];
    const fields = Object.entries(operation.seen).map(([field, stands]) => [
      field,
      seen(field, stands),
    ]);
    return [{ ...operation, seen: Object.fromEntries(fields) }];
  });

function seenValue({ shown, written }: Seen, key: string, field: string, stands: Scalar): Scalar {
  const drawn = shown.get(key)?.[field];
  const own = written.get(`${key} ${field}`);
  if (drawn === undefined || drawn === stands || own?.value === stands) return stands;
  return own && own.over === drawn ? own.value : drawn;
}
