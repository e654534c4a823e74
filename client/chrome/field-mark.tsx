import type { RecordOf } from "../../shared/estimate/record.ts";
import { lazyPart } from "./lazy-part.ts";

const { Part: FieldConflicts } = lazyPart(
  async () => (await import("./field-conflicts.tsx")).FieldConflicts,
);

export type FieldMarkProps = {
  /** The open conflicts of the estimate. */
  readonly conflicts: readonly RecordOf<"conflict">[];
  readonly id: string;
  /** Those of one field; without it of the whole record, each by its name. */
  readonly field?: string | undefined;
};

/** At a field that two people have changed: the way to both values. Nothing at any other. */
export function FieldMark({ conflicts, id, field }: FieldMarkProps) {
  const here = conflicts.filter(
    (conflict) => conflict.entityId === id && (field ?? conflict.field) === conflict.field,
  );
  return here.length === 0 ? null : (
    <FieldConflicts conflicts={here} withNames={field === undefined} />
  );
}
