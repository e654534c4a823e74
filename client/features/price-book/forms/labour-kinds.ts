import { isCurve, type RateCurve } from "../../../../shared/pricing/book/numbers.ts";
import type { LabourRule } from "../../../../shared/pricing/book/substrate.ts";
import { inverseText, scaledText } from "../../../../shared/pricing/edit/decimal-text.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";

type Kind = LabourRule["kind"];
type Convert = (text: string) => string;

/**
 * The same pace kept in another way, to go on from: hours are turned round, and a piece rate pays what the hours
 * would have cost.
 */
export function labourOfKind(
  labour: LabourRule,
  kind: Kind,
  { wage, load }: Pick<PriceBook["labour"], "wage" | "load">,
): LabourRule {
  if (kind === labour.kind) return labour;
  const loaded = scaledText(load.value, wage.cents, 100) ?? "1";
  const toHours: Readonly<Record<Kind, Convert>> = {
    "hours-per-unit": (text) => text,
    "units-per-hour": (text) => inverseText(text) ?? text,
    piece: (text) => quotient(text, loaded),
  };
  const fromHours: Readonly<Record<Kind, Convert>> = {
    "hours-per-unit": (text) => text,
    "units-per-hour": (text) => inverseText(text) ?? text,
    piece: (hours) => atLeastCent(product(hours, loaded)),
  };
  const convert: Convert = (text) => fromHours[kind](toHours[labour.kind](text));
  return { kind, byCoats: labour.byCoats.map((curve) => convertCurve(curve, convert)) };
}

function convertCurve(curve: RateCurve, convert: Convert): RateCurve {
  if (!isCurve(curve)) return { ...curve, value: convert(curve.value) };
  if (curve.kind === "steps") {
    const steps = curve.steps.map((step) => ({ ...step, value: convert(step.value) }));
    return { ...curve, steps };
  }
  const points = curve.points.map((point) => ({ ...point, value: convert(point.value) }));
  const least = points.toSorted((one, other) => Number(one.value) - Number(other.value))[0];
  return { ...curve, points, floor: least?.value ?? convert(curve.floor) };
}

/** Millionths of a number, for two factors that both have decimals. */
const millionths = (text: string): number => Number(scaledText(text, 1_000_000) ?? "0");

const product = (one: string, other: string): string =>
  scaledText(one, millionths(other), 1_000_000, 2) ?? one;

const quotient = (one: string, other: string): string =>
  scaledText(one, 1_000_000, Math.max(1, millionths(other))) ?? one;

const atLeastCent = (text: string): string => (/[1-9]/.test(text) ? text : "0.01");
