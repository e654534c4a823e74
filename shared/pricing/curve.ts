import { compare, type Exact, exact, multiply } from "../exact/exact.ts";
import { decimalToExact } from "../units/decimal.ts";
import type { ProfitCurve, RateCurve } from "./book/numbers.ts";
import { type CompiledBook, type EntryName, fromBook, referenceTo } from "./compiled-book.ts";
import { atLeast, entered, type LinePoint, onLine, stepOf } from "./traced.ts";
import type { Trace, TraceKey, Unit } from "./trace.ts";

/** How a curve's numbers are meant. */
export interface CurveReading {
  readonly key: TraceKey;
  readonly unit: Unit;
  readonly name: EntryName;
  /** Times what stands in the book: 100 for dollars that become cents. */
  readonly scale?: Exact | undefined;
  /** The quantity it changes with, and the same scale for where its points stand. */
  readonly at: (by: "surface" | "job" | "job-cost" | "job-sqft") => {
    readonly x: Trace;
    readonly scale?: Exact | undefined;
  };
}

interface Compiled {
  readonly points: readonly LinePoint[];
  /** Null for steps. */
  readonly floor: Trace | null;
}

export const CENTS_PER_DOLLAR = exact(100);

const scaled = (text: string, scale: Exact | undefined): Exact =>
  scale === undefined ? decimalToExact(text) : multiply(decimalToExact(text), scale);

const compiledCurves = new WeakMap<object, Compiled>();

function compileCurve(
  book: CompiledBook,
  curve: Extract<RateCurve | ProfitCurve, { readonly kind: string }>,
  { key, unit, name, scale }: CurveReading,
  at: ReturnType<CurveReading["at"]>,
): Compiled {
  const known = compiledCurves.get(curve);
  if (known !== undefined) return known;
  const entry = referenceTo(book, name, curve.source);
  const leaf = (kind: TraceKey, of: Unit, value: Exact) => entered(kind, of, value, entry);
  const pointAt = (kind: "rate-from" | "rate-at", where: string, value: string): LinePoint => ({
    at: leaf(kind, at.x.unit, scaled(where, at.scale)),
    value: leaf(key, unit, scaled(value, scale)),
  });
  const result: Compiled =
    curve.kind === "steps"
      ? {
          points: curve.steps.map((step) => pointAt("rate-from", step.from, step.value)),
          floor: null,
        }
      : {
          points: curve.points.map((point) => pointAt("rate-at", point.at, point.value)),
          floor: leaf("rate-floor", unit, scaled(curve.floor, scale)),
        };
  compiledCurves.set(curve, result);
  return result;
}

/** The last point that begins at or below `x`, or the first. */
const pointBelow = (points: readonly LinePoint[], x: Exact): number =>
  Math.max(
    0,
    points.findLastIndex((point) => compare(point.at.value, x) <= 0),
  );

/**
 * A number of the book that may change with a quantity: as it stands, the step that holds, or a point of its line.
 * Lines go on beyond their last point, and never fall below their floor.
 */
export function readCurve(
  book: CompiledBook,
  curve: RateCurve | ProfitCurve,
  reading: CurveReading,
): Trace {
  const { key, unit, name, scale } = reading;
  if (!("kind" in curve)) {
    if (scale === undefined) return fromBook(book, key, unit, curve, name);
    const known = book.leaves.get(curve);
    if (known !== undefined) return known;
    const entry = referenceTo(book, name, curve.source);
    const leaf = entered(key, unit, scaled(curve.value, scale), entry);
    book.leaves.set(curve, leaf);
    return leaf;
  }
  const at = reading.at(curve.by);
  const { points, floor } = compileCurve(book, curve, reading, at);
  const below = pointBelow(points, at.x.value);
  const point = points[below];
  if (point === undefined) throw new RangeError("a curve has no points");
  if (floor === null) return stepOf(key, unit, at.x, point.at, point.value);
  const from = Math.min(below, points.length - 2);
  const [first, second] = [points[from] ?? point, points[from + 1] ?? point];
  return atLeast(key, unit, onLine("rate-line", unit, at.x, first, second), floor);
}
