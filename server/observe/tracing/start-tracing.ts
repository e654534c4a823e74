import { AsyncLocalStorage } from "node:async_hooks";
import {
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { fromTraceparent } from "./trace-context.ts";
import { type Traced, tracedWork } from "./traced.ts";
import { traceOutgoingCalls } from "./trace-outgoing-calls.ts";

/** The exporter's own default of 10 s is what platforms give a process to end. */
const EXPORT_TIMEOUT_MS = 3000;

export interface TracingSettings {
  /** `OTEL_SERVICE_NAME`. */
  readonly serviceName: string;
  /** `OTEL_TRACES_SAMPLER_ARG`: which part of the traces is kept, from 0 to 1. */
  readonly ratio: number;
}

export interface Tracing {
  /** Sends what was not sent yet. */
  stop(): Promise<void>;
}

/**
 * Turns announced work (traced.ts) and every call that our own fetch makes into spans, and sends these over OTLP/HTTP
 * to where `OTEL_EXPORTER_OTLP_ENDPOINT` says; the exporter reads that and its kin itself. A collector that is away
 * loses spans and holds up nothing. This file is loaded only when tracing is wanted.
 */
export function startTracing({ serviceName, ratio }: TracingSettings): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ timeoutMillis: EXPORT_TIMEOUT_MS }),
      }),
    ],
  });
  const tracer = provider.getTracer("paintbox");
  /** The span in whose work we are. */
  const current = new AsyncLocalStorage<Span>();
  const stopWork = traceWork(tracer, current);
  const stopCalls = traceOutgoingCalls(tracer, current);
  return {
    async stop() {
      stopWork();
      stopCalls();
      // What a collector that is away does not take is lost; the process ends all the same.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

function traceWork(tracer: Tracer, current: AsyncLocalStorage<Span>): () => void {
  const begin = (work: Traced): Span => {
    const parent = current.getStore()?.spanContext() ?? fromTraceparent(work.traceparent);
    const kind = work.sort === "request" ? SpanKind.SERVER : SpanKind.INTERNAL;
    const around = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    const span = tracer.startSpan(work.name, { kind }, around);
    spans.set(work, span);
    return span;
  };
  const spans = new WeakMap<Traced, Span>();
  const subscribers = {
    start: () => undefined,
    end: () => undefined,
    asyncStart: () => undefined,
    asyncEnd: (work: Traced) => {
      const span = spans.get(work);
      span?.setAttributes({ ...work.attributes });
      span?.end();
    },
    error: (work: Traced) => {
      spans.get(work)?.setStatus({ code: SpanStatusCode.ERROR });
    },
  };
  // The span is what the work finds around itself, however many turns of the event loop it takes.
  tracedWork.start.bindStore(current, begin);
  tracedWork.subscribe(subscribers);
  return () => {
    tracedWork.unsubscribe(subscribers);
    tracedWork.start.unbindStore(current);
  };
}
