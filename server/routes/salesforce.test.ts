import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Identity } from "../identity.ts";
import { acceptEstimate, ESTIMATE } from "../salesforce/testing/accept-estimate.ts";
import { COMPANY, Story, theBoss } from "../salesforce/testing/story.ts";
import { createSalesforceSandbox, type SalesforceSandbox } from "../sandbox/salesforce/sandbox.ts";
import { stranger } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

let story: Story<SalesforceSandbox>;
let server: TestApp;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
  server = createTestApp(story.store, {
    salesforce: story.client,
    people: [theBoss],
    clock: story.clock,
  });
});
afterEach(async () => {
  server.streams.close();
  await story.end();
});

const get = async (path: string, as: Identity = theBoss) => {
  const response = await server.app.request(`/api/v1/salesforce/${path}`, {
    headers: { "x-test-user": as.userId },
  });
  const body: unknown = await response.json();
  return {
    status: response.status,
    body,
    cache: response.headers.get("x-cache"),
    age: response.headers.get("age"),
    retryAfter: response.headers.get("retry-after"),
  };
};
const calls = () => story.local.requests("/composite") + story.local.requests("/query");
const down = () =>
  story.sandbox.faults.add({ times: 0, action: { kind: "drop", when: "before-commit" } });

describe("what the mirror holds", () => {
  test("an Account with its people, open sales and our estimates, without asking Salesforce", async () => {
    const id = await story.create("Account", { Name: "Field House", Phone: "720 555 0100" });
    await story.create("Contact", { LastName: "Field", AccountId: id, Email: "jo@example.com" });
    const job = { Name: "Deck", StageName: "Prospecting", CloseDate: "2027-01-31", AccountId: id };
    await story.create("Opportunity", job);
    await story.mirror();
    await acceptEstimate(story.store, COMPANY, { customerId: id });
    const before = calls();
    expect(await get(`accounts/${id.slice(0, 15)}`)).toMatchObject({
      status: 200,
      cache: "mirror",
      body: {
        account: { id, name: "Jo Ann Field" },
        contacts: [{ name: "Field", email: "jo@example.com", accountId: id }],
        opportunities: [{ name: "Deck", stage: "Prospecting", accountId: id }],
        estimates: [{ id: ESTIMATE, status: "accepted", crmState: "waiting" }],
        isStale: false,
      },
    });
    expect(calls()).toBe(before);
  });

  test("an Opportunity that an estimate filled, with our quote's number and state", async () => {
    await acceptEstimate(story.store, COMPANY);
    await story.send();
    const id = String((await story.crm())["crmOpportunityId"]);
    const first = await get(`opportunities/${id}`);
    expect(first.body).toMatchObject({
      opportunity: { id, stage: "Closed Won" },
      estimates: [{ id: ESTIMATE, crmState: "sent", opportunityId: id }],
      quote: { number: expect.stringMatching(/^\d{8}$/), status: "Accepted" },
    });
  });

  test("another company sees nothing of it, neither here nor through us", async () => {
    const id = await story.create("Account", { Name: "Field House" });
    await story.mirror();
    expect((await get(`accounts/${id}`, stranger)).status).toBe(404);
    const [closed] = await story.local.rows(
      "SELECT Id FROM Opportunity WHERE IsClosed = true LIMIT 1",
    );
    expect((await get(`opportunities/${String(closed?.["Id"])}`, stranger)).status).toBe(404);
    expect((await get("search?q=field", stranger)).body).toMatchObject({ accounts: [] });
  });
});

