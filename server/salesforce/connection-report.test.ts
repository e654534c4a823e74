import { expect, test } from "vitest";
import { type Connection, reportOf } from "./connection-report.ts";
import { failed, type SalesforceErrorCode, salesforceErrorCodes } from "./errors.ts";

const fine: Connection = { lastAnswered: 1, error: null, loading: null, setupProblem: null };
const say = (connection: Partial<Connection>) =>
  reportOf({ ...fine, ...connection }, () => "9:40 AM").summary;
const trouble = (code: SalesforceErrorCode) => failed(code, "words").error;

test.each([
  [{}, "Up to date with Salesforce at 9:40 AM."],
  [{ lastAnswered: null }, "Connecting to Salesforce."],
  [
    { lastAnswered: null, loading: 400 },
    "Loading customers from Salesforce for the first time: 400 records so far.",
  ],
  [{ error: trouble("timeout") }, "Salesforce has not answered since 9:40 AM."],
  [{ error: trouble("timeout"), lastAnswered: null }, "Salesforce has not answered yet."],
  [{ error: trouble("maintenance") }, "Salesforce is under maintenance. Last in touch at 9:40 AM."],
  [
    { setupProblem: "No field." },
    "Up to date with Salesforce at 9:40 AM. Accepted estimates wait on this server: No field.",
  ],
] as const)("%j", (connection, sentence) => {
  expect(say(connection)).toBe(sentence);
});

test.each(salesforceErrorCodes)("%s has a whole sentence", (code) => {
  expect(say({ error: trouble(code) })).toMatch(/^[A-Z].*\.$/);
});

test.each([
  [{}, "current"],
  [{ lastAnswered: null }, "connecting"],
  [{ lastAnswered: null, loading: 400 }, "loading"],
  [{ error: trouble("timeout") }, "silent"],
  [{ error: trouble("quota_spent") }, "quota_spent"],
  [{ error: trouble("login_refused") }, "locked_out"],
] as const)("%j is told to tablets as %s", (connection, standing) => {
  expect(reportOf({ ...fine, ...connection }, String)).toMatchObject({ standing });
});
