import type { Discount, FinancingPlan } from "../../../../shared/pricing/book/money.ts";
import { tidyDecimal } from "../../../../shared/pricing/edit/decimal-text.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import {
  decimal,
  type FormContext,
  type FormGroup,
  money,
  type OneField,
  type TextField,
  usualSource,
  whole,
  words,
} from "./form-fields.ts";
import { profitGroups } from "./profit-fields.ts";

/** The profit on each kind of cost. */
export function profitForm(
  context: FormContext,
  profit: PriceBook["profit"],
): readonly FormGroup[] {
  const { b } = context;
  const parts = [
    ["labour", b.profitLabour],
    ["paint", b.profitPaint],
    ["sundries", b.profitSundries],
    ["charges", b.profitCharges],
    ["items", b.profitItems],
  ] as const;
  return parts.flatMap(([part, title]) => profitGroups(context, profit[part], part, title));
}

export const minimumForm = (
  { b }: FormContext,
  minimum: PriceBook["minimumCharge"],
): readonly FormGroup[] => [
  { id: "head", hint: b.minimumHint, fields: [money(minimum, { at: "", label: b.minimumCharge })] },
];

/** A book without one asks its net prices. */
export function listDiscountForm(
  { b, book }: FormContext,
  list: PriceBook["listDiscount"],
): readonly FormGroup[] {
  const own = list ?? { value: "10", source: usualSource(book) };
  const has: OneField = {
    kind: "one",
    at: "",
    leaf: "set",
    label: b.listDiscount,
    value: list ? "list" : "net",
    choices: [
      { value: "net", label: b.listDiscountNone, next: null },
      { value: "list", label: b.listDiscountSome, next: own },
    ],
  };
  const fields = list
    ? [has, decimal(list, { at: "", label: b.listDiscountPercent, note: listNote(b) })]
    : [has];
  return [{ id: "head", hint: b.listDiscountHint, fields }];
}

/** What a job of $1,000 net is listed at. */
const listNote =
  (b: FormContext["b"]) =>
  (typed: string): string | null => {
    const rest = 100 - Number(tidyDecimal(typed) ?? "NaN");
    return rest > 0 ? b.listDiscountNote((100_000 / rest).toFixed(0)) : null;
  };

export function discountForm(context: FormContext, discount: Discount): readonly FormGroup[] {
  const { b } = context;
  const { off } = discount;
  const source = off.kind === "percent" ? off.percent.source : off.amount.source;
  const kind: OneField = {
    kind: "one",
    at: "off",
    leaf: "off.kind",
    label: b.discountKind,
    value: off.kind,
    choices: [
      {
        value: "percent",
        label: b.discountPercent,
        next: off.kind === "percent" ? off : { kind: "percent", percent: { value: "5", source } },
      },
      {
        value: "amount",
        label: b.discountAmount,
        next: off.kind === "amount" ? off : { kind: "amount", amount: { cents: 100_00, source } },
      },
    ],
  };
  const until: TextField = {
    kind: "text",
    at: "until",
    label: b.discountUntil,
    hint: b.discountUntilHint,
    type: "date",
    text: discount.until ?? "",
    parse: (typed) => (typed === "" ? null : typed),
  };
  return [
    {
      id: "head",
      fields: [
        words(discount.label, "label", b.fieldName),
        kind,
        off.kind === "percent"
          ? decimal(off.percent, { at: "off.percent", label: b.discountPercentOff })
          : money(off.amount, { at: "off.amount", label: b.discountAmountOff }),
        until,
      ],
    },
  ];
}

export const financingForm = ({ b }: FormContext, plan: FinancingPlan): readonly FormGroup[] => [
  {
    id: "head",
    fields: [
      words(plan.label, "label", b.fieldName),
      decimal(plan.apr, { at: "apr", label: b.financeApr }),
      whole(plan.months, { at: "months", label: b.financeMonths }),
      money(plan.minimum, { at: "minimum", label: b.financeMinimum }),
    ],
  },
];
