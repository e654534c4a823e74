import type { ReadProblem } from "../../../shared/salesforce/reads.ts";
import type { UpstreamError, UpstreamResult } from "../../upstream/upstream-error.ts";
import { type Answer, retryAdvice, type SalesforceError } from "../errors.ts";

/** Why Salesforce did not answer a read, as the cache and the caller have to know it. */
export interface ReadError extends UpstreamError {
  readonly code: ReadProblem;
}

export const notFound = (): ReadError => ({
  code: "not_found",
  message: "Salesforce has no such record.",
  sort: "absent",
});

/** The error of a read in a caller's terms; what Salesforce said stays in the server. */
export function readErrorOf({ code }: SalesforceError): ReadError {
  if (code === "not_found" || code === "deleted") return notFound();
  if (code === "quota_spent")
    return {
      code,
      message:
        "The day's Salesforce calls are nearly used up; what is left is for accepted estimates.",
      sort: "away",
    };
  if (retryAdvice(code) === "never")
    return { code: "salesforce_refused", message: "Salesforce refused it.", sort: "refused" };
  return { code: "salesforce_away", message: "Salesforce does not answer.", sort: "away" };
}

/** An answer of the client as the cache takes it. */
export const cacheable = <T>(answer: Answer<T>): UpstreamResult<T, ReadError> =>
  answer.ok ? answer : { ok: false, error: readErrorOf(answer.error) };
