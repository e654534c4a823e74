import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { createSalesforceSandbox } from "../sandbox/salesforce/sandbox.ts";
import {
  type LocalSalesforce,
  sandboxCredentials,
  serveSalesforce,
} from "./testing/local-salesforce.ts";

const sandbox = createSalesforceSandbox({ ...sandboxCredentials });
let local: LocalSalesforce;
beforeEach(async () => {
  sandbox.reset();
  local = await serveSalesforce(sandbox.fetch);
});
afterEach(() => local.close());

const accounts = { from: "Account", select: ["Id", "Name"], orderBy: ["Id"], limit: 3 };
const row = z.object({ Id: z.string(), Name: z.string() });
const codeOf = (answer: { ok: boolean; error?: { code: string } }) =>
  answer.ok ? "ok" : answer.error?.code;

test("logs in, asks, and remembers how much of the day's calls is used", async () => {
  const client = local.client();
  const answer = await client.query(accounts, row);
  expect(answer.ok && answer.value).toHaveLength(3);
  expect(client.usage()?.allowed).toBeGreaterThan(0);
});

test("200 calls whose session has ended cause one login", async () => {
  const client = local.client();
  await client.query(accounts, row);
  const before = local.requests("/token");
  sandbox.reset(); // signs everybody out
  const answers = await Promise.all(Array.from({ length: 200 }, () => client.query(accounts, row)));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(local.requests("/token") - before).toBe(1);
});

test("a session that stays refused ends after one new login", async () => {
  const client = local.client();
  sandbox.faults.add({
    match: { path: "/query$" },
    times: 0,
    action: { kind: "error", status: 401, errorCode: "INVALID_SESSION_ID" },
  });
  expect(codeOf(await client.query(accounts, row))).toBe("session_rejected");
  expect(local.requests("/token")).toBe(2);
  expect(local.requests("/query")).toBe(2);
});

test("a 401 that no token cures does not log in again", async () => {
  const client = local.client();
  sandbox.faults.add({
    match: { path: "/query$" },
    times: 0,
    action: {
      kind: "error",
      status: 401,
      errorCode: "INVALID_SESSION_ID",
      message: "This session is not valid for use with the REST API",
    },
  });
  expect(codeOf(await client.query(accounts, row))).toBe("session_rejected");
  expect(local.requests("/token")).toBe(1);
});

test("a refused login is not repeated by every caller", async () => {
  sandbox.faults.add({
    match: { path: "/oauth2/token$" },
    times: 0,
    action: { kind: "error", status: 400, errorCode: "invalid_grant" },
  });
  const client = local.client();
  for (let call = 0; call < 5; call += 1)
    expect(codeOf(await client.query(accounts, row))).toBe("login_refused");
  expect(local.requests("/token")).toBe(1);
});

test.each([
  ["maintenance", { kind: "maintenance", status: 503 }],
  ["maintenance", { kind: "maintenance", status: 200 }],
  [
    "quota_spent",
    {
      kind: "error",
      status: 403,
      errorCode: "REQUEST_LIMIT_EXCEEDED",
      message: "TotalRequests Limit exceeded.",
    },
  ],
] as const)("%s is told at once and not repeated", async (code, action) => {
  const client = local.client();
  await client.identity();
  sandbox.faults.add({ match: { path: "/query$" }, times: 0, action });
  expect(codeOf(await client.query(accounts, row))).toBe(code);
  expect(local.requests("/query")).toBe(1);
});

test.each([
  ["a dropped connection", { kind: "drop", when: "before-commit" }],
  ["half an answer", { kind: "truncate" }],
  [
    "too many long calls",
    {
      kind: "error",
      status: 403,
      errorCode: "REQUEST_LIMIT_EXCEEDED",
      message: "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
    },
  ],
] as const)("a read is repeated after %s", async (_name, action) => {
  const client = local.client();
  sandbox.faults.add({ match: { path: "/query$" }, times: 2, action });
  const answer = await client.query(accounts, row);
  expect(answer.ok && answer.value).toHaveLength(3);
  expect(local.requests("/query")).toBe(3);
});

test("a malformed query is typed with Salesforce's own code", async () => {
  const answer = await local.client().query({ from: "Account", select: ["Nonsense"] }, row);
  expect(answer).toMatchObject({ ok: false, error: { code: "rejected", reason: "INVALID_FIELD" } });
});

test("an apostrophe stays inside its literal", async () => {
  const name = `O'Brien \\ "& Sons" %+`;
  await local.call("POST", "sobjects/Account", { Name: name });
  const answer = await local
    .client()
    .query(
      { from: "Account", select: ["Id", "Name"], where: { field: "Name", is: "=", value: name } },
      row,
    );
  expect(answer.ok && answer.value.map(({ Name }) => Name)).toEqual([name]);
});

test("after close nothing is sent any more", async () => {
  const client = local.client();
  await client.identity();
  client.close();
  expect(codeOf(await client.query(accounts, row))).toBe("unreachable");
});
