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

type Trouble = (error: SalesforceError, at: string | null) => string;

const lastTouch = (at: string | null): string => (at === null ? "" : ` Last in touch at ${at}.`);
const silent: Trouble = (_error, at) =>
  at === null ? "Salesforce has not answered yet." : `Salesforce has not answered since ${at}.`;
const underMaintenance: Trouble = (_error, at) =>
  `Salesforce is under maintenance.${lastTouch(at)}`;
const lockedOut: Trouble = (error, at) =>
  `Salesforce does not let Paintbox in: ${error.message} Check the connected app and the integration user.${lastTouch(at)}`;

const troubles: { readonly [C in SalesforceErrorCode]?: Trouble } = {
  unreachable: silent,
  timeout: silent,
  busy: silent,
  maintenance: underMaintenance,
  moved: underMaintenance,
  quota_spent: (_error, at) =>
    `The day's Salesforce calls are used up; Paintbox goes on by itself as they free.${lastTouch(at)}`,
  login_refused: lockedOut,
  session_rejected: lockedOut,
};

function troubleOf(error: SalesforceError, at: string | null): string {
  const trouble = troubles[error.code];
  if (trouble) return trouble(error, at);
  return `Salesforce refused a request: ${error.message}${lastTouch(at)}`;
}
