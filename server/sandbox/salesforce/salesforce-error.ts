/**
 * A refusal in the shape Salesforce gives it: an HTTP status and one {message, errorCode, fields}.
 */

/** The error codes the sandbox can answer, spelt as Salesforce spells them. */
export type ErrorCode =
  | "ALL_OR_NONE_OPERATION_ROLLED_BACK"
  | "BAD_REQUEST"
  | "DUPLICATE_VALUE"
  | "DUPLICATES_DETECTED"
  | "ENTITY_IS_DELETED"
  | "EXCEEDED_ID_LIMIT"
  | "FIELD_CUSTOM_VALIDATION_EXCEPTION"
  | "FIELD_INTEGRITY_EXCEPTION"
  | "INVALID_CROSS_REFERENCE_KEY"
  | "INVALID_EMAIL_ADDRESS"
  | "INVALID_FIELD"
  | "INVALID_FIELD_FOR_INSERT_UPDATE"
  | "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"
  | "INVALID_QUERY_FILTER_OPERATOR"
  | "INVALID_QUERY_LOCATOR"
  | "INVALID_REPLICATION_DATE"
  | "INVALID_SEARCH"
  | "INVALID_SESSION_ID"
  | "INVALID_TYPE"
  | "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"
  | "JSON_PARSER_ERROR"
  | "LIMIT_EXCEEDED"
  | "MALFORMED_ID"
  | "MALFORMED_QUERY"
  | "MALFORMED_SEARCH"
  | "METHOD_NOT_ALLOWED"
  | "MISSING_ARGUMENT"
  | "NOT_FOUND"
  | "NUMBER_OUTSIDE_VALID_RANGE"
  | "PRECONDITION_FAILED"
  | "PROCESSING_HALTED"
  | "REQUEST_LIMIT_EXCEEDED"
  | "REQUIRED_FIELD_MISSING"
  | "STRING_TOO_LONG"
  | "UNABLE_TO_LOCK_ROW"
  | "UNSUPPORTED_MEDIA_TYPE";

export type ErrorBody = {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
  readonly [detail: string]: unknown;
};

export class SalesforceError extends Error {
  override readonly name = "SalesforceError";
  readonly errorCode: ErrorCode;
  readonly status: number;
  /** Undefined where Salesforce leaves the member out, as in query errors. */
  readonly fields: readonly string[] | undefined;
  /** Further members of the error: what a duplicate rule matched. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    errorCode: ErrorCode,
    message: string,
    status = 400,
    fields?: readonly string[],
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.errorCode = errorCode;
    this.status = status;
    this.fields = fields;
    this.details = details;
  }

  /** One element of the array that is the body of a failed REST call. */
  toBody(): ErrorBody {
    const { message, errorCode, fields, details } = this;
    return fields ? { ...details, message, errorCode, fields } : { ...details, message, errorCode };
  }

  /** The same refusal as a row of a collections answer, where the code is called `statusCode`. */
  toRowError(): { statusCode: string; message: string; fields: readonly string[] } {
    const { errorCode: statusCode, message, fields = [], details } = this;
    return { ...details, statusCode, message, fields };
  }
}

/**
 * A body whose members cannot be read into the object at all: an unknown column, a word in a
 * number field. In a collection it fails the whole request, not its row.
 */
export class UnreadableBodyError extends SalesforceError {}

export const notFound = (): SalesforceError =>
  new SalesforceError("NOT_FOUND", "The requested resource does not exist", 404);
