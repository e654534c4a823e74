import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import * as z from "zod/mini";
import { DATA_PATH } from "../api-version.ts";
import type { AssertionIssuer } from "../assertion.ts";
import { createSalesforceClient, type SalesforceClient } from "../client.ts";
import type { SharedSession } from "../shared-session.ts";
import { createTokenSource, type Token } from "../token-source.ts";

/** A Salesforce on a loopback port, and our real client against it. The test brings the Salesforce. */

export const JWT_CLIENT_ID = "jwt-client";
export const OIDC_CLIENT_ID = "oidc-client";
export const INTEGRATION_USER = "integration@brightcoat.example";

const pair = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
export const privateKeyPem = pair.privateKey;
/** What the Salesforce has to be told of us. */
export const sandboxCredentials = {
  dataDir: ":memory:",
  jwtClientId: JWT_CLIENT_ID,
  jwtPublicKeyPem: pair.publicKey,
  oidcClientId: OIDC_CLIENT_ID,
} as const;

type Fetch = Parameters<typeof serve>[0]["fetch"];

export interface LocalSalesforce {
  readonly url: string;
  /** A client with delays short enough for a test. */
  client(clock?: { now(): number }, shared?: SharedSession): SalesforceClient;
  /** Who our client is there. */
  readonly issuer: AssertionIssuer;
  /** What somebody else does in the org; `path` below the data API. @returns the body. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The records of a query, for looking at what arrived. */
  rows(soql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** How many requests came in whose path ends like that. */
  requests(pathEnd: string): number;
  close(): Promise<void>;
}

export const clock = { now: () => Date.now() };

const issuerAt = (loginUrl: string) => ({
  loginUrl,
  clientId: JWT_CLIENT_ID,
  username: INTEGRATION_USER,
  privateKey: key,
});
const key: KeyObject = createPrivateKey(privateKeyPem);

const pageSchema = z.object({ records: z.array(z.record(z.string(), z.unknown())) });

/** @param time what its Date headers say; the machine's time unless a test turns the clock. */
export async function serveSalesforce(
  fetch: Fetch,
  time: { now(): number } = clock,
): Promise<LocalSalesforce> {
  const paths: string[] = [];
  const server = serve({
    fetch: async (request, env) => {
      paths.push(new URL(request.url).pathname);
      const response = await fetch(request, env);
      if (response instanceof Response)
        response.headers.set("date", new Date(time.now()).toUTCString());
      return response;
    },
    hostname: "127.0.0.1",
    port: 0,
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const tokens = createTokenSource({ issuer: issuerAt(url), clock: time });
  const clients: SalesforceClient[] = [];

  const ask = async (method: string, path: string, body: unknown, token: Token) =>
    globalThis.fetch(`${url}${DATA_PATH}/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token.accessToken}`,
        "content-type": "application/json",
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const token = await tokens.current();
    if (!token.ok) throw new Error(token.error.message);
    let response = await ask(method, path, body, token.value);
    if (response.status === 401) {
      // A test has turned the clock past the session's end.
      const renewed = await tokens.replace(token.value);
      if (renewed.ok) response = await ask(method, path, body, renewed.value);
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  return {
    url,
    issuer: issuerAt(url),
    client(own = clock, shared) {
      const client = createSalesforceClient({
        issuer: issuerAt(url),
        clock: own,
        shared,
        firstDelayMs: 1,
      });
      clients.push(client);
      return client;
    },
    call,
    rows: async (soql) =>
      z.parse(pageSchema, await call("GET", `query?q=${encodeURIComponent(soql)}`)).records,
    requests: (pathEnd) => paths.filter((path) => path.endsWith(pathEnd)).length,
    close: async () => {
      for (const client of clients) client.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
