import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createOpenIdProvider } from "../session/openid.ts";
import { boundedFetch } from "./bounded-fetch.ts";

let server: Server;
let url: string;
let sent: number;
beforeEach(async () => {
  sent = 0;
  server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    if (request.url === "/short") return response.end('{"a":1}');
    // Without end, as fast as it is taken.
    const more = (): void => {
      while (!response.destroyed) {
        sent += 65_536;
        if (!response.write(" ".repeat(65_536))) return void response.once("drain", more);
      }
    };
    return more();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

test("an answer within the bound is what it was", async () => {
  const response = await boundedFetch(1000)(`${url}/short`, {});
  expect([response.status, await response.json()]).toEqual([200, { a: 1 }]);
});

test("one without end is given up, and not fetched", async () => {
  const response = await boundedFetch(1_000_000)(`${url}/endless`, {});
  await expect(response.text()).rejects.toThrow("more than 1 MB");
  expect(sent).toBeLessThan(20_000_000);
});

test("nor does signing in read it, whatever time it has", async () => {
  const provider = createOpenIdProvider({
    issuer: url,
    clientId: "people",
    redirectUri: "http://127.0.0.1/callback",
    clock: { now: () => 0 },
  });
  const pending = { state: "s", nonce: "n", codeVerifier: "v".repeat(43), returnTo: "/" };
  await expect(provider.authorizationUrl(pending)).rejects.toThrow("body");
  expect(sent).toBeLessThan(20_000_000);
});
