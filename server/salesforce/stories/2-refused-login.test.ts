/**
 * Story 2. A rotated token was lost between the answer and our disk; the old one is refused for good, and the client
 * asked 1,600 times in 38 minutes (airbyte#82784). Our logins have no refresh token to lose, but a key or a user can be
 * taken away just the same.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { reportOf } from "../connection-report.ts";
import { Story } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

const logins = () => story.local.requests("/oauth2/token");
const refuseLogins = () =>
  story.sandbox.faults.add({
    match: { path: "/token$" },
    times: 0,
    action: { kind: "error", status: 400, errorCode: "invalid_grant", message: "inactive user" },
  });

test("a refused login is asked for once in half a minute, however many calls want it", async () => {
  refuseLogins();
  for (let call = 0; call < 50; call += 1)
    expect(await story.mirror()).toMatchObject({ ok: false, error: { code: "login_refused" } });
  expect(logins()).toBe(1);
  story.time.now += 30_000;
  await story.mirror();
  expect(logins()).toBe(2);
});

test("people are told once what to look at, and all goes on when it is put right", async () => {
  refuseLogins();
  const refused = await story.mirror();
  if (refused.ok) throw new Error("it was not refused");
  const report = reportOf(
    { lastAnswered: null, error: refused.error, loading: null, setupProblem: null },
    () => "9:40",
  );
  expect(report).toMatchObject({ standing: "locked_out" });
  expect(report.summary).toContain("inactive user");
  story.sandbox.faults.clear();
  story.time.now += 30_000;
  expect((await story.mirror()).ok).toBe(true);
});

test("a 401 that no new token cures does not become a loop of logins", async () => {
  await story.mirror();
  const before = logins();
  story.sandbox.faults.add({
    match: { path: "/composite$" },
    times: 0,
    action: {
      kind: "error",
      status: 401,
      errorCode: "INVALID_SESSION_ID",
      message: "This session is not valid for use with the REST API",
    },
  });
  expect(await story.mirror()).toMatchObject({ ok: false, error: { code: "session_rejected" } });
  expect(logins()).toBe(before);
});
