import { isCurve, type ProfitCurve, type RateCurve } from "./book/numbers.ts";
import type { ProfitRule } from "./book/money.ts";
import type { Walk } from "./walk.ts";

/** One number of a curve, and where it stands. */
interface CurvePoint {
  readonly from: string;
  readonly value: string;
  /** `steps.2` */
  readonly way: string;
  /** What its place is called there: `from` of a step, `at` of a point. */
  readonly name: "from" | "at";
}

function pointsOf(
  curve: Extract<RateCurve | ProfitCurve, { kind: string }>,
): readonly CurvePoint[] {
  return curve.kind === "steps"
    ? curve.steps.map(({ from, value }, index) => ({
        from,
        value,
        way: `steps.${index}`,
        name: "from",
      }))
    : curve.points.map(({ at, value }, index) => ({
        from: at,
        value,
        way: `points.${index}`,
        name: "at",
      }));
}

/** Decimals of the book have fifteen digits at the most: as numbers they keep their order. */
const isAbove = (one: string, other: string): boolean => Number(one) > Number(other);

/** Steps begin at 0 and ascend, points ascend: otherwise some quantity would have two numbers, or none. */
export function checkRate(curve: RateCurve | ProfitCurve, way: string, walk: Walk): void {
  if (!isCurve(curve)) return;
  const points = pointsOf(curve);
  const [first] = points;
  if (curve.kind === "steps" && first !== undefined && isAbove(first.from, "0")) {
    walk.say("curve_not_from_zero", first.from, "0", `${way}.${first.way}.from`);
  }
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined || isAbove(point.from, before.from)) continue;
    const further = `${way}.${point.way}.${point.name}`;
    walk.say("curve_not_ascending", point.from, before.from, further);
  }
}

/**
 * A profit never rises with the size of the job: a larger job would then cost more than two smaller ones, and no
 * manager means that.
 */
export function checkProfit({ kind, percent }: ProfitRule, way: string, walk: Walk): void {
  const inside = `${way}.percent`;
  checkRate(percent, inside, walk);
  if (!isCurve(percent)) {
    if (kind === "markup") walk.atMost(MAX_MARKUP, percent, inside);
    return;
  }
  const points = pointsOf(percent);
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const further = `${inside}.${point.way}.value`;
    if (before !== undefined && isAbove(point.value, before.value)) {
      walk.say("profit_rises", point.value, before.value, further);
    } else if (isAbove(point.value, String(MAX_MARKUP))) {
      walk.say("too_high", point.value, String(MAX_MARKUP), further);
    }
  }
}

/** Percent. Ten times the cost on top is no trade's mark-up but a slip of the finger. */
const MAX_MARKUP = 1000;
