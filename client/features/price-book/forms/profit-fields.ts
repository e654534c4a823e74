import { isCurve } from "../../../../shared/pricing/book/numbers.ts";
import type { ProfitRule } from "../../../../shared/pricing/book/money.ts";
import {
  isDecimal,
  marginOfMarkup,
  markupOfMargin,
} from "../../../../shared/pricing/edit/decimal-text.ts";
import { curveGroups } from "./curve-fields.ts";
import type { FormContext, FormGroup, OneField } from "./form-fields.ts";

/** A margin with its mark-up beside it, or the other way round. */
export function profitGroups(
  context: FormContext,
  rule: ProfitRule,
  at: string,
  title: string,
): readonly FormGroup[] {
  const { b } = context;
  const [first, ...others] = curveGroups(context, rule.percent, {
    at: `${at}.percent`,
    title,
    label: rule.kind === "margin" ? b.profitMargin : b.profitMarkup,
    bases: ["job-cost", "job-sqft"],
    across: (by) => (by === "job-cost" ? b.curveDollarsOfCost : b.curvePaintedSqft),
    note: (typed) => profitNote(context, rule.kind, typed),
  });
  if (!first) return [];
  return [{ ...first, fields: [kindField(context, rule, at), ...first.fields] }, ...others];
}

/** "35 % margin is 53.8 % mark-up." Null while no number stands there. */
export function profitNote(
  { b }: Pick<FormContext, "b">,
  kind: ProfitRule["kind"],
  typed: string,
): string | null {
  if (!isDecimal(typed)) return null;
  if (kind === "markup") return b.profitMarkupIs(typed, marginOfMarkup(typed) ?? "0");
  const markup = markupOfMargin(typed);
  return markup === null ? b.profitTooMuch : b.profitMarginIs(typed, markup);
}

/** The other kind keeps the same profit, as near as a tenth of a percent. */
function kindField({ b }: FormContext, rule: ProfitRule, at: string): OneField {
  const { percent } = rule;
  const plain = isCurve(percent) ? null : percent;
  const turned = (kind: ProfitRule["kind"]): unknown => {
    if (kind === rule.kind) return rule;
    if (!plain) return { kind, percent };
    const value = kind === "margin" ? marginOfMarkup(plain.value) : markupOfMargin(plain.value);
    return { kind, percent: { ...plain, value: value ?? "0" } };
  };
  return {
    kind: "one",
    at,
    leaf: `${at}.kind`,
    label: b.profitKind,
    value: rule.kind,
    choices: [
      { value: "margin", label: b.profitKindMargin, next: turned("margin") },
      { value: "markup", label: b.profitKindMarkup, next: turned("markup") },
    ],
  };
}
