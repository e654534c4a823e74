import { createUpstream, type Upstream, type UpstreamObserver } from "../upstream/upstream.ts";
import { failed, retryAdvice, type SalesforceError, type SalesforceErrorCode } from "./errors.ts";

/** Calls in flight at once; Salesforce counts only those of 20 s and more against its limit of 25. */
const CONCURRENT = 10;
/** Waiting callers beyond which more are turned away at once; a stampede of 200 still fits. */
const QUEUED = 500;
/** Two repeats: three tries cover a dropped connection and a restarting node, not an outage. */
const REPEATS = 2;
/** Failures in a row after which nothing is sent for a while. */
const FAILURES_UNTIL_OPEN = 5;
const OPEN_MS = 10_000;
const DEFAULT_FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 4000;

/** Only what says "Salesforce is not well" opens the breaker; a locked row or a bad field does not. */
const UNWELL: ReadonlySet<SalesforceErrorCode> = new Set(["unreachable", "timeout", "maintenance"]);

export type Resilience = Upstream<SalesforceError>;

/** What stands around every call to Salesforce; the time-out is in the call itself. */
export const createResilience = (
  firstDelayMs: number = DEFAULT_FIRST_DELAY_MS,
  observer?: UpstreamObserver,
): Resilience =>
  createUpstream<SalesforceError>({
    name: "salesforce",
    concurrent: CONCURRENT,
    queued: QUEUED,
    repeats: REPEATS,
    firstDelayMs,
    longestDelayMs: LONGEST_DELAY_MS,
    failuresUntilOpen: FAILURES_UNTIL_OPEN,
    openMs: OPEN_MS,
    // Who has waited for a time-out has waited long enough: three in a row are a minute, and a place that others want.
    isTransient: ({ code }) => code !== "timeout" && retryAdvice(code) === "soon",
    isUnwell: ({ code }) => UNWELL.has(code),
    paused: () => failed("unreachable", "Salesforce failed several times in a row; pausing.").error,
    crowded: () => failed("busy", "Too many calls are waiting for Salesforce.").error,
    observer,
  });
