import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { RecordState } from "../../../shared/sync/operations.ts";

type Conflict = RecordOf<"conflict">;

/** One of the two values of a field. */
export interface Side {
  readonly keep: "theirs" | "mine";
  /** Who wanted it; empty where nobody knows. */
  readonly name: string;
  /** When, ISO 8601; null where nobody knows. */
  readonly at: string | null;
  /** The value as JSON text. */
  readonly json: string;
  /** It is no longer the value that the later edit met. */
  readonly moved: boolean;
}

/**
 * The two values of a field that two people changed: what stands now, which may have been changed again since they
 * met, and what came later and is kept beside it.
 */
export function sidesOf(conflict: Conflict, standing: RecordState): readonly [Side, Side] {
  const now = JSON.stringify(standing.fields[conflict.field] ?? null);
  const moved = now !== conflict.theirs;
  return [
    {
      keep: "theirs",
      name: moved ? "" : conflict.theirsName,
      at: moved ? null : conflict.theirsAt,
      json: now,
      moved,
    },
    {
      keep: "mine",
      name: conflict.authorName,
      at: conflict.authorAt,
      json: conflict.mine,
      moved: false,
    },
  ];
}

/** Whether a side can be called by its person's name: it has one, and the other has another one. */
export const isNamed = (side: Side, [one, other]: readonly [Side, Side]): boolean =>
  side.name !== "" && one.name !== other.name;

/** JSON text of those fields of a record that are not as the other person saw them. */
export function changesSeen(seenJson: string, standing: RecordState): string {
  const seen = fieldsIn(seenJson);
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(standing.fields).filter(([field, value]) => seen.get(field) !== value),
    ),
  );
}

function fieldsIn(json: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
