import type { FormField, FormGroup } from "./forms/form-fields.ts";

/** What one field says, for "was 110" and for lists of differences. */
export interface FieldText {
  /** With the heading of its part, where it has one: "2 coats: sq ft an hour". */
  readonly label: string;
  readonly text: string;
}

/** What every field of a form says, by the path that a difference names it by. */
export function textsOf(groups: readonly FormGroup[]): ReadonlyMap<string, FieldText> {
  const texts = new Map<string, FieldText>();
  for (const { title, fields } of groups)
    for (const field of fields)
      for (const [at, label, text] of textsOfField(field)) {
        // The first field of a number that is shown both ways names it.
        if (texts.has(at)) continue;
        const heading = title === undefined || title === "" ? "" : `${title}: `;
        texts.set(at, { label: `${heading}${label}`, text });
      }
  return texts;
}

type Said = readonly (readonly [at: string, label: string, text: string])[];

function textsOfField(field: FormField): Said {
  switch (field.kind) {
    case "number":
    case "text":
      return [[field.at, field.label, field.text]];
    case "one":
      return [[field.leaf ?? field.at, field.label, chosen(field)]];
    case "many": {
      const names = field.choices
        .filter(({ value }) => field.values.includes(value))
        .map(({ label }) => label);
      return [[field.at, field.label, names.join(", ")]];
    }
    case "words": {
      const at = field.at === "" ? "" : `${field.at}.`;
      return [
        [`${at}en`, field.label, field.value.en],
        [`${at}es`, field.label, field.value.es],
      ];
    }
    case "source":
      return [];
  }
}

/** The words of the choice that stands; what the book does not know stands as it is. */
export const chosen = (field: Extract<FormField, { readonly kind: "one" }>): string =>
  field.choices.find(({ value }) => value === field.value)?.label ?? field.value;
