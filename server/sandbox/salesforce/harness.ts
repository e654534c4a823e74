/** A sandbox for tests: in-process, with a key pair of its own and a clock that stands still. */
import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";

import { SignJWT } from "jose";

import { isJsonObject, type JsonObject } from "./json-value.ts";
import type { SalesforceSandbox, SandboxConfig } from "./sandbox.ts";

export const origin = "http://sandbox.test";
export const jwtClientId = "paintbox-server";
export const oidcClientId = "paintbox-app";
/** The time at which the clock of a test sandbox stands. */
export const now = new Date("2026-11-20T15:00:00Z");

export const integrationUser = "integration@brightcoat.example";

/** One key pair for all tests of a process: making one takes a tenth of a second. */
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });

export const privateKeyPem = keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
export const publicKeyPem = keys.publicKey.export({ type: "spki", format: "pem" }).toString();

export function testConfig(overrides: Partial<SandboxConfig> = {}): SandboxConfig {
  return {
    dataDir: ":memory:",
    jwtClientId,
    jwtPublicKeyPem: publicKeyPem,
    oidcClientId,
    clock: () => now,
    ...overrides,
  };
}

export type AssertionOptions = {
  readonly issuer?: string;
  readonly subject?: string;
  readonly audience?: string;
  readonly expiresAt?: Date;
  readonly key?: KeyObject;
};

export function signAssertion(options: AssertionOptions = {}): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(options.issuer ?? jwtClientId)
    .setSubject(options.subject ?? integrationUser)
    .setAudience(options.audience ?? origin)
    .setExpirationTime(options.expiresAt ?? new Date(now.getTime() + 120_000))
    .sign(options.key ?? keys.privateKey);
}

export const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier).digest("base64url");

export async function postForm(
  sandbox: SalesforceSandbox,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; body: JsonObject }> {
  const body = new URLSearchParams(fields);
  const response = await sandbox.fetch(new Request(origin + path, { method: "POST", body }));
  const answer: unknown = await response.json();
  return { status: response.status, body: isJsonObject(answer) ? answer : {} };
}

export async function accessTokenOf(sandbox: SalesforceSandbox): Promise<string> {
  const { body } = await postForm(sandbox, "/services/oauth2/token", {
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    assertion: await signAssertion(),
  });
  return String(body["access_token"]);
}

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
};

export type Api = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<ApiAnswer>;

/** Signs the integration user in and calls the data API of version 66 for it. */
export async function openApi(sandbox: SalesforceSandbox): Promise<Api> {
  const token = await accessTokenOf(sandbox);
  return async (method, path, body, headers = {}) => {
    const request = new Request(`${origin}/services/data/v66.0/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await sandbox.fetch(request);
    const text = await response.text();
    const parsed: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: parsed };
  };
}

/** The records of a query, each a plain object. */
export async function queryRecords(api: Api, soql: string): Promise<readonly JsonObject[]> {
  const { body } = await api("GET", `query?q=${encodeURIComponent(soql)}`);
  const records = isJsonObject(body) ? body["records"] : undefined;
  if (!Array.isArray(records)) throw new Error(`The query failed: ${JSON.stringify(body)}`);
  return records.filter(isJsonObject);
}
