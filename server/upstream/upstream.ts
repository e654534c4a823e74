import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhenResult,
  noop,
  retry,
  wrap,
} from "cockatiel";
import type { UpstreamResult } from "./upstream-error.ts";

/** How patient we are with an outside system, and how gentle. */
export interface UpstreamOptions<E> {
  /** As metrics and logs call it. */
  readonly name: string;
  /** Calls in flight at once. */
  readonly concurrent: number;
  /** Callers that may wait for their turn; more are turned away at once. */
  readonly queued: number;
  /** How often a call is repeated at the most. */
  readonly repeats: number;
  readonly firstDelayMs: number;
  /** No repeat waits longer. Where the other side asks for more by Retry-After, the call fails now. */
  readonly longestDelayMs: number;
  /** Calls in a row that found it unwell, after which nothing is sent for a while. */
  readonly failuresUntilOpen: number;
  readonly openMs: number;
  /** Whether the same call may well succeed a moment later. */
  readonly isTransient: (error: E) => boolean;
  /** Whether the system itself is unwell, rather than our request. */
  readonly isUnwell: (error: E) => boolean;
  /** What its answer asked for by Retry-After, in milliseconds. */
  readonly retryAfterMs?: ((error: E) => number | null) | undefined;
  /** What callers are told while the breaker is open, and when too many wait. */
  readonly paused: () => E;
  readonly crowded: () => E;
  readonly observer?: UpstreamObserver | undefined;
  /** From 0 up to 1. */
  readonly random?: (() => number) | undefined;
}

/** Who watches the calls; metrics do. */
export interface UpstreamObserver {
  /** One attempt has ended. @param outcome "ok" or the error's code. */
  attempted(upstream: string, outcome: string, milliseconds: number): void;
  breakerChanged(upstream: string, state: BreakerState): void;
}

export type BreakerState = "closed" | "half-open" | "open";

export interface UpstreamReport {
  readonly name: string;
  readonly breaker: BreakerState;
  readonly inFlight: number;
  readonly waiting: number;
}

export interface Upstream<E> {
  /**
   * Makes a call: bulkhead, then breaker, then, when it may be repeated, retry with full jitter; the time-out is the
   * call's own. A budget that every attempt draws on belongs into `call` as well.
   *
   * @param repeatable whether sending it twice is the same as sending it once.
   */
  run<T>(
    repeatable: boolean,
    call: () => Promise<UpstreamResult<T, E>>,
  ): Promise<UpstreamResult<T, E>>;
  report(): UpstreamReport;
}

const states: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.HalfOpen]: "half-open",
  [CircuitState.Open]: "open",
  [CircuitState.Isolated]: "open",
};

/** One outside system, as all calls to it see it. */
export function createUpstream<E extends { readonly code: string }>(
  options: UpstreamOptions<E>,
): Upstream<E> {
  const { name, concurrent, queued, observer, random = Math.random } = options;
  // Policies see results as `unknown`; a weak map tells our failures from everything else they might see.
  const errors = new WeakMap<object, E>();
  const errorOf = (result: unknown): E | undefined =>
    typeof result === "object" && result !== null ? errors.get(result) : undefined;
  const when = (says: (error: E) => boolean) =>
    handleWhenResult((result) => {
      const error = errorOf(result);
      return error !== undefined && says(error);
    });
  const askedForMs = (error: E): number => options.retryAfterMs?.(error) ?? 0;

  const places = bulkhead(concurrent, queued);
  const breaker = circuitBreaker(when(options.isUnwell), {
    halfOpenAfter: options.openMs,
    breaker: new ConsecutiveBreaker(options.failuresUntilOpen),
  });
  breaker.onStateChange((state) => observer?.breakerChanged(name, states[state]));
  const gate = wrap(places, breaker);
  const repeats = retry(
    when((error) => options.isTransient(error) && askedForMs(error) <= options.longestDelayMs),
    {
      maxAttempts: options.repeats,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        const error = "value" in result ? errorOf(result.value) : undefined;
        const whole = Math.min(options.longestDelayMs, options.firstDelayMs * 2 ** (attempt - 1));
        // Full jitter, but never before the moment that the other side named.
        return Math.max(whole * random(), error === undefined ? 0 : askedForMs(error));
      }),
    },
  );

  async function attempted<T>(
    call: () => Promise<UpstreamResult<T, E>>,
  ): Promise<UpstreamResult<T, E>> {
    const begun = performance.now();
    const result = await call();
    if (!result.ok) errors.set(result, result.error);
    observer?.attempted(name, result.ok ? "ok" : result.error.code, performance.now() - begun);
    return result;
  }

  return {
    async run(repeatable, call) {
      try {
        return await gate.execute(() =>
          (repeatable ? repeats : noop).execute(() => attempted(call)),
        );
      } catch (error) {
        if (error instanceof BrokenCircuitError) return { ok: false, error: options.paused() };
        if (error instanceof BulkheadRejectedError) return { ok: false, error: options.crowded() };
        throw error;
      }
    },
    report: () => ({
      name,
      breaker: states[breaker.state],
      inFlight: concurrent - places.executionSlots,
      waiting: queued - places.queueSlots,
    }),
  };
}
