import { expect, test } from "vitest";
import { errorOfAnswer, retryAdvice, salesforceErrorCodes } from "./errors.ts";

const rest = (errorCode: string, message = "words", more: object = {}) => [
  { errorCode, message, ...more },
];

test.each([
  [403, rest("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."), "quota_spent"],
  [403, rest("REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded."), "busy"],
  [400, rest("UNABLE_TO_LOCK_ROW"), "row_locked"],
  [400, rest("DUPLICATE_VALUE"), "duplicate_value"],
  [404, rest("ENTITY_IS_DELETED"), "deleted"],
  [404, rest("NOT_FOUND"), "not_found"],
  [400, rest("REQUIRED_FIELD_MISSING"), "rejected"],
  [400, rest("INVALID_FIELD_FOR_INSERT_UPDATE"), "stale_view"],
  [401, rest("INVALID_SESSION_ID"), "session_rejected"],
  [300, ["/services/data/v66.0/sobjects/Account/001"], "ambiguous_external_id"],
  [400, { error: "invalid_grant", error_description: "audience is invalid" }, "login_refused"],
  [500, rest("UNKNOWN_EXCEPTION"), "busy"],
  [503, { anything: true }, "busy"],
  [404, "text", "unexpected"],
] as const)("%s %j is %s", (status, body, code) => {
  expect(errorOfAnswer(status, body).code).toBe(code);
});

const duplicates = {
  allowSave: true,
  matchResults: [{ matchRecords: [{ record: { Id: "001A" } }, { record: { Id: "001B" } }] }],
};

test.each(["duplicateResut", "duplicateResult"])("finds the matches under %s", (key) => {
  const error = errorOfAnswer(400, rest("DUPLICATES_DETECTED", "dup", { [key]: duplicates }));
  expect(error).toMatchObject({ code: "duplicates_detected", matches: ["001A", "001B"] });
});

test("names the error that stopped an all-or-none call, not its companions", () => {
  const body = [
    ...rest("ALL_OR_NONE_OPERATION_ROLLED_BACK"),
    ...rest("STRING_TOO_LONG", "too long", { fields: ["Name"] }),
  ];
  expect(errorOfAnswer(400, body)).toMatchObject({
    code: "rejected",
    reason: "STRING_TOO_LONG",
    fields: ["Name"],
  });
});

test("a quota is not retried in seconds, a lock is", () => {
  expect(retryAdvice("quota_spent")).toBe("tomorrow");
  expect(retryAdvice("row_locked")).toBe("soon");
  expect(salesforceErrorCodes.map(retryAdvice)).not.toContain(undefined);
});
