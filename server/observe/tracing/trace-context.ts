import { type SpanContext, TraceFlags } from "@opentelemetry/api";

const VERSION_0 = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const NOTHING = /^0+$/;

/** The header `traceparent` (W3C Trace Context, level 1) of a span. */
export const toTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;

/** @returns undefined for what is no trace context: then a new trace begins. */
export function fromTraceparent(header: string | undefined): SpanContext | undefined {
  const [, traceId = "", spanId = "", flags = ""] = VERSION_0.exec(header ?? "") ?? [];
  if (traceId === "" || NOTHING.test(traceId) || NOTHING.test(spanId)) return undefined;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  return { traceId, spanId, traceFlags, isRemote: true };
}
