import { Fragment } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { SavedSign } from "../../chrome/saved-sign.tsx";
import { NoteField } from "../../ui/note-field.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { DisputeMark } from "./dispute-mark.tsx";
import { Facts } from "./facts.tsx";
import css from "./notes-section.module.css";
import { type EstimateText, useEstimateTyping } from "./use-estimate-typing.ts";

type NotesSectionProps = { readonly estimate: RecordOf<"estimate">; readonly locked: boolean };

/** Two notes that never become one: what the customer may read, and what only the crew does. */
export function NotesSection({ estimate, locked }: NotesSectionProps) {
  const { t } = useWords();
  const typing = useEstimateTyping(estimate);
  const notes = [
    {
      field: "notesForCustomer",
      label: t.detailsNoteCustomer,
      who: t.detailsNoteCustomerWho,
    },
    { field: "notesForCrew", label: t.detailsNoteCrew, who: t.detailsNoteCrewWho },
  ] as const satisfies readonly { readonly field: EstimateText; label: string; who: string }[];
  if (locked) {
    const facts = notes.map(({ field, label, who }) => ({
      label,
      value: estimate[field],
      detail: who,
    }));
    if (facts.every(({ value }) => value.trim() === "")) return null;
    return (
      <Section title={t.detailsNotes}>
        <Facts facts={facts} />
      </Section>
    );
  }
  return (
    <Section title={t.detailsNotes} sign={<SavedSign />}>
      <div className={css["notes"]}>
        {notes.map(({ field, label, who }) => (
          <Fragment key={field}>
            <NoteField
              label={label}
              hint={who}
              value={typing.text(field)}
              onText={(text) => typing.type(field, text)}
              onLeave={typing.leave}
            />
            <DisputeMark field={field} />
          </Fragment>
        ))}
      </div>
    </Section>
  );
}
