import { generateKeyPairSync } from "node:crypto";

import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";
import { beforeEach, describe, expect, test } from "vitest";

import {
  challengeOf,
  integrationUser,
  now,
  oidcClientId,
  origin,
  postForm,
  signAssertion,
  testConfig,
} from "../harness.ts";
import { organizationId } from "../org.ts";
import { createSalesforceSandbox, type SalesforceSandbox } from "../sandbox.ts";

let sandbox: SalesforceSandbox;
let clock = now;

beforeEach(() => {
  clock = now;
  sandbox = createSalesforceSandbox(testConfig({ clock: () => clock }));
});

const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

const get = (path: string, headers: Record<string, string> = {}) =>
  sandbox.fetch(new Request(origin + path, { headers }));

const token = (fields: Record<string, string>) =>
  postForm(sandbox, "/services/oauth2/token", fields);

describe("JWT bearer", () => {
  const exchange = async (options: Parameters<typeof signAssertion>[0] = {}) =>
    token({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion: await signAssertion(options),
    });

  test("a good assertion gets an access token and no refresh token", async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: "Bearer",
      instance_url: origin,
      issued_at: String(now.getTime()),
    });
    expect(body).not.toHaveProperty("refresh_token");
    expect(String(body["access_token"])).toMatch(new RegExp(`^${organizationId.slice(0, 15)}!`));
    const identity = await get(new URL(String(body["id"])).pathname, {
      Authorization: `Bearer ${String(body["access_token"])}`,
    });
    expect(await identity.json()).toMatchObject({
      username: integrationUser,
      organization_id: organizationId,
    });
  });

  test.each([
    [
      "another key",
      { key: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey },
      "invalid_grant",
      "invalid assertion",
    ],
    ["expired", { expiresAt: later(-1) }, "invalid_grant", "expired authorization code"],
    ["valid for too long", { expiresAt: later(60) }, "invalid_grant", "invalid assertion"],
    [
      "another audience",
      { audience: "https://elsewhere.test" },
      "invalid_grant",
      "audience is invalid",
    ],
    ["unknown app", { issuer: "someone" }, "invalid_client_id", "client identifier invalid"],
    [
      "unknown user",
      { subject: "nobody@x.example" },
      "invalid_grant",
      "user hasn't approved this consumer",
    ],
    [
      "user of another profile",
      { subject: "luz.ortega@brightcoat.example" },
      "invalid_grant",
      "user hasn't approved this consumer",
    ],
  ])("%s is refused", async (_title, options, error, error_description) => {
    expect(await exchange(options)).toEqual({ status: 400, body: { error, error_description } });
  });

  test("a session ends two hours after its last use", async () => {
    const { body } = await exchange();
    const call = async () =>
      (
        await get("/services/data/v66.0/limits", {
          Authorization: `Bearer ${String(body["access_token"])}`,
        })
      ).status;
    clock = later(100);
    expect(await call()).toBe(200);
    clock = later(200);
    expect(await call()).toBe(200);
    clock = later(321);
    expect(await call()).toBe(401);
  });
});

const verifier = "v".repeat(64);
const redirectUri = "http://127.0.0.1:49152/auth/callback";

const request = (overrides: Record<string, string> = {}): string =>
  `/services/oauth2/authorize?${new URLSearchParams({
    response_type: "code",
    client_id: oidcClientId,
    redirect_uri: redirectUri,
    scope: "openid profile api refresh_token",
    state: "s t&te",
    nonce: "n-1",
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
    ...overrides,
  }).toString()}`;

/** Presses Erin's button and returns where the browser is sent. */
async function signIn(path = request()): Promise<URL> {
  const body = new URLSearchParams({ username: "erin.vega@brightcoat.example" });
  const response = await sandbox.fetch(new Request(origin + path, { method: "POST", body }));
  expect(response.status).toBe(302);
  return new URL(response.headers.get("Location") ?? "");
}

const redeem = (code: string, overrides: Record<string, string> = {}) =>
  token({
    grant_type: "authorization_code",
    client_id: oidcClientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
    ...overrides,
  });

