import type { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import {
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import * as z from "zod/mini";
import { toTraceparent } from "./trace-context.ts";

/** A request as Node's own fetch tells of it on its diagnostics channels: the parts that we use. */
interface OutgoingRequest {
  readonly origin: string | URL;
  readonly method: string;
  addHeader(name: string, value: string): unknown;
}

function isOutgoing(value: unknown): value is OutgoingRequest {
  return (
    typeof value === "object" &&
    value !== null &&
    "origin" in value &&
    "method" in value &&
    "addHeader" in value &&
    typeof value.addHeader === "function"
  );
}

const requestOf = (message: unknown): OutgoingRequest | null =>
  typeof message === "object" &&
  message !== null &&
  "request" in message &&
  isOutgoing(message.request)
    ? message.request
    : null;

const answerSchema = z.object({ response: z.object({ statusCode: z.number() }) });

/**
 * A span for every call that Node's fetch makes, with the trace's context in its headers. Of the address only the host
 * is told: paths and queries hold ids and search words.
 */
export function traceOutgoingCalls(tracer: Tracer, current: AsyncLocalStorage<Span>): () => void {
  const spans = new WeakMap<object, Span>();
  const spanOf = (message: unknown): Span | undefined => {
    const request = requestOf(message);
    return request === null ? undefined : spans.get(request);
  };
  const begun = (message: unknown): void => {
    const request = requestOf(message);
    const parent = current.getStore();
    // Without a span around it nobody asks for it: it may be the exporter's own call.
    if (request === null || parent === undefined) return;
    const { method } = request;
    const { hostname } = new URL(request.origin);
    const span = tracer.startSpan(
      `${method} ${hostname}`,
      {
        kind: SpanKind.CLIENT,
        attributes: { "http.request.method": method, "server.address": hostname },
      },
      trace.setSpan(ROOT_CONTEXT, parent),
    );
    spans.set(request, span);
    request.addHeader("traceparent", toTraceparent(span.spanContext()));
  };
  const answered = (message: unknown): void => {
    const read = z.safeParse(answerSchema, message);
    if (!read.success) return;
    const status = read.data.response.statusCode;
    const span = spanOf(message);
    span?.setAttribute("http.response.status_code", status);
    if (status >= 400) span?.setStatus({ code: SpanStatusCode.ERROR });
  };
  const ended = (message: unknown): void => spanOf(message)?.end();
  const failed = (message: unknown): void => {
    const span = spanOf(message);
    span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  };
  const listeners = [
    ["undici:request:create", begun],
    ["undici:request:headers", answered],
    ["undici:request:trailers", ended],
    ["undici:request:error", failed],
  ] as const;
  for (const [channel, listener] of listeners) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of listeners) unsubscribe(channel, listener);
  };
}
