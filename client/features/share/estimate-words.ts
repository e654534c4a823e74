import { siteLine } from "../../chrome/site-line.ts";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import type { useWords } from "../../words/words-provider.tsx";

type Words = Pick<ReturnType<typeof useWords>, "t" | "date">;

/** Whose estimate it is, where, and since when: what tells it from the others. */
export const estimateWords = (
  { estimate, customerName }: EstimateListRow,
  { t, date }: Words,
): { readonly name: string; readonly facts: readonly string[] } => ({
  name: customerName || estimate.title || t.homeUntitled,
  facts: [siteLine(estimate) ?? "", date(Date.parse(estimate.createdAt))],
});
