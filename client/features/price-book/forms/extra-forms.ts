import type { AddOn } from "../../../../shared/pricing/book/money.ts";
import type { SundriesRule } from "../../../../shared/pricing/book/work.ts";
import { addOnNote } from "./add-on-note.ts";
import {
  decimal,
  type FormContext,
  type FormField,
  type FormGroup,
  money,
  usualSource,
  whole,
  words,
} from "./form-fields.ts";
import { unitWord } from "./unit-words.ts";

export function addOnForm({ b }: FormContext, addOn: AddOn): readonly FormGroup[] {
  return [
    {
      id: "head",
      fields: [
        words(addOn.label, "label", b.fieldName),
        {
          kind: "one",
          at: "unit",
          label: b.addOnUnit,
          value: addOn.unit,
          choices: (["each", "sqft", "lf"] as const).map((unit) => ({
            value: unit,
            label: unitWord(unit, b),
            next: unit,
          })),
        },
        decimal(addOn.pay, { at: "pay", label: b.addOnPay }),
        decimal(addOn.factor, {
          at: "factor",
          label: b.addOnFactor,
          note: (typed) => addOnNote(addOn.pay.value, typed, b),
        }),
      ],
    },
  ];
}

export function sundriesForm({ b, book }: FormContext, rule: SundriesRule): readonly FormGroup[] {
  const source = usualSource(book);
  const { key, label } = rule;
  const shared = { key, label, ...(rule.onlyIf && { onlyIf: rule.onlyIf }) };
  const nexts: readonly (readonly [SundriesRule["kind"], string, unknown])[] = [
    ["per-hour", b.sundriesPerHour, { perHour: { cents: 2_00, source } }],
    ["percent-of-paint", b.sundriesOfPaint, { percent: { value: "5", source } }],
    [
      "per-started",
      b.sundriesPerStarted,
      { units: { value: "180", source }, of: "lf", cost: { cents: 8_00, source }, minimum: 0 },
    ],
  ];
  return [
    {
      id: "head",
      fields: [
        words(label, "label", b.fieldName),
        {
          kind: "one",
          at: "",
          leaf: "kind",
          label: b.sundriesKind,
          value: rule.kind,
          choices: nexts.map(([kind, text, next]) => ({
            value: kind,
            label: text,
            next: kind === rule.kind ? rule : { kind, ...shared, ...Object(next) },
          })),
        },
        ...sundriesFields(rule, b),
        {
          kind: "one",
          at: "onlyIf",
          label: b.sundriesWhen,
          value: rule.onlyIf ?? "",
          choices: [
            { value: "", label: b.sundriesAlways, next: undefined },
            { value: "lead-safe", label: b.sundriesLeadSafe, next: "lead-safe" },
          ],
        },
      ],
    },
  ];
}

function sundriesFields(rule: SundriesRule, b: FormContext["b"]): readonly FormField[] {
  switch (rule.kind) {
    case "per-hour":
      return [money(rule.perHour, { at: "perHour", label: b.sundriesHourCost })];
    case "percent-of-paint":
      return [decimal(rule.percent, { at: "percent", label: b.sundriesPercent })];
    case "per-started":
      return [
        money(rule.cost, { at: "cost", label: b.sundriesCost }),
        decimal(rule.units, { at: "units", label: b.sundriesEach }),
        {
          kind: "one",
          at: "of",
          label: b.sundriesOf,
          value: rule.of,
          choices: [
            { value: "sqft", label: b.unitSqft, next: "sqft" },
            { value: "lf", label: b.unitLf, next: "lf" },
            { value: "each", label: b.unitEach, next: "each" },
            { value: "hour", label: b.unitHour, next: "hour" },
            { value: "gallon", label: b.unitGallon, next: "gallon" },
            { value: "area", label: b.unitArea, next: "area" },
            { value: "crew-day", label: b.unitCrewDay, next: "crew-day" },
          ],
        },
        whole(rule.minimum, { at: "minimum", label: b.sundriesMinimum }),
      ];
  }
}
