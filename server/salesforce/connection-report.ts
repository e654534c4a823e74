import type { SalesforceError, SalesforceErrorCode } from "./errors.ts";

/** What the service knows about its connection, to be put into words. */
export interface Connection {
  /** Unix milliseconds of the last round that worked; null before the first. */
  readonly lastAnswered: number | null;
  readonly error: SalesforceError | null;
  /** Rows read by a first load under way; null when none is. */
  readonly loading: number | null;
  /** What the org lacks for write-back, in a sentence. */
  readonly setupProblem: string | null;
}

/**
 * One or two sentences for a person: how we stand with Salesforce.
 *
 * @param timeOf a time of day in the company's words, such as 9:40 AM.
 */
export function summaryOf(
  { lastAnswered, error, loading, setupProblem }: Connection,
  timeOf: (milliseconds: number) => string,
): string {
  const at = lastAnswered === null ? null : timeOf(lastAnswered);
  const blocked =
    setupProblem === null ? "" : ` Accepted estimates wait on this server: ${setupProblem}`;
  if (error) return `${troubleOf(error, at)}${blocked}`;
  if (loading !== null)
    return `Loading customers from Salesforce for the first time: ${loading} records so far.${blocked}`;
  if (at === null) return `Connecting to Salesforce.${blocked}`;
  return `Up to date with Salesforce at ${at}.${blocked}`;
}

const silent: ReadonlySet<SalesforceErrorCode> = new Set(["unreachable", "timeout", "busy"]);

function troubleOf(error: SalesforceError, at: string | null): string {
  if (silent.has(error.code))
    return at === null
      ? "Salesforce has not answered yet."
      : `Salesforce has not answered since ${at}.`;
  const since = at === null ? "" : ` Last in touch at ${at}.`;
  switch (error.code) {
    case "maintenance":
    case "moved":
      return `Salesforce is under maintenance.${since}`;
    case "quota_spent":
      return `The day's Salesforce calls are used up; Paintbox goes on by itself as they free.${since}`;
    case "login_refused":
    case "session_rejected":
      return `Salesforce does not let Paintbox in: ${error.message} Check the connected app and the integration user.${since}`;
    default:
      return `Salesforce refused a request: ${error.message}${since}`;
  }
}
