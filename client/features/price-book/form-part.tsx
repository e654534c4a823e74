import type { KeypadFieldProps } from "../../ui/keypad/keypad-field.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { AlertIcon, PlusIcon } from "../../ui/icons.tsx";
import { useBook } from "./book-context.tsx";
import css from "./entry-form.module.css";
import type { FieldText } from "./form-texts.ts";
import { FormFieldView } from "./form-field-view.tsx";
import type { FormGroup, NumberField } from "./forms/form-fields.ts";
import { ratePicture } from "./lazy-picture.ts";
import { sourcesOf } from "./shared-sources.ts";
import type { SourceChoice } from "./source-sheet.tsx";
import type { EntryTyping } from "./use-entry-typing.ts";

export type FormPartProps = {
  readonly group: FormGroup;
  readonly typing: EntryTyping;
  /** What the published book says, by path; null for an entry that is new. */
  readonly was: ReadonlyMap<string, FieldText> | null;
  readonly entry: unknown;
  readonly numberProps: (field: NumberField) => KeypadFieldProps;
  readonly onSource: (choice: SourceChoice) => void;
};

/** A part of an entry: its heading, its fields, where its numbers come from, and its picture. */
export function FormPart({ group, typing, was, entry, numberProps, onSource }: FormPartProps) {
  const { b, now } = useBook();
  const { title, fields, hint, warning, picture, add, remove } = group;
  const sources = sourcesOf(group);
  return (
    <section className={css["part"]} aria-label={title === "" ? undefined : title}>
      {title ? <h2 className={css["heading"]}>{title}</h2> : null}
      {hint ? <p className={css["hint"]}>{hint}</p> : null}
      {warning ? (
        <Banner tone="alarm" icon={<AlertIcon />}>
          {warning}
        </Banner>
      ) : null}
      {picture ? <ratePicture.Part entry={entry} picture={picture} /> : null}
      <div className={css["fields"]}>
        {fields.map((field) => (
          <FormFieldView
            key={`${field.kind} ${field.kind === "number" ? field.id : field.at}`}
            field={field}
            typing={typing}
            was={was}
            numberProps={numberProps}
          />
        ))}
      </div>
      {sources.map(({ key, ats, labels }) => {
        const source = (Object.hasOwn(now.book.sources, key) && now.book.sources[key]) || key;
        return (
          <button
            key={key}
            type="button"
            className={css["source"]}
            onClick={() => onSource({ key, ats })}
            aria-label={b.entrySourceOf(source, labels.join(", "))}
          >
            <span>{b.entrySource}</span> <span>{source}</span>
          </button>
        );
      })}
      {add || remove ? (
        <div className={css["acts"]}>
          {remove ? (
            <Button variant="quiet" onClick={() => typing.choose(remove.at, undefined)}>
              {remove.label}
            </Button>
          ) : null}
          {add ? (
            <Button icon={<PlusIcon />} onClick={() => typing.choose(add.at, add.value)}>
              {add.label}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
