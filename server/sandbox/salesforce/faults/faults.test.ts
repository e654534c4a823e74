import { type ServerType, serve } from "@hono/node-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { accessTokenOf, type Api, openApi, origin, queryRecords, testConfig } from "../harness.ts";
import { createSalesforceSandbox, type SalesforceSandbox } from "../sandbox.ts";
import { FaultBook } from "../../common/faults/fault-book.ts";
import { ConnectionDroppedError } from "../../common/faults/middleware.ts";

describe("which call is struck", () => {
  const target = (path: string) => ({ scope: "request" as const, method: "GET", path, text: path });
  const action = { kind: "maintenance", status: 503 } as const;

  test("after so many, then so many times", () => {
    const book = new FaultBook();
    book.add({ match: { path: "^/a" }, after: 1, times: 2, action });
    const struck = ["/a", "/b", "/a", "/a", "/a"].map(
      (path) => book.take(target(path)) !== undefined,
    );
    expect(struck).toEqual([false, false, true, true, false]);
  });

  test("zero times is always, until cleared", () => {
    const book = new FaultBook();
    book.add({ times: 0, action });
    expect([book.take(target("/x")), book.take(target("/y"))]).toEqual([action, action]);
    book.clear();
    expect(book.take(target("/x"))).toBeUndefined();
  });

  test("a method or an object that is not meant passes", () => {
    const book = new FaultBook();
    book.add({ match: { method: "post" }, action });
    book.add({ match: { object: "Quote" }, action });
    expect(book.take(target("/sobjects/QuoteLineItem"))).toBeUndefined();
    expect(book.take(target("/sobjects/Quote/x"))).toEqual(action);
  });
});

describe("in-process", () => {
  let sandbox: SalesforceSandbox;
  let api: Api;

  beforeEach(async () => {
    sandbox = createSalesforceSandbox(testConfig());
    api = await openApi(sandbox);
  });

  const accounts = async (name: string): Promise<number> =>
    (await queryRecords(api, `SELECT Id FROM Account WHERE Name = '${name}'`)).length;

  test("an error in place of the work", async () => {
    sandbox.faults.add({
      match: { object: "Account" },
      action: {
        kind: "error",
        status: 403,
        errorCode: "REQUEST_LIMIT_EXCEEDED",
        message: "TotalRequests Limit exceeded.",
      },
    });
    const answer = await api("POST", "sobjects/Account", { Name: "Refused" });
    expect(answer).toMatchObject({
      status: 403,
      body: [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message: "TotalRequests Limit exceeded." }],
    });
    expect(await accounts("Refused")).toBe(0);
    expect(sandbox.log.list().find((entry) => entry.fault === "error")).toMatchObject({
      status: 403,
      method: "POST",
    });
  });

  test("one part of a composite fails and takes the others along", async () => {
    sandbox.faults.add({
      match: { scope: "subrequest", object: "Opportunity" },
      action: { kind: "error", status: 400, errorCode: "UNABLE_TO_LOCK_ROW" },
    });
    const base = "/services/data/v66.0/sobjects";
    const { status, body } = await api("POST", "composite", {
      allOrNone: true,
      compositeRequest: [
        { method: "POST", url: `${base}/Account`, referenceId: "a", body: { Name: "Locked" } },
        { method: "POST", url: `${base}/Opportunity`, referenceId: "b", body: {} },
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      compositeResponse: [
        { body: [{ errorCode: "PROCESSING_HALTED" }] },
        { body: [{ errorCode: "UNABLE_TO_LOCK_ROW" }] },
      ],
    });
    expect(await accounts("Locked")).toBe(0);
  });

  test.each([
    ["before-commit", 0],
    ["after-commit", 1],
  ] as const)("dropped %s", async (when, count) => {
    sandbox.faults.add({ match: { method: "POST" }, action: { kind: "drop", when } });
    await expect(api("POST", "sobjects/Account", { Name: "Dropped" })).rejects.toThrow(
      ConnectionDroppedError,
    );
    expect(await accounts("Dropped")).toBe(count);
  });

  test("the switches over HTTP: set, refuse nonsense, list, clear, reset", async () => {
    const control = (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) =>
      sandbox.fetch(
        new Request(`${origin}/__sandbox__/${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    expect((await control("POST", "faults", { action: { kind: "explode" } })).status).toBe(400);
    expect(
      (await control("POST", "faults", { match: { path: "(" }, action: { kind: "truncate" } }))
        .status,
    ).toBe(400);
    expect((await control("POST", "faults", { action: { kind: "truncate" } })).status).toBe(201);
    expect(await (await control("GET", "faults")).json()).toHaveLength(1);
    expect((await control("DELETE", "faults")).status).toBe(204);
    await api("POST", "sobjects/Account", { Name: "Before reset" });
    expect(
      (await control("POST", "reset", undefined, { "Sec-Fetch-Site": "cross-site" })).status,
    ).toBe(403);
    expect((await control("POST", "reset")).status).toBe(204);
    expect((await api("GET", "limits")).status).toBe(401);
    expect(await (await control("GET", "state")).json()).toMatchObject({
      records: { Account: 320, User: 5 },
      faults: 0,
    });
  });
});

describe("over a socket", () => {
  const sandbox = createSalesforceSandbox(testConfig());
  let server: ServerType;
  let base: string;
  let token: string;

  beforeAll(async () => {
    token = await accessTokenOf(sandbox);
    const port = await new Promise<number>((listening) => {
      server = serve({ fetch: sandbox.fetch, hostname: "127.0.0.1", port: 0 }, (info) =>
        listening(info.port),
      );
    });
    base = `http://127.0.0.1:${port}/services/data/v66.0`;
  });

  afterAll(() => server.close());
  afterEach(() => sandbox.faults.clear());

  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${base}/${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    });

  const create = (Name: string) =>
    call("sobjects/Account", { method: "POST", body: JSON.stringify({ Name }) });

  const count = async (name: string): Promise<unknown> =>
    (await call(`query?q=SELECT+COUNT()+FROM+Account+WHERE+Name='${name}'`)).json();

  test("the connection breaks before the work, and after it", async () => {
    sandbox.faults.add({
      match: { method: "POST" },
      action: { kind: "drop", when: "before-commit" },
    });
    await expect(create("Wire")).rejects.toThrow("fetch failed");
    expect(await count("Wire")).toMatchObject({ totalSize: 0 });
    sandbox.faults.add({
      match: { method: "POST" },
      action: { kind: "drop", when: "after-commit" },
    });
    await expect(create("Wire")).rejects.toThrow("fetch failed");
    expect(await count("Wire")).toMatchObject({ totalSize: 1 });
  });

  test("an answer breaks off in the middle", async () => {
    sandbox.faults.add({ match: { path: "/limits$" }, action: { kind: "truncate" } });
    const response = await call("limits");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  test("HTML during maintenance, and a slow answer that is right", async () => {
    sandbox.faults.add({ action: { kind: "maintenance" } });
    const page = await call("limits");
    expect(page.status).toBe(503);
    expect(page.headers.get("content-type")).toContain("text/html");
    sandbox.faults.add({ action: { kind: "latency", ms: 1 } });
    const slow = await call("limits");
    expect(slow.status).toBe(200);
    expect(slow.headers.get("X-Sandbox-Fault")).toBe("latency");
  });
});
