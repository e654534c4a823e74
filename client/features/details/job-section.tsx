import type { RecordOf } from "../../../shared/estimate/record.ts";
import { stateCodeOf } from "../../../shared/estimate/state-code.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { SavedSign } from "../../chrome/saved-sign.tsx";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { terms } from "../../words/terms.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { addressLines } from "./address-lines.ts";
import { DisputeMark } from "./dispute-mark.tsx";
import { Facts } from "./facts.tsx";
import { LeadDecision } from "./lead-decision.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { type EstimateTyping, useEstimateTyping } from "./use-estimate-typing.ts";
import { needsLeadSafety, yearText } from "./year-built.ts";
import { YearField } from "./year-field.tsx";

type JobSectionProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly priceBook: PriceBook;
  readonly locked: boolean;
};

/** What the job is called, where it is, and how old the house is. */
export function JobSection({ estimate, priceBook, locked }: JobSectionProps) {
  const { t } = useWords();
  const w = useSubject(terms);
  const typing = useEstimateTyping(estimate);
  if (locked)
    return (
      <Section title={t.detailsJob}>
        <Facts
          facts={[
            { label: t.detailsJobName, value: estimate.title },
            { label: t.detailsSite, value: addressLines(estimate).join("\n") },
            {
              label: t.detailsYear,
              value: yearText(estimate.yearBuilt),
              detail: needsLeadSafety(estimate.yearBuilt) ? t.detailsLeadSafe : undefined,
            },
            {
              label: w.termsLead,
              value:
                estimate.leadSafe === null
                  ? ""
                  : estimate.leadSafe
                    ? w.termsLeadYes
                    : w.termsLeadNo,
            },
          ]}
        />
      </Section>
    );
  return (
    <Section title={t.detailsJob} sign={<SavedSign />}>
      <JobFields typing={typing} estimate={estimate} priceBook={priceBook} />
      <LeadDecision estimate={estimate} rule={priceBook.leadSafe} />
      <DisputeMark field="leadSafe" />
    </Section>
  );
}

type JobFieldsProps = Pick<JobSectionProps, "estimate" | "priceBook"> & {
  readonly typing: EstimateTyping;
};

function JobFields({ typing, estimate, priceBook }: JobFieldsProps) {
  const { t } = useWords();
  const w = useSubject(terms);
  const { salesTax, payments } = priceBook;
  const hangsOnState = salesTax.states.length > 0 || payments.depositCaps.length > 0;
  const isKnown = stateCodeOf(typing.text("state")) !== null;
  return (
    <>
      <Field
        label={t.detailsJobName}
        value={typing.text("title")}
        onText={(text) => typing.type("title", text)}
        onBlur={typing.leave}
        autoComplete="off"
        maxLength={120}
      />
      <DisputeMark field="title" />
      <PlaceFields
        label={t.detailsSite}
        text={typing.text}
        onText={typing.type}
        onLeave={typing.leave}
        stateHint={hangsOnState && !isKnown ? w.termsState : undefined}
      />
      {(["street", "city", "state", "postalCode"] as const).map((field) => (
        <DisputeMark key={field} field={field} />
      ))}
      <YearField typing={typing} stored={estimate.yearBuilt} asks={priceBook.leadSafe !== null} />
      <DisputeMark field="yearBuilt" />
    </>
  );
}
