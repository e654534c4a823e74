import * as z from "zod/mini";
import { createUpstream, type Upstream, type UpstreamObserver } from "../upstream/upstream.ts";
import { errorOfAnswer } from "./answer-error.ts";
import type { CallBudget } from "./call-budget.ts";
import { type Answer, answered, type CompanyCamError, failed, retryAdvice } from "./errors.ts";
import type { JsonAnswer, JsonRequest } from "../upstream/exchange.ts";
import { exchangeJson } from "./exchange.ts";
import type { TokenSource } from "./tokens/token-source.ts";

const TIMEOUT_MS = 15_000;
/** Calls in flight at once: an app on a phone makes about as many. */
const CONCURRENT = 6;
const QUEUED = 200;
const REPEATS = 2;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 2000;
const FAILURES_UNTIL_OPEN = 5;
const OPEN_MS = 10_000;

/** A call; `path` is below the API's own address. */
export interface ApiCall extends Pick<JsonRequest, "method"> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | null | undefined>> | undefined;
  readonly json?: unknown;
}

export interface Transport {
  /** Sends a call and checks what comes back; reads are repeated when that is worth it, writes never. */
  send<S extends z.ZodMiniType>(
    call: ApiCall,
    schema: S,
  ): Promise<Answer<{ readonly value: z.infer<S>; readonly headers: Headers }>>;
  readonly upstream: Upstream<CompanyCamError>;
}

export interface TransportOptions {
  /** The API's address, `https://api.companycam.com/v2`. */
  readonly baseUrl: string;
  readonly tokens: TokenSource;
  readonly budget: CallBudget;
  readonly observer?: UpstreamObserver | undefined;
  readonly firstDelayMs?: number | undefined;
  readonly timeoutMs?: number | undefined;
  /** Aborted when the process stops. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends calls with a token, renews it once when it is refused, keeps to the budget, and types every failure. */
export function createTransport(options: TransportOptions): Transport {
  const { baseUrl, tokens, budget, signal } = options;
  const upstream = createUpstream<CompanyCamError>({
    name: "companycam",
    concurrent: CONCURRENT,
    queued: QUEUED,
    repeats: REPEATS,
    firstDelayMs: options.firstDelayMs ?? FIRST_DELAY_MS,
    longestDelayMs: LONGEST_DELAY_MS,
    failuresUntilOpen: FAILURES_UNTIL_OPEN,
    openMs: OPEN_MS,
    // Who has waited for a time-out has waited long enough: three in a row are most of a minute.
    isTransient: ({ code }) => code !== "timeout" && retryAdvice(code) === "soon",
    isUnwell: ({ code }) => ["unreachable", "timeout", "maintenance"].includes(code),
    retryAfterMs: (error) => error.retryAfterMs,
    paused: () => failed("unreachable", "CompanyCam failed several times in a row; pausing.").error,
    crowded: () => failed("busy", "Too many calls are waiting for CompanyCam.").error,
    observer: options.observer,
  });

  const exchange = (call: ApiCall, token: string): Promise<Answer<JsonAnswer>> =>
    exchangeJson({
      url: urlOf(baseUrl, call),
      method: call.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(call.json === undefined ? {} : { "content-type": "application/json" }),
      },
      body: call.json === undefined ? undefined : JSON.stringify(call.json),
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      signal,
    });

  const attempt = async (call: ApiCall): Promise<Answer<JsonAnswer>> => {
    const kind = call.method === "GET" ? "read" : "write";
    const waitMs = await budget.take(kind);
    if (waitMs > 0)
      return failed("rate_limited", "Our own share of calls a minute is used up.", waitMs);
    const token = await tokens.current();
    if (!token.ok) return token;
    let answer = await exchange(call, token.value);
    if (answer.ok && answer.value.status === 401) {
      const renewed = await tokens.replace(token.value);
      if (!renewed.ok) return renewed;
      answer = await exchange(call, renewed.value);
    }
    if (!answer.ok) return answer;
    const { status } = answer.value;
    if (status >= 200 && status < 300) return answer;
    const failure = errorOfAnswer(answer.value);
    if (failure.error.code === "rate_limited")
      await budget.pause(kind, failure.error.retryAfterMs ?? 0);
    return failure;
  };

  return {
    upstream,
    async send(call, schema) {
      const answer = await upstream.run(call.method === "GET", () => attempt(call));
      if (!answer.ok) return answer;
      const parsed = z.safeParse(schema, answer.value.body);
      return parsed.success
        ? answered({ value: parsed.data, headers: answer.value.headers })
        : failed("unexpected", `CompanyCam answered ${call.path} in an unknown shape.`);
    },
  };
}

function urlOf(baseUrl: string, { path, query = {} }: ApiCall): URL {
  const url = new URL(baseUrl + path);
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
