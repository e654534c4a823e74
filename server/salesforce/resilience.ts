import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  fullJitterGenerator,
  handleWhenResult,
  noop,
  retry,
  wrap,
} from "cockatiel";
import * as z from "zod/mini";
import {
  type Answer,
  failed,
  retryAdvice,
  type SalesforceErrorCode,
  salesforceErrorCodes,
} from "./errors.ts";

/** Calls in flight at once; Salesforce counts only those of 20 s and more against its limit of 25. */
const CONCURRENT = 10;
/** Waiting callers beyond which more are turned away at once; a stampede of 200 still fits. */
const QUEUED = 500;
/** Two repeats: three tries cover a dropped connection and a restarting node, not an outage. */
const REPEATS = 2;
/** Failures in a row after which nothing is sent for a while. */
const FAILURES_UNTIL_OPEN = 5;
const HALF_OPEN_AFTER_MS = 10_000;
const DEFAULT_FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 4000;

const failureSchema = z.object({
  ok: z.literal(false),
  error: z.object({ code: z.enum(salesforceErrorCodes) }),
});
/** Policies see results as `unknown`. */
const codeOf = (result: unknown): SalesforceErrorCode | null => {
  const failure = z.safeParse(failureSchema, result);
  return failure.success ? failure.data.error.code : null;
};
const isTransient = (result: unknown): boolean => {
  const code = codeOf(result);
  return code !== null && retryAdvice(code) === "soon";
};
/** Only what says "Salesforce is not well" opens the breaker; a locked row or a bad field does not. */
const UNWELL: ReadonlySet<SalesforceErrorCode | null> = new Set([
  "unreachable",
  "timeout",
  "maintenance",
]);

export interface Resilience {
  /** Runs a call inside bulkhead and breaker, and repeats it only when it may be repeated. */
  run<T>(repeatable: boolean, call: () => Promise<Answer<T>>): Promise<Answer<T>>;
}

/** bulkhead -> breaker -> retry with full jitter; the time-out is in the call itself. */
export function createResilience(firstDelayMs: number = DEFAULT_FIRST_DELAY_MS): Resilience {
  const gate = wrap(
    bulkhead(CONCURRENT, QUEUED),
    circuitBreaker(
      handleWhenResult((result) => UNWELL.has(codeOf(result))),
      {
        halfOpenAfter: HALF_OPEN_AFTER_MS,
        breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN),
      },
    ),
  );
  const repeats = retry(handleWhenResult(isTransient), {
    maxAttempts: REPEATS,
    backoff: new ExponentialBackoff({
      generator: fullJitterGenerator,
      initialDelay: firstDelayMs,
      maxDelay: LONGEST_DELAY_MS,
    }),
  });
  return {
    async run(repeatable, call) {
      try {
        return await gate.execute(() => (repeatable ? repeats : noop).execute(call));
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          return failed("unreachable", "Salesforce failed several times in a row; pausing.");
        if (error instanceof BulkheadRejectedError)
          return failed("busy", "Too many calls are waiting for Salesforce.");
        throw error;
      }
    },
  };
}