describe("authorization code with PKCE", () => {
  test("the page offers each person as a button, the expected one first, and runs no script", async () => {
    const response = await get(request({ login_hint: "marcus.hale@brightcoat.example" }));
    const page = await response.text();
    const buttons = [...page.matchAll(/Sign in as [^<\n]+/g)].map(([text]) => text.trim());
    expect(buttons).toEqual([
      "Sign in as Marcus Hale, manager",
      "Sign in as Erin Vega, estimator",
      "Sign in as Luz Ortega, painter",
      "Sign in as Noah Brandt, estimator",
    ]);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(page).not.toContain("<script");
  });

  test("code, tokens, a signed ID token with the nonce, userinfo", async () => {
    const target = await signIn();
    expect(target.href.startsWith(redirectUri)).toBe(true);
    expect(target.searchParams.get("state")).toBe("s t&te");
    const { body } = await redeem(target.searchParams.get("code") ?? "");
    const keys: JSONWebKeySet = await (await get("/id/keys")).json();
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const { payload, protectedHeader } = await jwtVerify(
      String(body["id_token"]),
      createLocalJWKSet(keys),
      {
        issuer: origin,
        audience: oidcClientId,
        currentDate: now,
      },
    );
    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toMatchObject({
      nonce: "n-1",
      sub: body["id"],
      name: "Erin Vega",
      organization_id: organizationId,
    });
    const info = await get("/services/oauth2/userinfo", {
      Authorization: `Bearer ${String(body["access_token"])}`,
    });
    expect(await info.json()).toMatchObject({
      name: "Erin Vega",
      sub: body["id"],
      organization_id: organizationId,
    });
  });

  test.each([
    ["a wrong verifier", { code_verifier: "w".repeat(64) }, "invalid_grant"],
    ["another redirect", { redirect_uri: "http://127.0.0.1:1/" }, "redirect_uri_mismatch"],
    ["another client", { client_id: "someone" }, "invalid_client_id"],
  ])("%s is refused, and the code is spent", async (_title, overrides, error) => {
    const code = (await signIn()).searchParams.get("code") ?? "";
    const first = await redeem(code, overrides);
    expect(first).toMatchObject({ status: 400, body: { error } });
    if (error === "invalid_client_id") return;
    expect(await redeem(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  test("without a verifier there are no tokens", async () => {
    const code = (await signIn()).searchParams.get("code") ?? "";
    const fields = {
      grant_type: "authorization_code",
      client_id: oidcClientId,
      redirect_uri: redirectUri,
      code,
    };
    expect(await token(fields)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  });

  test("a code serves once, and for 15 minutes", async () => {
    const code = (await signIn()).searchParams.get("code") ?? "";
    expect((await redeem(code)).status).toBe(200);
    expect((await redeem(code)).status).toBe(400);
    const old = (await signIn()).searchParams.get("code") ?? "";
    clock = later(16);
    expect(await redeem(old)).toMatchObject({
      body: { error_description: "expired authorization code" },
    });
  });

  test.each([
    ["no challenge", { code_challenge: "" }, "invalid_request"],
    ["the plain method", { code_challenge_method: "plain" }, "invalid_request"],
    ["the implicit flow", { response_type: "token" }, "unsupported_response_type"],
    ["an unknown scope", { scope: "everything" }, "invalid_scope"],
    ["no page to show", { prompt: "none" }, "login_required"],
  ])("%s goes back to the client as an error", async (_title, overrides, error) => {
    const response = await get(request(overrides));
    const target = new URL(response.headers.get("Location") ?? "");
    expect(target.origin + target.pathname).toBe(redirectUri);
    expect(target.searchParams.get("error")).toBe(error);
    expect(target.searchParams.get("state")).toBe("s t&te");
  });

  test.each([
    ["an unknown client", { client_id: "someone" }],
    ["an address that is not registered", { redirect_uri: "https://evil.test/cb" }],
    ["an address that only looks like loopback", { redirect_uri: "http://127.0.0.1@evil.test/" }],
  ])("%s is never redirected to", async (_title, overrides) => {
    const response = await get(request(overrides));
    expect(response.status).toBe(400);
    expect(response.headers.get("Location")).toBeNull();
  });
});

describe("refresh, introspection, revocation", () => {
  const refresh = (refresh_token: unknown) =>
    token({
      grant_type: "refresh_token",
      client_id: oidcClientId,
      refresh_token: String(refresh_token),
    });

  test("refresh tokens rotate, and a spent one ends the whole grant", async () => {
    const { body: first } = await redeem((await signIn()).searchParams.get("code") ?? "");
    const { body: second } = await refresh(first["refresh_token"]);
    expect(second["refresh_token"]).not.toBe(first["refresh_token"]);
    expect(await refresh(first["refresh_token"])).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
    expect(await refresh(second["refresh_token"])).toMatchObject({ status: 400 });
    const info = await get("/services/oauth2/userinfo", {
      Authorization: `Bearer ${String(second["access_token"])}`,
    });
    expect(info.status).toBe(403);
  });

  test("a revoked access token is no longer active", async () => {
    const { body } = await redeem((await signIn()).searchParams.get("code") ?? "");
    const fields = { token: String(body["access_token"]) };
    const introspect = () => postForm(sandbox, "/services/oauth2/introspect", fields);
    expect((await introspect()).body).toMatchObject({
      active: true,
      username: "erin.vega@brightcoat.example",
    });
    expect((await postForm(sandbox, "/services/oauth2/revoke", fields)).status).toBe(200);
    expect((await introspect()).body).toEqual({ active: false });
  });
});

test("discovery names the address the client reached", async () => {
  expect(await (await get("/.well-known/openid-configuration")).json()).toMatchObject({
    issuer: origin,
    jwks_uri: `${origin}/id/keys`,
    code_challenge_methods_supported: ["S256"],
  });
});
