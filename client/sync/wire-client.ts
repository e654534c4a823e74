import type * as z from "zod/mini";
import {
  errorBodySchema,
  PERSON_HEADER,
  PROTOCOL,
  type PullResponse,
  pullResponseSchema,
  type PushResponse,
  pushResponseSchema,
  SCHEMA,
} from "../../shared/sync/wire.ts";
import type { PullPosition } from "../local/replica/apply-pull.ts";
import type { Batch } from "../local/replica/offer.ts";
import { type Failure, failureOf } from "./failure.ts";

/** An ordinary push over a two-bar connection takes some seconds; longer than this it does not come back. */
export const REQUEST_TIMEOUT_MS = 15_000;
/** What a two-bar connection carries upwards; a price book that is published gets the time it needs. */
const SLOWEST_BYTES_PER_MS = 10;

export type Exchange<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** The two questions the sync protocol asks; answers are checked before anybody sees them. */
export interface WireClient {
  push(batch: Batch, signal: AbortSignal): Promise<Exchange<PushResponse>>;
  pull(position: PullPosition, signal: AbortSignal): Promise<Exchange<PullResponse>>;
}

/** `fetch`, as far as we need it. */
export type PostText = (
  path: string,
  init: RequestInit & { readonly body: string },
) => Promise<Pick<Response, "status" | "text">>;

/** Runs something after so many milliseconds; the answer cancels it. */
export type Later = (work: () => void, milliseconds: number) => () => void;

export interface WireOptions {
  readonly fetch: PostText;
  readonly later: Later;
  /** Which build of the app asks; the server logs it. */
  readonly build: string;
  /** Whose records are exchanged. */
  readonly userId?: string | undefined;
  readonly timeout?: number | undefined;
}

export function createWireClient({
  fetch,
  later,
  build,
  userId,
  timeout = REQUEST_TIMEOUT_MS,
}: WireOptions): WireClient {
  const envelope = { protocol: PROTOCOL, schema: SCHEMA, build };
  const post = async <T>(
    path: string,
    body: object,
    schema: z.ZodMiniType<T>,
    stop: AbortSignal,
  ): Promise<Exchange<T>> => {
    const text = JSON.stringify({ ...envelope, ...body });
    const patience = timeout + Math.round(text.length / SLOWEST_BYTES_PER_MS);
    const overdue = new AbortController();
    const inTime = later(() => overdue.abort(), patience);
    const signal = AbortSignal.any([stop, overdue.signal]);
    try {
      const response = await fetch(path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(userId !== undefined && { [PERSON_HEADER]: userId }),
        },
        body: text,
        // Our server never redirects; whoever does is not our server.
        redirect: "error",
        cache: "no-store",
        signal,
      });
      return read(response.status, await response.text(), schema);
    } catch {
      return failed(stop.aborted ? { kind: "stopped" } : { kind: "offline" });
    } finally {
      inTime();
    }
  };
  return {
    push: (batch, signal) => post("/api/sync/push", batch, pushResponseSchema, signal),
    pull: (position, signal) => post("/api/sync/pull", position, pullResponseSchema, signal),
  };
}

const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});

/** Makes sense of an answer, also of one that a network in between invented. */
function read<T>(status: number, text: string, schema: z.ZodMiniType<T>): Exchange<T> {
  const body = parse(text);
  if (status === 200) {
    const parsed = schema.safeParse(body);
    return parsed.success ? { ok: true, value: parsed.data } : failed({ kind: "network-lies" });
  }
  const refusal = errorBodySchema.safeParse(body);
  if (refusal.success) return failed(failureOf(refusal.data.error.code));
  // Gateways answer in their own words when the machine behind them is away.
  return failed({ kind: status >= 500 || status === 429 ? "server-away" : "network-lies" });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
