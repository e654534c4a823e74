import { tracingChannel } from "node:diagnostics_channel";

/** A piece of work that shows as a span in a trace. Numbers, codes and patterns only, as in the log. */
export interface Traced {
  /** Low in cardinality: "POST /api/sync/push", "store.write", "outbox salesforce.accepted-estimate". */
  readonly name: string;
  readonly sort: "request" | "internal";
  /** W3C trace context of whoever asked, when it comes from a proxy of ours. */
  readonly traceparent?: string | undefined;
  /** What is known when it ends; whoever does the work may fill it in until then. */
  attributes: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Where work that is worth a span is announced. Nobody listens unless tracing is on (tracing/start-tracing.ts), and
 * then announcing costs one look at a flag.
 */
export const tracedWork = tracingChannel<unknown, Traced>("paintbox:work");

/** Does the work, inside a span when somebody traces. */
export const inSpan = <T>(traced: Traced, work: () => Promise<T>): Promise<T> =>
  tracedWork.hasSubscribers ? tracedWork.tracePromise(work, traced) : work();
