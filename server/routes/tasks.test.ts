import { afterEach, beforeEach, expect, test } from "vitest";
import type { Identity } from "../identity.ts";
import { acceptEstimate } from "../salesforce/testing/accept-estimate.ts";
import { aPart, COMPANY, Story, theBoss } from "../salesforce/testing/story.ts";
import { createSalesforceSandbox, type SalesforceSandbox } from "../sandbox/salesforce/sandbox.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

const erin: Identity = { ...theBoss, userId: "005erin", role: "estimator" };
const other: Identity = { ...erin, userId: "005other" };

let story: Story<SalesforceSandbox>;
let server: TestApp;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
  server = createTestApp(story.store, {
    salesforce: story.client,
    people: [theBoss, erin, other],
    clock: story.clock,
  });
  await acceptEstimate(story.store, COMPANY, { estimate: { estimatorId: erin.userId } });
  story.sandbox.faults.add({
    match: aPart,
    action: { kind: "error", status: 400, errorCode: "STRING_TOO_LONG", message: "Too long." },
  });
  await story.send();
});
afterEach(async () => {
  server.streams.close();
  await story.end();
});

const list = async (as: Identity) => {
  const response = await server.app.request("/api/v1/tasks", {
    headers: { "x-test-user": as.userId },
  });
  const body: unknown = await response.json();
  return body;
};
const choose = async (choice: string, body: unknown, as: Identity) => {
  const [task] = await story.tasks();
  const response = await server.post(`/api/v1/tasks/${task?.id ?? "none"}/${choice}`, body, as);
  const text = await response.text();
  const answer: unknown = text === "" ? null : JSON.parse(text);
  return { status: response.status, body: answer };
};

test("everybody who writes estimates sees what is to be settled; choices are for those who may", async () => {
  const seen = (choices: readonly string[]) => ({
    tasks: [{ kind: "validation", said: "Too long.", choices }],
  });
  expect(await list(theBoss)).toMatchObject(seen(["retry", "dismiss"]));
  expect(await list(erin)).toMatchObject(seen(["retry", "dismiss"]));
  expect(await list(other)).toMatchObject(seen([]));
});

test("a choice is carried out once; the second one is told", async () => {
  const [task] = await story.tasks();
  expect(await choose("retry", {}, erin)).toEqual({ status: 204, body: null });
  expect(await story.crm()).toMatchObject({ crmState: "waiting", crmMessage: null });
  const again = await server.post(`/api/v1/tasks/${task?.id}/retry`, {}, theBoss);
  expect(again.status).toBe(409);
  await story.send();
  expect(await story.crm()).toMatchObject({ crmState: "sent" });
});

test.each([
  ["somebody else's estimate", "retry", {}, other, 403, "not_offered"],
  ["what is not offered", "create-anyway", {}, theBoss, 403, "not_offered"],
  ["a match that nobody found", "use-match", { accountId: "001x" }, theBoss, 403, "not_offered"],
  ["a match without its id", "use-match", {}, theBoss, 400, "body_invalid"],
  ["a match with more to it", "use-match", { accountId: "1", x: 1 }, theBoss, 400, "body_invalid"],
])("%s is refused and changes nothing", async (_what, choice, body, as, status, code) => {
  expect(await choose(choice, body, as)).toMatchObject({ status, body: { error: { code } } });
  expect(await story.crm()).toMatchObject({ crmState: "refused" });
  expect(await story.tasks()).toHaveLength(1);
});

test("a task that is none is told as settled", async () => {
  const response = await server.post("/api/v1/tasks/none/retry", {}, theBoss);
  expect(response.status).toBe(409);
});
