import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Words } from "../../words/dictionary.ts";

type Filling = Pick<RecordOf<"estimate">, "opportunityId" | "crmOpportunityId">;

/** Which Opportunity an estimate fills. A tablet has the open ones only: a won one goes by its last known words. */
export function opportunityWords(
  { opportunityId, crmOpportunityId }: Filling,
  open: readonly RecordOf<"opportunity">[],
  t: Words,
): string {
  if (opportunityId === null)
    return crmOpportunityId === null ? t.detailsOpportunityNew : t.detailsOpportunityMade;
  const found = open.find(({ id }) => id === opportunityId);
  if (!found) return t.detailsOpportunityClosed;
  return [found.name, found.stage].filter((part) => part !== "").join(" · ");
}
