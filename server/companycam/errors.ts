import type { UpstreamError } from "../upstream/upstream-error.ts";

/** Everything that can go wrong between us and CompanyCam, closed. What to do next hangs on the code alone. */
export const companyCamErrorCodes = [
  /** No CompanyCam is configured. */
  "not_connected",
  /** The way to a new token is lost; a person has to put in a new refresh token. */
  "reconnect",
  /** The token is refused; CompanyCam does not say whether it is wrong, expired or revoked. */
  "unauthorized",
  /** No answer, a body cut short, or our own breaker is open. */
  "unreachable",
  "timeout",
  /** A page instead of data. */
  "maintenance",
  /** 5xx in JSON, or too many calls of ours are waiting. */
  "busy",
  /** Its limit of calls a minute, or ours below it. */
  "rate_limited",
  /** 402: the plan does not include the API any more. */
  "plan_expired",
  "forbidden",
  /** The token lacks a scope (v1). */
  "insufficient_scope",
  /** A redirect: to the sign-in page, which is what unknown addresses answer with. */
  "wrong_address",
  "not_found",
  "conflict",
  /** CompanyCam refuses what was sent. */
  "rejected",
  /** An answer that we do not understand. */
  "unexpected",
] as const;
export type CompanyCamErrorCode = (typeof companyCamErrorCodes)[number];

export interface CompanyCamError extends UpstreamError {
  readonly code: CompanyCamErrorCode;
  /** When it is worth asking again, where that is known. */
  readonly retryAfterMs: number | null;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CompanyCamError };

export type Failed = Extract<Answer<never>, { readonly ok: false }>;

export const answered = <T>(value: T): { readonly ok: true; readonly value: T } => ({
  ok: true,
  value,
});

export const failed = (
  code: CompanyCamErrorCode,
  message: string,
  retryAfterMs: number | null = null,
): Failed => ({ ok: false, error: { code, message, retryAfterMs, sort: sortOf(code) } });

/** What is remembered may be shown while CompanyCam, or our access to it, is away; not when it says no. */
function sortOf(code: CompanyCamErrorCode): UpstreamError["sort"] {
  switch (code) {
    case "reconnect":
    case "unauthorized":
    case "unreachable":
    case "timeout":
    case "maintenance":
    case "busy":
    case "rate_limited":
    case "plan_expired":
      return "away";
    case "not_found":
      return "absent";
    case "not_connected":
    case "forbidden":
    case "insufficient_scope":
    case "wrong_address":
    case "conflict":
    case "rejected":
    case "unexpected":
      return "refused";
  }
}

/**
 * When the same call is worth repeating: `soon`, in seconds; `later`, when a person has seen to it; `never`, because the
 * same words will be refused again.
 */
export function retryAdvice(code: CompanyCamErrorCode): "soon" | "later" | "never" {
  switch (code) {
    case "unreachable":
    case "timeout":
    case "maintenance":
    case "busy":
    case "rate_limited":
      return "soon";
    case "not_connected":
    case "reconnect":
    case "unauthorized":
    case "plan_expired":
    case "forbidden":
    case "insufficient_scope":
    case "wrong_address":
    case "unexpected":
      return "later";
    case "not_found":
    case "conflict":
    case "rejected":
      return "never";
  }
}

/** Whether what was asked for may have been done all the same: its answer is what is missing. */
export function mayBeDone(code: CompanyCamErrorCode): boolean {
  return ["unreachable", "timeout", "maintenance", "busy", "unexpected"].includes(code);
}

const FIRST_MS = { soon: 1000, later: 60_000, never: 60_000 } as const;
const LONGEST_MS = { soon: 5 * 60_000, later: 15 * 60_000, never: 15 * 60_000 } as const;

/**
 * Exponential backoff with jitter, between a half and the whole, and never before the moment that was named.
 *
 * @param attempt 1 after the first failure.
 * @param random from 0 up to 1.
 */
export function backoffMs(error: CompanyCamError, attempt: number, random: number): number {
  const advice = retryAdvice(error.code);
  const whole = Math.min(LONGEST_MS[advice], FIRST_MS[advice] * 2 ** Math.min(attempt - 1, 20));
  return Math.ceil(Math.max(whole * (0.5 + random / 2), error.retryAfterMs ?? 0));
}
