import { isCurve, type ProfitCurve, type RateCurve } from "./book/numbers.ts";
import type { ProfitRule } from "./book/money.ts";
import type { QuantityRule, QuantityUnit, Substrate } from "./book/substrate.ts";
import { type PriceBookWarning, type Warn, warnAbout } from "./price-book-warning.ts";

/** A curve's number at a quantity, near enough for a warning. */
function near(curve: RateCurve, x: number): number {
  if (!isCurve(curve)) return Number(curve.value);
  if (curve.kind === "steps") {
    return Number(curve.steps.findLast(({ from }) => Number(from) <= x)?.value ?? 0);
  }
  const points = curve.points.map(({ at, value }) => [Number(at), Number(value)] as const);
  const below = points.findLastIndex(([at]) => at <= x);
  const [[x0, y0] = [0, 0], [x1, y1] = [1, 0]] = points.slice(Math.min(below, points.length - 2));
  const value = below < 0 ? (points[0]?.[1] ?? 0) : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  return Math.max(value, Number(curve.floor));
}

const breaksOf = (curve: RateCurve): readonly number[] => {
  if (!isCurve(curve)) return [];
  return curve.kind === "steps"
    ? curve.steps.map(({ from }) => Number(from))
    : curve.points.map(({ at }) => Number(at));
};

/** The first number of a curve, as it is written. */
const written = (curve: RateCurve | ProfitCurve): string => {
  if (!isCurve(curve)) return curve.value;
  return (curve.kind === "steps" ? curve.steps : curve.points)[0]?.value ?? "";
};

/** Whoever writes hours where units an hour belong sees it here: more coats would then take less time. */
function takesLess(
  kind: Substrate["labour"]["kind"],
  curve: RateCurve,
  before: RateCurve,
): boolean {
  const places = [0, ...breaksOf(curve), ...breaksOf(before)];
  return places.some((x) => {
    const [more, fewer] = [near(curve, x), near(before, x)];
    return kind === "units-per-hour" ? more > fewer : more < fewer;
  });
}

/** The unit in which a rule measures; null for what may be counted in any. */
const measuredIn: Readonly<Record<QuantityRule["kind"], QuantityUnit | null>> = {
  walls: "sqft",
  face: "sqft",
  "floor-plan": "sqft",
  strip: "sqft",
  perimeter: "lf",
  length: "lf",
  doors: "each",
  windows: "each",
  count: null,
  typed: null,
};

/** Dollars for a foot that no piece rate of the trade comes near. */
const HIGH_PIECE_RATE = 25;
/** Square feet that a gallon covers: from the roughest block to a sealer on glass, and then some. */
const SPREAD = { least: 20, most: 2000 } as const;

function labourWarnings({ labour, unit }: Substrate, warn: Warn): readonly PriceBookWarning[] {
  const isMeasured = unit !== "each";
  return labour.byCoats.flatMap((curve, index) => {
    const inside = `labour.byCoats.${index}`;
    const value = Number(written(curve));
    const before = labour.byCoats[index - 1];
    const isBackwards =
      (labour.kind === "units-per-hour" && value < 1) ||
      (labour.kind === "hours-per-unit" && value > 1);
    return [
      ...(before !== undefined && takesLess(labour.kind, curve, before)
        ? [warn("coats_take_less", inside, written(curve), written(before))]
        : []),
      ...(isMeasured && isBackwards ? [warn("rate_backwards", inside, written(curve))] : []),
      ...(isMeasured && labour.kind === "piece" && value > HIGH_PIECE_RATE
        ? [warn("piece_rate_high", inside, written(curve))]
        : []),
      ...floorWarning(curve, inside, warn),
    ];
  });
}

function floorWarning(
  curve: RateCurve | ProfitCurve,
  inside: string,
  warn: Warn,
): readonly PriceBookWarning[] {
  if (!isCurve(curve) || curve.kind === "steps") return [];
  const floor = Number(curve.floor);
  const isHidden = curve.points.some(({ value }) => Number(value) < floor);
  return isHidden ? [warn("floor_above_points", `${inside}.floor`, curve.floor)] : [];
}

function spreadWarnings({ paint, unit }: Substrate, warn: Warn): readonly PriceBookWarning[] {
  if (unit === "each") return [];
  if (paint.kind === "gallons-per-unit") {
    const { value } = paint.gallons;
    return Number(value) > 1 ? [warn("spread_unlikely", "paint.gallons.value", value)] : [];
  }
  const { value } = paint.unitsPerGallon;
  const isLikely = Number(value) >= SPREAD.least && (unit === "lf" || Number(value) <= SPREAD.most);
  return isLikely ? [] : [warn("spread_unlikely", "paint.unitsPerGallon.value", value)];
}

export function substrateWarnings(substrate: Substrate): readonly PriceBookWarning[] {
  const { key, label, unit, quantity } = substrate;
  const warn = warnAbout(`substrates/${key}`, label);
  const measured = measuredIn[quantity.kind];
  return [
    ...(measured !== null && measured !== unit
      ? [warn("unit_unlike_quantity", "unit", unit, measured)]
      : []),
    ...labourWarnings(substrate, warn),
    ...spreadWarnings(substrate, warn),
  ];
}

/** Percent of the price: four fifths of it would be profit. */
const HIGH_MARGIN = 80;

export function profitWarnings(
  { kind, percent }: ProfitRule,
  inside: string,
  warn: Warn,
): readonly PriceBookWarning[] {
  const way = `${inside}.percent`;
  const isHigh = kind === "margin" && Number(written(percent)) >= HIGH_MARGIN;
  return [
    ...(isHigh ? [warn("margin_high", way, written(percent))] : []),
    ...floorWarning(percent, way, warn),
  ];
}
