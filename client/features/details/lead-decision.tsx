import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { LeadSafeRule } from "../../../shared/pricing/book/money.ts";
import { useSay } from "../../chrome/use-say.ts";
import { editEstimate } from "../../local/actions/edit-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { terms } from "../../words/terms.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./terms.module.css";

type LeadDecisionProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly rule: LeadSafeRule | null;
};

/** Whether the question of lead stands: an old house, or somebody has answered it already. */
export const asksAboutLead = (
  { yearBuilt, leadSafe }: Pick<RecordOf<"estimate">, "yearBuilt" | "leadSafe">,
  rule: LeadSafeRule | null,
): rule is LeadSafeRule =>
  rule !== null && (leadSafe !== null || (yearBuilt !== null && yearBuilt < rule.beforeYear));

/** The one question that the year of a house raises; nobody is asked about a newer one. */
export function LeadDecision({ estimate, rule }: LeadDecisionProps) {
  const w = useSubject(terms);
  const local = useLocal();
  const say = useSay();
  if (!asksAboutLead(estimate, rule)) return null;
  const { id, leadSafe } = estimate;
  const decide = (answer: "open" | "yes" | "no") =>
    void say(editEstimate(local, id, "leadSafe", answer === "open" ? null : answer === "yes"));
  return (
    <div className={css["lead"]}>
      <SegmentedControl
        label={w.termsLead}
        options={[
          { value: "open", label: w.termsLeadOpen },
          { value: "yes", label: w.termsLeadYes },
          { value: "no", label: w.termsLeadNo },
        ]}
        value={leadSafe === null ? "open" : leadSafe ? "yes" : "no"}
        onValue={decide}
      />
      <p>{w.termsLeadWhy(rule.beforeYear)}</p>
    </div>
  );
}
