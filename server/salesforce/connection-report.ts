import type { SalesforceReport, SalesforceStanding } from "../../shared/health.ts";
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
 * How we stand with Salesforce, for tablets to put into their words and for people who run the server.
 *
 * @param timeOf a time of day as the server prints it, such as 9:40 AM.
 */
export function reportOf(
  connection: Connection,
  timeOf: (milliseconds: number) => string,
): SalesforceReport {
  return {
    standing: standingOf(connection),
    lastAnsweredAt: connection.lastAnswered,
    setupProblem: connection.setupProblem,
    summary: summaryOf(connection, timeOf),
  };
}

function standingOf({ lastAnswered, error, loading }: Connection): SalesforceStanding {
  if (error) return troubles[error.code]?.standing ?? "refused";
  if (loading !== null) return "loading";
  return lastAnswered === null ? "connecting" : "current";
}

function summaryOf(
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

interface Trouble {
  readonly standing: SalesforceStanding;
  readonly words: (error: SalesforceError, at: string | null) => string;
}

const lastTouch = (at: string | null): string => (at === null ? "" : ` Last in touch at ${at}.`);
const silent: Trouble = {
  standing: "silent",
  words: (_error, at) =>
    at === null ? "Salesforce has not answered yet." : `Salesforce has not answered since ${at}.`,
};
const underMaintenance: Trouble = {
  standing: "maintenance",
  words: (_error, at) => `Salesforce is under maintenance.${lastTouch(at)}`,
};
const lockedOut: Trouble = {
  standing: "locked_out",
  words: (error, at) =>
    `Salesforce does not let Paintbox in: ${error.message} Check the connected app and the integration user.${lastTouch(at)}`,
};
const quotaSpent: Trouble = {
  standing: "quota_spent",
  words: (_error, at) =>
    `The day's Salesforce calls are used up; Paintbox goes on by itself as they free.${lastTouch(at)}`,
};

const troubles: { readonly [C in SalesforceErrorCode]?: Trouble } = {
  unreachable: silent,
  timeout: silent,
  busy: silent,
  maintenance: underMaintenance,
  moved: underMaintenance,
  quota_spent: quotaSpent,
  login_refused: lockedOut,
  session_rejected: lockedOut,
};

function troubleOf(error: SalesforceError, at: string | null): string {
  const trouble = troubles[error.code];
  if (trouble) return trouble.words(error, at);
  return `Salesforce refused a request: ${error.message}${lastTouch(at)}`;
}
