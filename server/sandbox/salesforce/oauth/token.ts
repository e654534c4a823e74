/** /services/oauth2/token: the three ways to get an access token, and the answer to all of them. */
import { createHmac } from "node:crypto";

import { SignJWT } from "jose";

import type { RecordStore } from "../store/record-store.ts";
import { type Clients, requireOidcClient } from "./clients.ts";
import type { CodeStore } from "./codes.ts";
import { findUserById } from "./directory.ts";
import type { GrantStore, Issued } from "./grants.ts";
import { verifyAssertion } from "./jwt-bearer.ts";
import { OAuthError } from "./oauth-error.ts";
import { identityUrl, userInfo } from "./profile.ts";
import { wantsRefreshToken } from "./scopes.ts";
import type { SigningKey } from "./signing-key.ts";

export type TokenDependencies = {
  readonly store: RecordStore;
  readonly clients: Clients;
  readonly codes: CodeStore;
  readonly grants: GrantStore;
  readonly signingKey: () => Promise<SigningKey>;
  readonly clock: () => Date;
  /** Where the org lives, when not at the address that was asked. */
  readonly instanceUrl: () => string | null;
};

type Form = ReadonlyMap<string, string>;

/** The life Salesforce gives an ID token. */
const idTokenLifeSeconds = 120;

export function answerTokenRequest(dependencies: TokenDependencies, origin: string, form: Form) {
  const grantType = form.get("grant_type");
  switch (grantType) {
    case "urn:ietf:params:oauth:grant-type:jwt-bearer":
      return byAssertion(dependencies, origin, form);
    case "authorization_code":
      return byCode(dependencies, origin, form);
    case "refresh_token":
      return byRefreshToken(dependencies, origin, form);
    case undefined:
    default:
      throw new OAuthError("unsupported_grant_type", "grant type not supported");
  }
}

async function byAssertion(dependencies: TokenDependencies, origin: string, form: Form) {
  const { store, clients, grants, clock } = dependencies;
  const user = await verifyAssertion(store, clients, form.get("assertion") ?? "", origin, clock());
  const clientId = clients.jwtClientId;
  const issued = grants.issue({
    clientId,
    userId: user.id,
    scopes: ["api", "id"],
    withRefreshToken: false,
  });
  return tokenAnswer(dependencies, origin, issued);
}

async function byCode(dependencies: TokenDependencies, origin: string, form: Form) {
  const { clients, codes, grants, clock } = dependencies;
  const clientId = requireOidcClient(clients, form.get("client_id"));
  const codeVerifier = form.get("code_verifier");
  if (codeVerifier === undefined)
    throw new OAuthError("invalid_request", "missing required code verifier");
  const exchange = {
    code: form.get("code") ?? "",
    clientId,
    redirectUri: form.get("redirect_uri") ?? "",
    codeVerifier,
  };
  const { userId, scopes, nonce } = codes.redeem(exchange, clock());
  const issued = grants.issue({
    clientId,
    userId,
    scopes,
    withRefreshToken: wantsRefreshToken(scopes),
  });
  const answer = tokenAnswer(dependencies, origin, issued);
  if (!scopes.includes("openid")) return answer;
  return { ...answer, id_token: await signIdToken(dependencies, origin, issued, nonce) };
}

function byRefreshToken(dependencies: TokenDependencies, origin: string, form: Form) {
  const clientId = requireOidcClient(dependencies.clients, form.get("client_id"));
  const issued = dependencies.grants.refresh(form.get("refresh_token") ?? "", clientId);
  if (!issued) throw new OAuthError("invalid_grant", "expired access/refresh token");
  return tokenAnswer(dependencies, origin, issued);
}

function tokenAnswer(
  { clock, instanceUrl }: TokenDependencies,
  origin: string,
  { grant, accessToken, refreshToken }: Issued,
) {
  const id = identityUrl(origin, grant.userId);
  const issuedAt = String(clock().getTime());
  return {
    access_token: accessToken,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    signature: createHmac("sha256", grant.clientId)
      .update(id + issuedAt)
      .digest("base64"),
    scope: grant.scopes.join(" "),
    instance_url: instanceUrl() ?? origin,
    id,
    token_type: "Bearer",
    issued_at: issuedAt,
  };
}

async function signIdToken(
  { store, signingKey, clock }: TokenDependencies,
  origin: string,
  { grant }: Issued,
  nonce: string | undefined,
): Promise<string> {
  const user = findUserById(store, grant.userId);
  if (!user) throw new OAuthError("invalid_grant", "inactive user");
  const { privateKey, kid } = await signingKey();
  const now = Math.floor(clock().getTime() / 1000);
  const {
    preferred_username,
    name,
    email,
    email_verified,
    given_name,
    family_name,
    organization_id,
    user_id,
  } = userInfo(origin, user);
  const aboutPerson = grant.scopes.includes("profile")
    ? { preferred_username, name, given_name, family_name, email, email_verified }
    : {};
  return new SignJWT({
    ...aboutPerson,
    organization_id,
    user_id,
    ...(nonce === undefined ? {} : { nonce }),
  })
    .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" })
    .setIssuer(origin)
    .setSubject(identityUrl(origin, user.id))
    .setAudience(grant.clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + idTokenLifeSeconds)
    .sign(privateKey);
}
