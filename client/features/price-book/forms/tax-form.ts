import type { TaxRule } from "../../../../shared/pricing/book/money.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import {
  decimal,
  type FormContext,
  type FormField,
  type FormGroup,
  type TextField,
  usualSource,
} from "./form-fields.ts";

/** Sales tax by state, and everywhere else. */
export function taxForm(context: FormContext, tax: PriceBook["salesTax"]): readonly FormGroup[] {
  const { b } = context;
  const at = tax.states.length;
  const next = {
    state: "",
    rule: { kind: "total", percent: { value: "5", source: usualSource(context.book) } },
  };
  return [
    {
      id: "otherwise",
      title: tax.states.length === 0 ? b.taxEverywhere : b.taxElsewhere,
      fields: taxFields(context, tax.otherwise, "otherwise"),
      add:
        at === 0 ? { at: "states.0", label: b.taxAdd, value: { ...next, state: "CA" } } : undefined,
    },
    ...tax.states.map(({ state, rule }, index): FormGroup => ({
      id: `states.${index}`,
      title: state,
      fields: [
        stateField(context, state, `states.${index}.state`),
        ...taxFields(context, rule, `states.${index}.rule`),
      ],
      remove: { at: `states.${index}`, label: b.taxRemove(state) },
      add:
        index === at - 1
          ? {
              at: `states.${at}`,
              label: b.taxAdd,
              value: { ...next, state: freeState(tax.states.map((known) => known.state)) },
            }
          : undefined,
    })),
  ];
}

/** A further rule begins with a state that has none. */
export const freeState = (taken: readonly string[]): string =>
  ["CA", "NV", "OR", "TX", "WA", "AZ", "CO", "FL", "NY", "IL"].find(
    (state) => !taken.includes(state),
  ) ?? "ZZ";

export const stateField = ({ b }: FormContext, state: string, at: string): TextField => ({
  kind: "text",
  at,
  label: b.fieldState,
  hint: b.fieldStateHint,
  text: state,
  parse: (typed) => typed.trim().toUpperCase(),
});

function taxFields({ b }: FormContext, rule: TaxRule, at: string): readonly FormField[] {
  const percent = rule.kind === "none" ? { value: "5", source: rule.source } : rule.percent;
  const source = rule.kind === "none" ? rule.source : rule.percent.source;
  return [
    {
      kind: "one",
      at,
      leaf: `${at}.kind`,
      label: b.taxKind,
      value: rule.kind,
      choices: [
        { value: "none", label: b.taxNone, next: { kind: "none", source } },
        { value: "total", label: b.taxTotal, next: { kind: "total", percent } },
        { value: "materials", label: b.taxMaterials, next: { kind: "materials", percent } },
      ],
    },
    rule.kind === "none"
      ? { kind: "source", at: `${at}.source`, key: rule.source }
      : decimal(rule.percent, { at: `${at}.percent`, label: b.taxPercent }),
  ];
}
