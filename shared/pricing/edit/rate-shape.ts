import { isCurve, type ProfitCurve, type RateCurve } from "../book/numbers.ts";
import type { LabourRule } from "../book/substrate.ts";

/** A point of a picture: floats, for drawing and for warnings only. */
export interface ShapePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The corners of a curve from 0 to `to`, to draw it by: steps have two at each rise. A plain number is a level line.
 *
 * @param to the last quantity that is shown; a line goes on to it, down to its floor.
 */
export function shapeOf(curve: RateCurve | ProfitCurve, to: number): readonly ShapePoint[] {
  if (!isCurve(curve)) return [level(0, curve.value), level(to, curve.value)];
  const corners =
    curve.kind === "steps"
      ? curve.steps
          .filter(({ from }) => Number(from) < to)
          .flatMap(({ from, value }, index, steps) => [
            level(Number(from), value),
            level(Math.min(to, Number(steps[index + 1]?.from ?? to)), value),
          ])
      : lineCorners(curve, to);
  return corners.map(({ x, y }) => ({ x, y: Math.max(y, floorOf(curve)) }));
}

const level = (x: number, value: string): ShapePoint => ({ x, y: Number(value) });
const floorOf = (curve: RateCurve | ProfitCurve): number =>
  isCurve(curve) && curve.kind === "line" ? Number(curve.floor) : 0;

type Line = Extract<RateCurve | ProfitCurve, { readonly kind: "line" }>;

function lineCorners({ points, floor }: Line, to: number): readonly ShapePoint[] {
  const corners = points.map(({ at, value }) => ({ x: Number(at), y: Number(value) }));
  const [last, before] = [corners.at(-1), corners.at(-2)];
  const first = corners[0];
  if (!first || !last || !before) return [];
  const rise = last.x === before.x ? 0 : (last.y - before.y) / (last.x - before.x);
  const end = { x: to, y: last.y + rise * (to - last.x) };
  const meets = rise < 0 ? last.x + (Number(floor) - last.y) / rise : Infinity;
  const bend = meets > last.x && meets < to ? [{ x: meets, y: Number(floor) }] : [];
  const beyond = to > last.x ? [...bend, end] : [];
  return [{ x: 0, y: first.y }, ...corners, ...beyond];
}

/** Where a curve's last step or point stands; 0 for a plain number. */
export function reachOf(curve: RateCurve | ProfitCurve): number {
  if (!isCurve(curve)) return 0;
  const places =
    curve.kind === "steps" ? curve.steps.map(({ from }) => from) : curve.points.map(({ at }) => at);
  return Math.max(0, ...places.map(Number));
}

/** What a curve says at a quantity, as a float. */
export function shapeAt(curve: RateCurve | ProfitCurve, x: number): number {
  if (!isCurve(curve)) return Number(curve.value);
  if (curve.kind === "steps")
    return Number(curve.steps.findLast(({ from }) => Number(from) <= x)?.value ?? 0);
  const corners = lineCorners(curve, Math.max(x, reachOf(curve)) + 1);
  const right = corners.findIndex((corner) => corner.x > x);
  const [from, until] = [corners[right - 1], corners[right]];
  if (!from || !until) return corners[0]?.y ?? 0;
  const y = from.y + ((until.y - from.y) * (x - from.x)) / (until.x - from.x);
  return Math.max(y, Number(curve.floor));
}

/**
 * The coat counts (2 for two coats) that would take less time, or less pay, than one coat fewer at some quantity: surely
 * a slip of the finger, and worth a word, but a book's own business.
 */
export function coatsBackwards({ kind, byCoats }: LabourRule): readonly number[] {
  return byCoats.flatMap((curve, index) => {
    const fewer = byCoats[index - 1];
    if (!fewer) return [];
    const places = new Set([0, 1, ...cornersOf(fewer), ...cornersOf(curve)]);
    const slips = [...places].some((x) => {
      const [one, more] = [shapeAt(fewer, x), shapeAt(curve, x)];
      return kind === "units-per-hour" ? more > one : more < one;
    });
    return slips ? [index + 1] : [];
  });
}

const cornersOf = (curve: RateCurve): readonly number[] =>
  shapeOf(curve, reachOf(curve) * 2).map(({ x }) => x);
