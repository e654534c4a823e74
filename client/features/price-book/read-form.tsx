import { useBook } from "./book-context.tsx";
import css from "./read-form.module.css";
import { chosen } from "./form-texts.ts";
import { sourcesOf } from "./shared-sources.ts";
import type { FormField, FormGroup } from "./forms/form-fields.ts";
import { ratePicture } from "./lazy-picture.ts";

type ReadFormProps = { readonly entry: unknown; readonly groups: readonly FormGroup[] };

/** An entry of the price book to be read: the same numbers and sources, and nothing to change. */
export function ReadForm({ entry, groups }: ReadFormProps) {
  const { b, now } = useBook();
  return (
    <div className={css["form"]}>
      {groups.map((group) => {
        return (
          <section key={group.id} className={css["part"]} aria-label={group.title}>
            {group.title ? <h2 className={css["heading"]}>{group.title}</h2> : null}
            {group.hint ? <p className={css["hint"]}>{group.hint}</p> : null}
            {group.picture ? <ratePicture.Part entry={entry} picture={group.picture} /> : null}
            <dl className={css["facts"]}>
              {group.fields.map((field) => (
                <Fact key={`${field.kind} ${idOf(field)}`} field={field} />
              ))}
            </dl>
            {sourcesOf(group).map(({ key }) => (
              <p key={key} className={css["hint"]}>
                {b.entrySource}:{" "}
                {Object.hasOwn(now.book.sources, key) ? now.book.sources[key] : key}
              </p>
            ))}
          </section>
        );
      })}
    </div>
  );
}

const idOf = (field: FormField): string => (field.kind === "number" ? field.id : field.at);

function Fact({ field }: { readonly field: FormField }) {
  const { now } = useBook();
  const { language } = now.context;
  switch (field.kind) {
    case "number": {
      const note = field.note?.(field.text);
      return (
        <div data-number>
          <dt>{field.label}</dt>
          <dd>{field.text}</dd>
          {note ? <dd className={css["small"]}>{note}</dd> : null}
        </div>
      );
    }
    case "text":
      return <Said label={field.label} text={field.text} />;
    case "words":
      return <Said label={field.label} text={field.value[language]} long={field.long} />;
    case "one":
      return <Said label={field.label} text={chosen(field)} />;
    case "many": {
      const names = field.choices.filter(({ value }) => field.values.includes(value));
      return <Said label={field.label} text={names.map(({ label }) => label).join(", ")} />;
    }
    case "source":
      return null;
  }
}

type SaidProps = {
  readonly label: string;
  readonly text: string;
  readonly long?: boolean | undefined;
};

function Said({ label, text, long }: SaidProps) {
  if (text === "") return null;
  return (
    <div className={long ? css["long"] : undefined}>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}
