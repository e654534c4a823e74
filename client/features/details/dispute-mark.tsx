import { FieldMark } from "../../chrome/field-mark.tsx";
import { useConflicts } from "../../local/hooks/use-trouble.ts";

type DisputeMarkProps = { readonly estimateId: string; readonly field: string };

/** Whether two people disagree about a detail of the estimate, said at its field. */
export function DisputeMark({ estimateId, field }: DisputeMarkProps) {
  return <FieldMark conflicts={useConflicts(estimateId) ?? []} id={estimateId} field={field} />;
}
