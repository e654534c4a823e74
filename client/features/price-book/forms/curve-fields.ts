import {
  isCurve,
  type ProfitCurve,
  type RateCurve,
} from "../../../../shared/pricing/book/numbers.ts";
import type { BookWords } from "../../../words/book-words.ts";
import {
  decimal,
  type FormContext,
  type FormGroup,
  type NumberField,
  type OneField,
  plainDecimal,
  type SourceField,
} from "./form-fields.ts";

type Curve = RateCurve | ProfitCurve;
type By = Extract<Curve, { readonly kind: string }>["by"];

export interface CurveOptions {
  readonly at: string;
  readonly title: string;
  /** What the number is: "sq ft an hour", "% of the price". */
  readonly label: string;
  /** What it may go by, the usual one first. */
  readonly bases: readonly By[];
  /** What it changes with: "sq ft". */
  readonly across: (by: By) => string;
  readonly note?: NumberField["note"];
  /** Further fields for a number: the same the other way round. */
  readonly twin?: ((field: NumberField) => readonly NumberField[]) | undefined;
}

/** A number that may change with a quantity: as it stands, by steps, or along a line. With its picture. */
export function curveGroups(
  context: FormContext,
  curve: Curve,
  options: CurveOptions,
): readonly FormGroup[] {
  const { at, title, label, note, twin = () => [] } = options;
  const { b } = context;
  const head = { id: at, title };
  const how = howField(context, curve, options);
  if (!isCurve(curve)) {
    const field = decimal(curve, { at, label, note });
    return [{ ...head, fields: [field, ...twin(field), how] }];
  }
  const across = options.across(curve.by);
  const picture = { at, across, up: label };
  const by = byField(context, curve, options);
  const source: SourceField = { kind: "source", at: `${at}.source`, key: curve.source };
  const top = { ...head, fields: [how, ...by, source], picture };
  if (curve.kind === "steps")
    return [
      top,
      ...curve.steps.map((step, index): FormGroup => {
        const path = `${at}.steps.${index}`;
        const value = plainDecimal(step.value, { at: `${path}.value`, label, note });
        const start = plainDecimal(step.from, { at: `${path}.from`, label: b.curveFrom(across) });
        return {
          id: path,
          title: b.curveStep(index + 1),
          fields: [start, value, ...twin(value)],
          remove: curve.steps.length > 1 ? { at: path, label: b.curveRemoveStep } : undefined,
          add:
            index === curve.steps.length - 1
              ? {
                  at: `${at}.steps.${index + 1}`,
                  label: b.curveAddStep,
                  value: { from: further(step.from), value: step.value },
                }
              : undefined,
        };
      }),
    ];
  return [
    top,
    ...curve.points.map((point, index): FormGroup => {
      const path = `${at}.points.${index}`;
      const value = plainDecimal(point.value, { at: `${path}.value`, label, note });
      const place = plainDecimal(point.at, { at: `${path}.at`, label: b.curveAt(across) });
      return {
        id: path,
        title: b.curvePoint(index + 1),
        fields: [place, value, ...twin(value)],
        remove: curve.points.length > 2 ? { at: path, label: b.curveRemovePoint } : undefined,
        add:
          index === curve.points.length - 1
            ? {
                at: `${at}.points.${index + 1}`,
                label: b.curveAddPoint,
                value: { at: further(point.at), value: point.value },
              }
            : undefined,
      };
    }),
    {
      id: `${at}.floor`,
      fields: [plainDecimal(curve.floor, { at: `${at}.floor`, label: b.curveFloor(label) })],
    },
  ];
}

/** Somewhere beyond the last step, to be typed over. */
const further = (from: string): string => String(Math.max(100, Math.ceil(Number(from)) * 2));

function howField(
  { b }: FormContext,
  curve: Curve,
  { at, bases: [by = "surface"] }: CurveOptions,
): OneField {
  const { source } = curve;
  const value = isCurve(curve)
    ? curve.kind === "steps"
      ? (curve.steps[0]?.value ?? "1")
      : (curve.points[0]?.value ?? "1")
    : curve.value;
  const goesBy = isCurve(curve) ? curve.by : by;
  return {
    kind: "one",
    at,
    leaf: `${at}.kind`,
    label: b.curveHow,
    value: isCurve(curve) ? curve.kind : "plain",
    choices: [
      { value: "plain", label: b.curvePlain, next: { value, source } },
      {
        value: "steps",
        label: b.curveSteps,
        next: { kind: "steps", by: goesBy, steps: [{ from: "0", value }], source },
      },
      {
        value: "line",
        label: b.curveLine,
        next: {
          kind: "line",
          by: goesBy,
          points: [
            { at: "100", value },
            { at: "1000", value },
          ],
          floor: value,
          source,
        },
      },
    ],
  };
}

function byField(
  { b }: FormContext,
  curve: Extract<Curve, { readonly kind: string }>,
  { at, bases }: CurveOptions,
): readonly OneField[] {
  return [
    {
      kind: "one",
      at: `${at}.by`,
      label: b.curveBy,
      value: curve.by,
      choices: bases.map((by) => ({ value: by, label: basisWords(by, b), next: by })),
    },
  ];
}

function basisWords(by: By, b: BookWords): string {
  switch (by) {
    case "surface":
      return b.curveBySurface;
    case "job":
      return b.curveByJob;
    case "job-cost":
      return b.curveByCost;
    case "job-sqft":
      return b.curveBySqft;
  }
}
