import type { ProfitCurve, RateCurve } from "../book/numbers.ts";

/** One step or point of a curve, as a row of a sheet. */
export interface CurveRow {
  readonly "@shape": "steps" | "line";
  readonly "@by": string;
  readonly "@from": string;
  readonly "@value": string;
  /** Of a line, in each of its rows. */
  readonly "@floor": string | undefined;
}

/** As `isCurve` of the book's numbers, without the schema that they bring: the reader of workbooks does without. */
export const isBent = <C extends RateCurve | ProfitCurve>(
  number: C,
): number is Extract<C, { readonly kind: string }> => "kind" in number;

/** The steps or points of a curve, one a row. */
export function curveRows(
  curve: Extract<RateCurve | ProfitCurve, { readonly kind: string }>,
): readonly CurveRow[] {
  const { kind, by } = curve;
  const floor = kind === "line" ? curve.floor : undefined;
  const points =
    kind === "steps"
      ? curve.steps.map(({ from, value }) => ({ from, value }))
      : curve.points.map(({ at, value }) => ({ from: at, value }));
  return points.map(({ from, value }) => ({
    "@shape": kind,
    "@by": by,
    "@from": from,
    "@value": value,
    "@floor": floor,
  }));
}
