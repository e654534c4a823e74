import { useQuery } from "@tanstack/react-query";
import { askHistory } from "../../chrome/edit-history/ask-history.ts";
import { type Removal, removalOf } from "../../chrome/edit-history/removal-of.ts";
import { toldEdits } from "../../chrome/edit-history/told-edits.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useOwnEdits } from "../../local/hooks/use-estimate-history.ts";

/** Who removed an estimate: this tablet's own edits say it at once, the server's history for everybody's. */
export function useRemoval(estimateId: string): {
  readonly removal: Removal | null;
  readonly hasFailed: boolean;
} {
  const own = useOwnEdits(estimateId);
  const { userName } = useSession();
  // A removal is the last that happened to it: the first page has it.
  const { data, isError } = useQuery({
    queryKey: ["removal", estimateId],
    queryFn: ({ signal }) => askHistory(estimateId, null, signal),
  });
  const told = own ? toldEdits(own, userName, data?.entries ?? null, data?.before === null) : [];
  return { removal: removalOf(told, estimateId), hasFailed: isError };
}
