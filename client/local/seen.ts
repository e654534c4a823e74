import type { Scalar } from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { MutationName } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import type { Target } from "./rows.ts";

/** A record as a screen has drawn it. */
export type Shown = Target & { readonly fields: AnyFields };

/**
 * What whoever sits before this tab has seen of the records. A pull can change the disk between the drawing of a screen
 * and the next key: an edit names the value that its author saw (R6), not the one that has come meanwhile and that
 * nobody here has looked at.
 */
export interface Seen {
  /** Notes what a screen has drawn. @returns for when the screen shows it no more. */
  readonly noteShown: (records: readonly Shown[]) => () => void;
  /** Notes what was saved in this tab: its author knows it before the screen is drawn again. */
  readonly noteWritten: (operations: readonly Operation[]) => void;
  /**
   * Operations as their author meant them: each value that is replaced or removed is the one that was seen in this
   * tab, where a screen shows the record. What is seen to be there already is not set again, but by what happens whole or
   * not at all: half of it would be refused.
   */
  readonly asMeant: (name: MutationName, operations: readonly Operation[]) => readonly Operation[];
}

const whole: ReadonlySet<MutationName> = new Set([
  "conflict.resolve",
  "estimate.accept",
  "estimate.reopen",
]);

interface Written {
  readonly value: Scalar;
  /** What the screen showed at that moment, and shows until it is drawn again. */
  readonly over: Scalar | undefined;
}

const keyOf = ({ entity, id }: Target): string => `${entity} ${id}`;

export function createSeen(): Seen {
  const shown = new Map<string, AnyFields>();
  /** By record and field. */
  const written = new Map<string, Written>();

  function seenValue(key: string, field: string, stands: Scalar): Scalar {
    const drawn = shown.get(key)?.[field];
    const own = written.get(`${key} ${field}`);
    if (drawn === undefined || drawn === stands || own?.value === stands) return stands;
    return own && own.over === drawn ? own.value : drawn;
  }

  function meant(name: MutationName, operation: Operation): readonly Operation[] {
    const key = keyOf(operation);
    if (operation.op === "set") {
      const from = seenValue(key, operation.field, operation.from);
      return from === operation.to && !whole.has(name) ? [] : [{ ...operation, from }];
    }
    if (operation.op !== "remove") return [operation];
    const fields = Object.entries(operation.seen).map(([field, stands]) => [
      field,
      seenValue(key, field, stands),
    ]);
    return [{ ...operation, seen: Object.fromEntries(fields) }];
  }

  return {
    noteShown(records) {
      for (const record of records) shown.set(keyOf(record), record.fields);
      return () => {
        for (const record of records)
          if (shown.get(keyOf(record)) === record.fields) shown.delete(keyOf(record));
      };
    },
    noteWritten(operations) {
      for (const operation of operations) {
        if (operation.op !== "set") continue;
        const key = keyOf(operation);
        const over = shown.get(key)?.[operation.field];
        written.set(`${key} ${operation.field}`, { value: operation.to, over });
      }
    },
    asMeant: (name, operations) => operations.flatMap((operation) => meant(name, operation)),
  };
}
