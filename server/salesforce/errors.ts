import * as z from "zod/mini";

/**
 * Everything that can go wrong between us and Salesforce, closed. What to do next hangs on the code alone
 * (`retryAdvice`), never on the text.
 */
export const salesforceErrorCodes = [
  /** No answer: refused connection, reset, a body cut short, or our own breaker is open. */
  "unreachable",
  "timeout",
  /** An HTML page, 420 or 503 instead of JSON: Salesforce is being worked on. */
  "maintenance",
  /** Too many long requests at once, or a 5xx in JSON: seconds, not hours. */
  "busy",
  /** The org's calls of the rolling 24 hours are used up. */
  "quota_spent",
  /** The instance answered with a redirect: the org has moved, a new token says where to. */
  "moved",
  /** The login URL refused our assertion; an administrator has to look. */
  "login_refused",
  /** 401 although the token was fresh. */
  "session_rejected",
  "row_locked",
  /** Two upserts of one new key met; repeating the upsert finds the winner's record. */
  "duplicate_value",
  /** A duplicate rule of the org stopped the record. */
  "duplicates_detected",
  /** 300: the external id is not unique in this org. */
  "ambiguous_external_id",
  "not_found",
  "deleted",
  "forbidden",
  /** A create-only field was sent for a record that exists by now: read again, then repeat. */
  "stale_view",
  /** A price book entry or a picklist value that we set is not active any more: look at the org again, then repeat. */
  "setup_changed",
  /** The org refused the data: validation rule, required field, unknown field, picklist value. */
  "rejected",
  /** An answer we do not understand. */
  "unexpected",
] as const;
export type SalesforceErrorCode = (typeof salesforceErrorCodes)[number];

export interface SalesforceError {
  readonly code: SalesforceErrorCode;
  /** In Salesforce's words where it said something, for logs and for the person who fixes it. */
  readonly message: string;
  /** Salesforce's own `errorCode` or OAuth `error`, or null. */
  readonly reason: string | null;
  readonly fields: readonly string[];
  /** Ids of the records a duplicate rule matched. */
  readonly matches: readonly string[];
  /** Whether the duplicate rule lets the record in when we insist. */
  readonly canOverride: boolean;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SalesforceError };

export const answered = <T>(value: T): Answer<T> => ({ ok: true, value });

/** A failed answer; the details that most errors lack default to nothing. */
export function failed(
  code: SalesforceErrorCode,
  message: string,
  details: Partial<Omit<SalesforceError, "code" | "message">> = {},
): { readonly ok: false; readonly error: SalesforceError } {
  return {
    ok: false,
    error: { code, message, reason: null, fields: [], matches: [], canOverride: false, ...details },
  };
}

const duplicateResultSchema = z.object({
  allowSave: z.prefault(z.boolean(), false),
  matchResults: z.optional(
    z.array(
      z.object({
        matchRecords: z.optional(
          z.array(z.object({ record: z.optional(z.object({ Id: z.optional(z.string()) })) })),
        ),
      }),
    ),
  ),
});

/** One REST error. Collections say `statusCode` where everything else says `errorCode`. */
export const errorItemSchema = z.object({
  message: z.prefault(z.string(), ""),
  errorCode: z.optional(z.string()),
  statusCode: z.optional(z.string()),
  fields: z.prefault(z.nullable(z.array(z.string())), []),
  // The wire really says "duplicateResut" up to at least v56; later answers may be spelt right.
  duplicateResut: z.optional(duplicateResultSchema),
  duplicateResult: z.optional(duplicateResultSchema),
});
const errorListSchema = z.array(errorItemSchema).check(z.minLength(1));
const oauthErrorSchema = z.object({
  error: z.string(),
  error_description: z.prefault(z.string(), ""),
});
type ErrorItem = z.infer<typeof errorItemSchema>;

