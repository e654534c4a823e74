import { createContext, type ReactNode, use, useMemo } from "react";
import { FieldMark, type FieldMarkProps } from "../../chrome/field-mark.tsx";
import { useConflicts } from "../../local/hooks/use-trouble.ts";

type Disputed = Pick<FieldMarkProps, "conflicts" | "id">;

const DisputesContext = createContext<Disputed>({ conflicts: [], id: "" });

type DisputesProps = { readonly estimateId: string; readonly children: ReactNode };

/** Asks once for all fields below it what two people disagree about. */
export function Disputes({ estimateId, children }: DisputesProps) {
  const found = useConflicts(estimateId);
  const disputed = useMemo(() => ({ conflicts: found ?? [], id: estimateId }), [found, estimateId]);
  return <DisputesContext value={disputed}>{children}</DisputesContext>;
}

/** Whether two people disagree about a detail of the estimate, said at its field. */
export function DisputeMark({ field }: { readonly field: string }) {
  return <FieldMark {...use(DisputesContext)} field={field} />;
}
