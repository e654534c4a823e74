import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../store/store.ts";
import { maria } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";
import { apiHeaders, securityHeaders } from "./security-headers.ts";

let store: Store;
let server: TestApp;
beforeAll(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
});
afterAll(() => store.close());

describe("pages", () => {
  const headers = securityHeaders("https://paintbox.example.com");
  const policy = headers["content-security-policy"] ?? "";

  test("run nothing but our own files, and turn no text into markup or code", () => {
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toMatch(/trusted-types default$/);
    expect(policy).not.toMatch(/unsafe|\*|http/);
  });

  test("keep to themselves, may use the camera, and insist on TLS where there is any", () => {
    expect(headers).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=(self)"),
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
    });
    expect(securityHeaders("http://127.0.0.1:8080")).not.toHaveProperty(
      "strict-transport-security",
    );
  });
});

test("every answer of the API is data and nothing else, refusals too", async () => {
  const expected = Object.entries(apiHeaders("http://127.0.0.1:8080"));
  expect(expected.length).toBeGreaterThanOrEqual(5);
  for (const path of ["/api/session", "/api/sync/history/e1", "/api/nothing"]) {
    const { headers } = await server.app.request(path, {
      headers: { "x-test-user": maria.userId },
    });
    for (const [name, value] of expected)
      expect([path, name, headers.get(name)]).toEqual([path, name, value]);
  }
});

test("what says itself how long it may be kept is kept so", async () => {
  const { headers } = await server.app.request("/api/v1/schemas/estimate.json");
  expect(headers.get("cache-control")).toBe("public, max-age=300");
});

describe("a request's number", () => {
  const numberOf = async (app: TestApp, given: string): Promise<string | null> =>
    (
      await app.app.request("/api/simple-health", { headers: { "x-request-id": given } })
    ).headers.get("x-request-id");

  test("is our own, whatever a stranger calls it", async () => {
    expect(await numberOf(server, "0199-trace-me")).toMatch(/^[\da-f-]{36}$/);
  });

  test("is the one of a proxy of ours, when that is well formed", async () => {
    const behind = createTestApp(store, { trustedProxy: 1 });
    expect(await numberOf(behind, "0199-trace-me")).toBe("0199-trace-me");
    for (const odd of ["short", "x".repeat(65), 'a"b,c d;e{f}', "<script>alert</script>"])
      expect(await numberOf(behind, odd)).toMatch(/^[\da-f-]{36}$/);
  });
});
