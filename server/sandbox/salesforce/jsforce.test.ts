/**
 * The contract: jsforce, unmodified, over a real loopback socket. Where it is content, a client
 * written for the real Salesforce will be.
 */
import type { AddressInfo } from "node:net";

import { type ServerType, serve } from "@hono/node-server";
import jsforce, { type Connection } from "jsforce";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { challengeOf, jwtClientId, oidcClientId, signAssertion, testConfig } from "./harness.ts";
import { createSalesforceSandbox } from "./sandbox.ts";

const sandbox = createSalesforceSandbox(testConfig({ clock: () => new Date() }));
let server: ServerType;
let loginUrl: string;
let connection: Connection;

beforeAll(async () => {
  await new Promise<AddressInfo>((listening) => {
    server = serve({ fetch: sandbox.fetch, hostname: "127.0.0.1", port: 0 }, listening);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  loginUrl = `http://127.0.0.1:${address.port}`;
  connection = await connect();
});

afterAll(() => {
  server.close();
  sandbox.close();
});

async function connect(): Promise<Connection> {
  const fresh = new jsforce.Connection({
    version: "66.0",
    oauth2: new jsforce.OAuth2({ loginUrl, clientId: jwtClientId }),
    instanceUrl: loginUrl,
  });
  const expiresAt = new Date(Date.now() + 120_000);
  await fresh.authorize({
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    assertion: await signAssertion({ audience: loginUrl, expiresAt }),
  });
  return fresh;
}

const job = { Name: "Contract", StageName: "Prospecting", CloseDate: "2027-01-31" };

describe("sign-in", () => {
  test("JWT bearer leads to the identity of the integration user", async () => {
    const identity = await connection.identity();
    expect(identity.username).toBe("integration@brightcoat.example");
    expect(identity.organization_id).toBe(connection.userInfo?.organizationId);
  });

  test("a bad assertion has the name of its error", async () => {
    const oauth2 = new jsforce.OAuth2({ loginUrl, clientId: jwtClientId });
    const attempt = oauth2.requestToken({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion: "not.a.jwt",
    });
    await expect(attempt).rejects.toMatchObject({
      name: "invalid_grant",
      message: "invalid assertion",
    });
  });

  test("authorization code with jsforce's own PKCE verifier, then a refresh", async () => {
    const redirectUri = "http://localhost:3000/callback";
    const oauth2 = new jsforce.OAuth2({
      loginUrl,
      clientId: oidcClientId,
      redirectUri,
      useVerifier: true,
    });
    expect(oauth2.getAuthorizationUrl({})).toContain(challengeOf(oauth2.codeVerifier ?? ""));
    const page = await fetch(oauth2.getAuthorizationUrl({ scope: "openid api refresh_token" }), {
      method: "POST",
      body: new URLSearchParams({ username: "marcus.hale@brightcoat.example" }),
      redirect: "manual",
    });
    const code = new URL(page.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const tokens = await oauth2.requestToken(code);
    expect(tokens.refresh_token).toBeTypeOf("string");
    const refreshed = await oauth2.refreshToken(String(tokens.refresh_token));
    const marcus = new jsforce.Connection({
      instanceUrl: loginUrl,
      accessToken: refreshed.access_token,
      version: "66.0",
    });
    expect((await marcus.identity()).display_name).toBe("Marcus Hale");
  });

  test("jsforce renews a dead session by itself, once; a refresh token used twice ends everything", async () => {
    const oauth2 = new jsforce.OAuth2({
      loginUrl,
      clientId: oidcClientId,
      redirectUri: "http://localhost:3000/callback",
      useVerifier: true,
    });
    const page = await fetch(oauth2.getAuthorizationUrl({ scope: "openid api refresh_token" }), {
      method: "POST",
      body: new URLSearchParams({ username: "erin.vega@brightcoat.example" }),
      redirect: "manual",
    });
    const code = new URL(page.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const { refresh_token: refreshToken = "" } = await oauth2.requestToken(code);
    const erin = new jsforce.Connection({
      oauth2,
      instanceUrl: loginUrl,
      accessToken: "00D!dead",
      refreshToken,
      version: "66.0",
    });
    let renewed = 0;
    erin.on("refresh", () => {
      renewed += 1;
    });
    expect((await erin.identity()).display_name).toBe("Erin Vega");
    expect(renewed).toBe(1);
    await expect(oauth2.refreshToken(refreshToken)).rejects.toMatchObject({
      name: "invalid_grant",
    });
    await expect(
      new jsforce.Connection({
        instanceUrl: loginUrl,
        accessToken: erin.accessToken ?? "",
        version: "66.0",
      }).query("SELECT Id FROM Account LIMIT 1"),
    ).rejects.toMatchObject({ errorCode: "INVALID_SESSION_ID" });
  });

  test("a revoked token is over", async () => {
    const short = await connect();
    const accessToken = short.accessToken ?? "";
    await short.oauth2.revokeToken(accessToken);
    const holder = new jsforce.Connection({ instanceUrl: loginUrl, accessToken, version: "66.0" });
    await expect(holder.query("SELECT Id FROM Account LIMIT 1")).rejects.toMatchObject({
      errorCode: "INVALID_SESSION_ID",
    });
  });

  test("a dead session is INVALID_SESSION_ID", async () => {
    const stranger = new jsforce.Connection({
      instanceUrl: loginUrl,
      accessToken: "00D!x",
      version: "66.0",
    });
    await expect(stranger.query("SELECT Id FROM Account")).rejects.toMatchObject({
      errorCode: "INVALID_SESSION_ID",
    });
  });
});

describe("queries", () => {
  test("pages by locator, and follows them all by itself", async () => {
    const soql = "SELECT Id, Name, Owner.Name FROM Account ORDER BY Id";
    const headers = { "Sforce-Query-Options": "batchSize=200" };
    const first = await connection.query(soql, { headers });
    expect(first).toMatchObject({ done: false, totalSize: expect.any(Number) });
    expect(first.records).toHaveLength(200);
    const second = await connection.queryMore(first.nextRecordsUrl ?? "");
    expect(second.done).toBe(true);
    expect(first.records.length + second.records.length).toBe(first.totalSize);
    const all = await connection.query(soql, { headers, autoFetch: true, maxFetch: 10_000 });
    expect(new Set(all.records.map((record) => record["Id"])).size).toBe(all.totalSize);
  });

  test("the query builder's SOQL is understood", async () => {
    const found = await connection
      .sobject("Opportunity")
      .find({
        IsClosed: false,
        StageName: { $in: ["Prospecting", "Qualification"] },
        Amount: { $gt: 1_000 },
      })
      .select(["Id", "Name", "Account.Name"])
      .sort({ CloseDate: 1, Name: -1 })
      .limit(5);
    expect(found).toHaveLength(5);
    expect(
      await connection.sobject("Account").count({ BillingState: "CO" }),
    ).toBeGreaterThanOrEqual(300);
  });

  test("scanAll sees the recycle bin, an ordinary query does not", async () => {
    const { id = "" } = await connection.sobject("Account").create({ Name: "Soon gone" });
    await connection.sobject("Account").destroy(id);
    const soql = `SELECT Id, IsDeleted FROM Account WHERE Id = '${id}'`;
    expect((await connection.query(soql)).totalSize).toBe(0);
    expect((await connection.query(soql, { scanAll: true })).records).toMatchObject([
      { Id: id, IsDeleted: true },
    ]);
  });

  test("SOSL finds by words", async () => {
    await connection.sobject("Account").create({ Name: "Marigold Bakery" });
    const { searchRecords } = await connection.search(
      "FIND {Marigold} IN ALL FIELDS RETURNING Account(Id, Name)",
    );
    expect(searchRecords).toMatchObject([{ Name: "Marigold Bakery" }]);
  });

  test("a locator that has expired has its name", async () => {
    await expect(
      connection.queryMore("/services/data/v66.0/query/0r8Pb0000zzzzzzAAA-200"),
    ).rejects.toMatchObject({ errorCode: "INVALID_QUERY_LOCATOR" });
  });

  test("a malformed query and an unknown field have their names", async () => {
    await expect(connection.query("SELECT FROM Account")).rejects.toMatchObject({
      errorCode: "MALFORMED_QUERY",
    });
    await expect(connection.query("SELECT Nope FROM Account")).rejects.toMatchObject({
      errorCode: "INVALID_FIELD",
    });
  });
});

describe("records", () => {
  test("create, retrieve, update, delete; deleted shows in the log", async () => {
    const created = await connection.sobject("Opportunity").create(job);
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id ?? "";
    await connection.sobject("Opportunity").update({ Id: id, NextStep: "Call" });
    expect(await connection.sobject("Opportunity").retrieve(id)).toMatchObject({
      NextStep: "Call",
      Probability: 10,
    });
    const span = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 120_000)] as const;
    expect((await connection.updated("Opportunity", ...span)).ids).toContain(id);
    await connection.sobject("Opportunity").destroy(id);
    const { deletedRecords } = await connection.deleted("Opportunity", ...span);
    expect(deletedRecords.map((each) => each.id)).toContain(id);
    await expect(connection.sobject("Opportunity").retrieve(id)).rejects.toMatchObject({
      errorCode: "NOT_FOUND",
    });
    await expect(connection.sobject("Opportunity").destroy(id)).rejects.toMatchObject({
      errorCode: "ENTITY_IS_DELETED",
    });
  });

  test("upsert twice is one record", async () => {
    const upsert = () =>
      connection
        .sobject("Account")
        .upsert({ Name: "Once", Paintbox_Id__c: "once" }, "Paintbox_Id__c");
    const first = await upsert();
    const second = await upsert();
    expect(first).toMatchObject({ success: true, created: true });
    expect(second).toMatchObject({ success: true, created: false, id: first.id });
  });

  test("a duplicate rule is told with its matches, and yields to its header", async () => {
    const { id } = await connection.sobject("Account").create({ Name: "Twin" });
    sandbox.settings.set({
      duplicateRules: [{ object: "Account", fields: ["Name"], action: "alert" }],
    });
    const refused = connection.sobject("Account").create({ Name: "Twin" });
    await expect(refused).rejects.toMatchObject({
      errorCode: "DUPLICATES_DETECTED",
      data: {
        duplicateResut: { matchResults: [{ matchRecords: [{ record: { Id: id } }] }] },
      },
    });
    const headers = { "Sforce-Duplicate-Rule-Header": "allowSave=true" };
    const made = await connection.sobject("Account").create({ Name: "Twin" }, { headers });
    expect(made).toMatchObject({ success: true });
    sandbox.settings.clear();
  });

  test("a refusal names the error and the fields", async () => {
    await expect(
      connection.sobject("Opportunity").create({ ...job, StageName: "Dry" }),
    ).rejects.toMatchObject({
      errorCode: "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
      data: { fields: ["StageName"] },
    });
  });
});

describe("collections and composite", () => {
  test("many rows with all or none", async () => {
    const rows = [{ Name: "Many 1" }, { Name: "" }, { Name: "Many 3" }];
    const refused = await connection.sobject("Account").create(rows, { allOrNone: true });
    expect(
      refused.map((result) =>
        result.errors.map((error) => error.errorCode ?? Reflect.get(error, "statusCode")),
      ),
    ).toEqual([
      ["ALL_OR_NONE_OPERATION_ROLLED_BACK"],
      ["REQUIRED_FIELD_MISSING"],
      ["ALL_OR_NONE_OPERATION_ROLLED_BACK"],
    ]);
    expect(await connection.sobject("Account").count({ Name: { $like: "Many %" } })).toBe(0);
  });

  test("create, retrieve, update, upsert and delete in bulk", async () => {
    const accounts = connection.sobject("Account");
    const results = await accounts.create([{ Name: "Bulk 1" }, { Name: "Bulk 2" }]);
    const ids = results.map((result) => result.id ?? "");
    const updated = await accounts.update(ids.map((Id) => ({ Id, Phone: "(303) 555-0199" })));
    expect(updated.every((result) => result.success)).toBe(true);
    expect(await accounts.retrieve(ids)).toMatchObject([
      { Phone: "(303) 555-0199" },
      { Name: "Bulk 2" },
    ]);
    const upserted = await accounts.upsert(
      ["b1", "b2"].map((Paintbox_Id__c) => ({ Name: "Bulk up", Paintbox_Id__c })),
      "Paintbox_Id__c",
    );
    expect(upserted).toMatchObject([{ created: true }, { created: true }]);
    const removed = await accounts.destroy([...ids, ...upserted.map((result) => result.id ?? "")]);
    expect(removed.every((result) => result.success)).toBe(true);
  });

  test("a composite through the plain request", async () => {
    const base = "/services/data/v66.0/sobjects";
    const answer = await connection.requestPost("/composite", {
      allOrNone: true,
      compositeRequest: [
        {
          method: "PATCH",
          url: `${base}/Opportunity/Paintbox_Id__c/c-1`,
          referenceId: "job",
          body: job,
        },
        {
          method: "PATCH",
          url: `${base}/Quote/Paintbox_Id__c/c-2`,
          referenceId: "offer",
          body: { Name: "Offer", Opportunity: { Paintbox_Id__c: "c-1" } },
        },
        {
          method: "GET",
          url: `${base}/Quote/@{offer.id}?fields=QuoteNumber,GrandTotal`,
          referenceId: "read",
        },
      ],
    });
    expect(answer).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 201 },
        { httpStatusCode: 201 },
        {
          httpStatusCode: 200,
          body: { QuoteNumber: expect.stringMatching(/^\d{8}$/), GrandTotal: 0 },
        },
      ],
    });
  });
});

describe("about the org", () => {
  test("describe shows the fields Paintbox depends on", async () => {
    const { fields, keyPrefix } = await connection.sobject("Quote").describe();
    expect(keyPrefix).toBe("0Q0");
    const field = (name: string) => fields.find((each) => each.name === name);
    expect(field("Paintbox_Id__c")).toMatchObject({
      externalId: true,
      unique: true,
      caseSensitive: false,
      length: 36,
    });
    expect(field("GrandTotal")).toMatchObject({ createable: false, updateable: false });
    expect(field("OpportunityId")).toMatchObject({
      createable: true,
      updateable: false,
      referenceTo: ["Opportunity"],
    });
    expect(field("Status")?.picklistValues?.map((each) => each.value)).toContain("Accepted");
    expect((await connection.describeGlobal()).sobjects.map((each) => each.name)).toContain(
      "QuoteLineItem",
    );
  });

  test("limits, and the header of every answer", async () => {
    const limits = await connection.limits();
    expect(limits["DailyApiRequests"]).toMatchObject({ Max: 100_000 });
    expect(connection.limitInfo).toMatchObject({ apiUsage: { limit: 100_000 } });
  });
});