const byReason: Readonly<Record<string, SalesforceErrorCode>> = {
  INVALID_SESSION_ID: "session_rejected",
  UNABLE_TO_LOCK_ROW: "row_locked",
  DUPLICATE_VALUE: "duplicate_value",
  DUPLICATES_DETECTED: "duplicates_detected",
  NOT_FOUND: "not_found",
  ENTITY_IS_DELETED: "deleted",
  INSUFFICIENT_ACCESS: "forbidden",
  INSUFFICIENT_ACCESS_OR_READONLY: "forbidden",
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: "forbidden",
  API_DISABLED_FOR_ORG: "forbidden",
  INVALID_FIELD_FOR_INSERT_UPDATE: "stale_view",
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: "setup_changed",
  SERVER_UNAVAILABLE: "busy",
  UNKNOWN_EXCEPTION: "busy",
};

function codeOf(reason: string, message: string): SalesforceErrorCode {
  // One code, opposite handling: only the text tells the daily quota from a burst of long requests.
  if (reason === "REQUEST_LIMIT_EXCEEDED")
    return /TotalRequests/i.test(message) ? "quota_spent" : "busy";
  // One code for many rules of integrity; only the text tells an inactive price book entry.
  if (reason === "FIELD_INTEGRITY_EXCEPTION" && /pricebook ?entry is inactive/i.test(message))
    return "setup_changed";
  return byReason[reason] ?? "rejected";
}

/** The typed error of one item of an error array, of a collection row or of a composite part. */
export function errorOfItem(item: ErrorItem): SalesforceError {
  const reason = item.errorCode ?? item.statusCode ?? "";
  const duplicates = item.duplicateResut ?? item.duplicateResult;
  const matches = (duplicates?.matchResults ?? [])
    .flatMap((result) => result.matchRecords ?? [])
    .flatMap((match) => match.record?.Id ?? []);
  return {
    code: codeOf(reason, item.message),
    message: item.message,
    reason: reason === "" ? null : reason,
    fields: item.fields ?? [],
    matches,
    canOverride: duplicates?.allowSave ?? false,
  };
}

/** Companions of the error that stopped an all-or-none call; the error itself is elsewhere in the answer. */
const COMPANIONS: ReadonlySet<string | null> = new Set([
  "PROCESSING_HALTED",
  "ALL_OR_NONE_OPERATION_ROLLED_BACK",
]);

/** The error that caused an all-or-none call to be rolled back. */
export const culpritOf = (errors: readonly SalesforceError[]): SalesforceError | null =>
  errors.find((error) => !COMPANIONS.has(error.reason)) ?? errors[0] ?? null;

/**
 * The typed error of an HTTP answer that is not a success: REST says it in an array, OAuth in an object.
 *
 * @param body the parsed JSON.
 */
export function errorOfAnswer(status: number, body: unknown): SalesforceError {
  if (status === 300)
    return failed("ambiguous_external_id", "More than one record has this external id.").error;
  const list = z.safeParse(errorListSchema, body);
  if (list.success) {
    const first = culpritOf(list.data.map(errorOfItem));
    if (first)
      return status >= 500 && first.code === "rejected" ? { ...first, code: "busy" } : first;
  }
  const oauth = z.safeParse(oauthErrorSchema, body);
  if (oauth.success)
    return failed("login_refused", oauth.data.error_description || oauth.data.error, {
      reason: oauth.data.error,
    }).error;
  if (status === 401) return failed("session_rejected", "Salesforce answered 401.").error;
  if (status >= 500) return failed("busy", `Salesforce answered ${status}.`).error;
  return failed("unexpected", `Salesforce answered ${status} in an unknown shape.`).error;
}

export type RetryAdvice = "soon" | "later" | "tomorrow" | "never";

/** When the same call is worth repeating: in seconds, in minutes, when the quota frees, or not at all. */
export function retryAdvice(code: SalesforceErrorCode): RetryAdvice {
  switch (code) {
    case "unreachable":
    case "timeout":
    case "busy":
    case "row_locked":
    case "duplicate_value":
    case "stale_view":
    case "setup_changed":
      return "soon";
    case "maintenance":
    case "moved":
    case "login_refused":
    case "session_rejected":
      return "later";
    case "quota_spent":
      return "tomorrow";
    case "duplicates_detected":
    case "ambiguous_external_id":
    case "not_found":
    case "deleted":
    case "forbidden":
    case "rejected":
    case "unexpected":
      return "never";
  }
}
