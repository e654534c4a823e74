import type { RecordOf } from "../../../shared/estimate/record.ts";
import { SavedSign } from "../../chrome/saved-sign.tsx";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { addressLines } from "./address-lines.ts";
import { Facts } from "./facts.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { type EstimateTyping, useEstimateTyping } from "./use-estimate-typing.ts";
import { needsLeadSafety, yearText } from "./year-built.ts";
import { YearField } from "./year-field.tsx";

type JobSectionProps = { readonly estimate: RecordOf<"estimate">; readonly locked: boolean };

/** What the job is called, where it is, and how old the house is. */
export function JobSection({ estimate, locked }: JobSectionProps) {
  const { t } = useWords();
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
          ]}
        />
      </Section>
    );
  return (
    <Section title={t.detailsJob} sign={<SavedSign />}>
      <JobFields typing={typing} year={estimate.yearBuilt} />
    </Section>
  );
}

type JobFieldsProps = { readonly typing: EstimateTyping; readonly year: number | null };

function JobFields({ typing, year }: JobFieldsProps) {
  const { t } = useWords();
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
      <PlaceFields
        label={t.detailsSite}
        text={typing.text}
        onText={typing.type}
        onLeave={typing.leave}
      />
      <YearField typing={typing} stored={year} />
    </>
  );
}
