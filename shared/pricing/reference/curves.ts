import { isCurve, type ProfitCurve, type RateCurve } from "../book/numbers.ts";
import { decimal, type Fraction, larger } from "./fraction.ts";

/** What `x` is, by what a curve goes by. */
export type CurveQuantities = Readonly<
  Partial<Record<"surface" | "job" | "job-cost" | "job-sqft", Fraction>>
>;

interface Point {
  readonly at: Fraction;
  readonly value: Fraction;
}

/** Page, section 1, "Numbers that change with quantity". */
export function numberAt(curve: RateCurve | ProfitCurve, quantities: CurveQuantities): Fraction {
  if (!isCurve(curve)) return decimal(curve.value);
  const x = quantities[curve.by];
  if (x === undefined) throw new Error(`nothing to look ${curve.by} up for`);
  if (curve.kind === "steps") return onSteps(curve.steps, x);
  const points = curve.points.map(({ at, value }) => ({ at: decimal(at), value: decimal(value) }));
  return larger(onLine(points, x), decimal(curve.floor));
}

/** The last step with `from ≤ x`; the first also for an `x` below zero, which a job's cost can be. */
function onSteps(
  steps: readonly { readonly from: string; readonly value: string }[],
  x: Fraction,
): Fraction {
  let holds = decimal(steps[0]?.value ?? "0");
  for (const { from, value } of steps) {
    if (!decimal(from).isAbove(x)) holds = decimal(value);
  }
  return holds;
}

function onLine(points: readonly Point[], x: Fraction): Fraction {
  const [first, second] = points;
  if (first === undefined || second === undefined) throw new Error("a line has two points");
  if (x.isBelow(first.at)) return first.value;
  let [left, right] = [first, second];
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next !== undefined && !point.at.isAbove(x)) [left, right] = [point, next];
  }
  const slope = right.value.minus(left.value).over(right.at.minus(left.at));
  return left.value.plus(slope.times(x.minus(left.at)));
}
