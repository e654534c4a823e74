import { isCurve, type RateCurve } from "../../../../shared/pricing/book/numbers.ts";
import { scaledText } from "../../../../shared/pricing/edit/decimal-text.ts";

/** One rate in a few words, for a list: the first number of a curve stands for it. */
export function rateText(curve: RateCurve): string {
  if (!isCurve(curve)) return curve.value;
  const first = curve.kind === "steps" ? curve.steps[0]?.value : curve.points[0]?.value;
  return scaledText(first ?? "0", 1) ?? "";
}
