import type { OptionRule } from "../../../../shared/pricing/book/paint.ts";
import {
  type FormContext,
  type FormGroup,
  oneOf,
  oneOrNone,
  type OneField,
  whole,
  words,
} from "./form-fields.ts";

/** Good, better or best: what it paints each scope with. */
export function optionForm(context: FormContext, option: OptionRule): readonly FormGroup[] {
  const { b, book, language } = context;
  const warranty: OneField = {
    kind: "one",
    at: "warrantyYears",
    leaf: "warrantyYears.set",
    label: b.optionWarranty,
    value: option.warrantyYears === null ? "paint" : "own",
    choices: [
      { value: "own", label: b.optionWarrantyOwn, next: option.warrantyYears ?? 2 },
      { value: "paint", label: b.optionWarrantyPaint, next: null },
    ],
  };
  const missing = book.scopes.find(({ key }) => !option.scopes.some(({ scope }) => scope === key));
  const model = option.scopes[0];
  return [
    {
      id: "head",
      fields: [
        words(option.label, "label", b.fieldName),
        warranty,
        ...(option.warrantyYears === null
          ? []
          : [whole(option.warrantyYears, { at: "warrantyYears", label: b.fieldWarranty })]),
        { kind: "source", at: "source", key: option.source },
      ],
      add:
        missing && model
          ? {
              at: `scopes.${option.scopes.length}`,
              label: b.optionAddScope(missing.label[language]),
              value: { ...model, scope: missing.key },
            }
          : undefined,
    },
    ...option.scopes.map((choice, index): FormGroup => {
      const at = `scopes.${index}`;
      const scope = book.scopes.find(({ key }) => key === choice.scope);
      const product = book.products.find(({ key }) => key === choice.product);
      const sheens = book.sheens.filter(
        ({ key }) => key === choice.sheen || product?.sheens.includes(key),
      );
      return {
        id: at,
        title: scope?.label[language] ?? choice.scope,
        fields: [
          oneOf(context, book.products, {
            at: `${at}.product`,
            label: b.fieldProduct,
            value: choice.product,
          }),
          oneOf(context, sheens, { at: `${at}.sheen`, label: b.fieldSheen, value: choice.sheen }),
          {
            kind: "one",
            at: `${at}.coats`,
            label: b.fieldCoats,
            value: String(choice.coats),
            choices: [1, 2, 3, 4].map((coats) => ({
              value: String(coats),
              label: String(coats),
              next: coats,
            })),
          },
          oneOf(context, book.prepLevels, {
            at: `${at}.prep`,
            label: b.listPrepLevels,
            value: choice.prep,
          }),
          oneOrNone(
            context,
            book.methods,
            { at: `${at}.method`, label: b.fieldMethod, value: choice.method },
            b.optionMethodOwn,
          ),
          ...(book.primers.length === 0
            ? []
            : [
                oneOrNone(
                  context,
                  book.primers,
                  { at: `${at}.primer`, label: b.fieldPrimer, value: choice.primer },
                  b.optionNoPrimer,
                ),
              ]),
        ],
        remove: option.scopes.length > 1 ? { at, label: b.optionRemoveScope } : undefined,
      };
    }),
  ];
}
