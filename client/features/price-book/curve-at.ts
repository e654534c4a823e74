import * as z from "zod/mini";
import {
  markupCurve,
  type ProfitCurve,
  rateCurve,
  type RateCurve,
} from "../../../shared/pricing/book/numbers.ts";
import { valueAt } from "../../../shared/pricing/edit/json.ts";

/** The curve at a path of an entry, or null when none stands there. */
export function curveAt(entry: unknown, at: string): RateCurve | ProfitCurve | null {
  const value = valueAt(entry, at);
  const rate = z.safeParse(rateCurve, value);
  if (rate.success) return rate.data;
  const profit = z.safeParse(markupCurve, value);
  return profit.success ? profit.data : null;
}
