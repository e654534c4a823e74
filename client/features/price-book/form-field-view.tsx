import type { ReactNode } from "react";

import { Field } from "../../ui/field.tsx";
import { FieldGrid } from "../../ui/field-grid.tsx";
import { KeypadField, type KeypadFieldProps } from "../../ui/keypad/keypad-field.tsx";
import { NoteField } from "../../ui/note-field.tsx";
import { useBook } from "./book-context.tsx";
import { Choose } from "./choose.tsx";
import css from "./entry-form.module.css";
import { chosen, type FieldText } from "./form-texts.ts";
import type {
  FormField,
  ManyField,
  NumberField,
  OneField,
  WordsField,
} from "./forms/form-fields.ts";
import type { EntryTyping } from "./use-entry-typing.ts";

type FormFieldViewProps = {
  readonly field: FormField;
  readonly typing: EntryTyping;
  readonly was: ReadonlyMap<string, FieldText> | null;
  readonly numberProps: (field: NumberField) => KeypadFieldProps;
};

/** One field of an entry, with what it was before the draft where that is something else. */
export function FormFieldView({ field, typing, was, numberProps }: FormFieldViewProps) {
  switch (field.kind) {
    case "number":
      return (
        <Marked was={field.id === field.at ? wasText(was, field.at, field.text) : null}>
          <KeypadField {...numberProps(field)} />
        </Marked>
      );
    case "text":
      return (
        <Marked was={wasText(was, field.at, field.text)} wide={field.long}>
          <Field
            label={field.label}
            value={typing.text(field)}
            onText={(typed) => typing.type(field, typed)}
            onBlur={typing.leave}
            hint={field.hint}
            problem={typing.problem(field)}
            type={field.type ?? "text"}
            autoComplete="off"
          />
        </Marked>
      );
    case "words":
      return <Words field={field} typing={typing} was={was} />;
    case "one":
      return (
        <Marked was={wasText(was, field.leaf ?? field.at, chosen(field))} wide>
          <One field={field} typing={typing} />
        </Marked>
      );
    case "many":
      return (
        <Marked was={wasText(was, field.at, manyText(field))} wide>
          <Many field={field} typing={typing} />
        </Marked>
      );
    case "source":
      return null;
  }
}

/** What stood there, when it was something else; null when there is nothing to say. */
function wasText(was: FormFieldViewProps["was"], at: string, text: string): string | null {
  const before = was?.get(at)?.text;
  return before === undefined || before === text ? null : before;
}

const manyText = ({ choices, values }: ManyField): string =>
  choices
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
    .join(", ");

type MarkedProps = {
  readonly was: string | null;
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
};

/** A change is seen at a glance: tape at its edge, and what was there before. */
function Marked({ was, wide, children }: MarkedProps) {
  const { b } = useBook();
  return (
    <div className={css["field"]} data-wide={wide} data-changed={was !== null}>
      {children}
      {was === null ? null : <p className={css["was"]}>{b.entryWas(was === "" ? "–" : was)}</p>}
    </div>
  );
}

function Words({
  field,
  typing,
  was,
}: Omit<FormFieldViewProps, "field" | "numberProps"> & {
  readonly field: WordsField;
}) {
  const { b } = useBook();
  const at = field.at === "" ? "" : `${field.at}.`;
  const both = [
    [`${at}en`, b.entryEnglish(field.label), field.value.en],
    [`${at}es`, b.entrySpanish(field.label), field.value.es],
  ] as const;
  return (
    <div className={css["field"]} data-wide>
      <FieldGrid>
        {both.map(([path, label, stands]) => (
          <Marked key={path} was={wasText(was, path, stands)}>
            {field.long ? (
              <NoteField
                label={label}
                value={typing.words(path, stands)}
                onText={(typed) => typing.typeWords(path, typed)}
                onLeave={typing.leave}
              />
            ) : (
              <Field
                label={label}
                value={typing.words(path, stands)}
                onText={(typed) => typing.typeWords(path, typed)}
                onBlur={typing.leave}
                autoComplete="off"
                maxLength={400}
              />
            )}
          </Marked>
        ))}
      </FieldGrid>
    </div>
  );
}

function One({ field, typing }: { readonly field: OneField; readonly typing: EntryTyping }) {
  const write = (value: string) => {
    const choice = field.choices.find((other) => other.value === value);
    if (choice) typing.choose(field.at, choice.next);
  };
  return <Choose label={field.label} options={field.choices} value={field.value} onValue={write} />;
}

/** Several of a few; the last one cannot be taken away where there has to be one, and stays. */
function Many({ field, typing }: { readonly field: ManyField; readonly typing: EntryTyping }) {
  const toggle = (value: string) => {
    const order = field.choices.map((choice) => choice.value);
    const next = field.values.includes(value)
      ? field.values.filter((other) => other !== value)
      : order.filter((other) => other === value || field.values.includes(other));
    typing.choose(field.at, next);
  };
  return (
    <fieldset className={css["many"]}>
      <legend>{field.label}</legend>
      <div className={css["chips"]}>
        {field.choices.map(({ value, label }) => (
          <label key={value} className={css["chip"]}>
            <input
              type="checkbox"
              checked={field.values.includes(value)}
              onChange={() => toggle(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