describe("what it does not hold", () => {
  test("is asked of Salesforce once, and then comes from memory with its age", async () => {
    const id = await story.create("Account", { Name: "New Today" });
    const reads = await Promise.all(Array.from({ length: 20 }, () => get(`accounts/${id}`)));
    expect(reads.every(({ status }) => status === 200)).toBe(true);
    expect(reads[0]).toMatchObject({ body: { account: { name: "New Today" } }, age: "0" });
    expect(calls()).toBe(1);
    story.time.now += 30_000;
    expect(await get(`accounts/${id}`)).toMatchObject({ cache: "memory", age: "30" });
    expect(calls()).toBe(1);
  });

  test("stays while Salesforce is down, marked as stale; what nobody has read is 503", async () => {
    const id = await story.create("Contact", { LastName: "Field" });
    const other = await story.create("Contact", { LastName: "Other" });
    await get(`contacts/${id}`);
    down();
    story.time.now += 120_000;
    expect(await get(`contacts/${id}`)).toMatchObject({
      status: 200,
      cache: "memory, stale",
      age: "120",
      body: { contact: { name: "Field" }, isStale: true },
    });
    expect(await get(`contacts/${other}`)).toMatchObject({
      status: 503,
      retryAfter: "30",
      body: { error: { code: "salesforce_away", retryable: true } },
    });
  });

  test("that there is none is believed for a while", async () => {
    const id = "001Pb000000zzzz";
    expect(await get(`accounts/${id}`)).toMatchObject({
      status: 404,
      body: { error: { code: "not_found", retryable: false } },
    });
    await get(`accounts/${id}`);
    expect(calls()).toBe(1);
  });

  test("is not asked when the day is nearly used up", async () => {
    const id = await story.create("Account", { Name: "Not Today" });
    story.sandbox.settings.set({ dailyApiRequests: 1000, otherApiRequests: 850 });
    await story.client.describe("Account");
    expect(await get(`accounts/${id}`)).toMatchObject({
      status: 503,
      body: { error: { code: "quota_spent" } },
    });
  });
});

describe("search", () => {
  beforeEach(async () => {
    const ibanez = await story.create("Account", {
      Name: "Ibáñez Residence",
      Phone: "(720) 555-9871",
      BillingStreet: "4471 Quince Ct",
      BillingCity: "Erie",
    });
    await story.create("Contact", {
      LastName: "Fräsenka",
      AccountId: ibanez,
      Email: "ada@quince.example",
    });
    await story.mirror();
  });

  test.each([
    ["name, without its accent", "ibanez"],
    ["street", "quince 4471"],
    ["place", "residence quince erie"],
    ["telephone, however it is written", "7205559871"],
    ["the end of a telephone number", "9871"],
    ["a contact's name", "rasenk"],
    ["a contact's e-mail address", "ada@quince.example"],
  ])("finds by %s", async (_what, words) => {
    const { body, cache } = await get(`search?q=${encodeURIComponent(words)}`);
    expect(body).toMatchObject({ accounts: [{ name: "Ibáñez Residence" }] });
    expect(cache).toBe("mirror");
  });

  test("every word has to be found, and only customers who are in Salesforce are", async () => {
    expect((await get("search?q=ibanez%20boulder")).body).toMatchObject({ accounts: [] });
    await story.edit("customer", "c-local", { name: "Ibáñez Local", salesforceAccountId: null });
    expect((await get("search?q=ib%C3%A1%C3%B1ez")).body).toMatchObject({
      accounts: { length: 1 },
    });
  });

  test("Salesforce's own search is asked when that is wanted, and only then", async () => {
    await story.create("Account", { Name: "Ibáñez and Daughters" });
    expect((await get("search?q=ib%C3%A1%C3%B1ez")).body).toMatchObject({
      accounts: { length: 1 },
    });
    expect(story.local.requests("/parameterizedSearch")).toBe(0);
    const both = await get("search?q=ib%C3%A1%C3%B1ez&upstream=1");
    expect(both.body).toMatchObject({ accounts: { length: 2 }, upstream: null });
    down();
    expect((await get("search?q=ibanez&upstream=1")).body).toMatchObject({
      accounts: { length: 1 },
      upstream: "away",
    });
  });
});

test.each([
  ["accounts/nonsense", "id_invalid"],
  ["accounts/003Pb000000zzzz", "id_invalid"],
  ["contacts/003Pb000000zzzzAAA", "id_invalid"],
  ["opportunities/..%2F..%2Fquery", "id_invalid"],
  ["search?q=", "query_invalid"],
  ["search?q=%25%25%25", "query_invalid"],
  [`search?q=${"a".repeat(201)}`, "query_invalid"],
])("%s is refused: %s", async (path, code) => {
  expect(await get(path)).toMatchObject({ status: 400, body: { error: { code } } });
  expect(calls()).toBe(0);
});
