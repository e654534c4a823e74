import type { RecordOf } from "../estimate/record.ts";
import { exact } from "../exact/exact.ts";
import { lengthDoubt, type LengthErrorCode, parseLength, TICKS_PER_FOOT } from "../units/length.ts";
import type { Dimension, Problem, ProblemCode } from "./problem.ts";
import { given, counted } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** What an area's typed dimensions come to; a dimension that cannot be read is absent. */
export interface Dimensions {
  readonly length?: Trace | undefined;
  readonly width?: Trace | undefined;
  readonly height?: Trace | undefined;
  /** Why the others are absent; only a problem when something needs them. */
  readonly faults: ReadonlyMap<Dimension, Problem>;
  /** Worth a second look, never blocking. */
  readonly doubts: readonly Problem[];
}

const faultCodes: Readonly<Record<LengthErrorCode, ProblemCode>> = {
  empty: "dimension_missing",
  not_a_length: "dimension_not_a_length",
  too_many_inches: "dimension_not_a_length",
  too_long: "dimension_too_long",
};

const dimensionNames = ["length", "width", "height"] as const;

/** Reads an area's length, width and height as typed. A side of a house has no width. */
export function readDimensions(area: RecordOf<"area">): Dimensions {
  const faults = new Map<Dimension, Problem>();
  const doubts: Problem[] = [];
  const read: { [D in Dimension]?: Trace } = {};
  for (const dimension of dimensionNames) {
    if (dimension === "width" && area.kind === "side") continue;
    const typed = area[dimension];
    const parsed = parseLength(typed);
    const about = { areaId: area.id, dimension, typed };
    if (!parsed.ok) {
      faults.set(dimension, { code: faultCodes[parsed.error.code], blocking: true, ...about });
      continue;
    }
    const doubt = lengthDoubt(parsed.ticks, dimension === "height" ? "height" : "span");
    if (doubt !== null) {
      const code = doubt === "very_high" ? "height_suspicious" : "dimension_suspicious";
      doubts.push({ code, blocking: false, ...about });
    }
    read[dimension] = given(dimension, counted("ft"), exact(parsed.ticks, TICKS_PER_FOOT), {
      kind: "area",
      id: area.id,
      name: area.name,
      typed,
    });
  }
  return { ...read, faults, doubts };
}
