import * as oauth from "oauth4webapi";
import * as z from "zod/mini";
import { boundedFetch } from "../upstream/bounded-fetch.ts";
import type { PendingSignIn } from "./pending-sign-in.ts";

/** Who came back from the identity provider, as Salesforce's userinfo says. */
export interface Person {
  readonly organizationId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export type SignInFailure =
  /** The person, or a policy of the org, said no. */
  | { readonly code: "denied"; readonly detail: string }
  /** The provider did not answer, or not in time. */
  | { readonly code: "unreachable"; readonly detail: string }
  /** The answer does not stand up to checking: state, nonce, signature, issuer, code. */
  | { readonly code: "invalid"; readonly detail: string };

export type SignInResult =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly failure: SignInFailure };

export interface OpenIdProvider {
  /** Where to send the browser, by OpenID Connect code flow with PKCE. @throws when discovery fails. */
  authorizationUrl(pending: PendingSignIn): Promise<URL>;
  /** Exchanges the code of a callback and checks everything about the answer. */
  finish(callback: URL, pending: PendingSignIn): Promise<SignInResult>;
}

const TIMEOUT_MS = 10_000;
/** Salesforce's longest, what discovery tells, has 4 KB. */
const MAX_ANSWER_BYTES = 1_000_000;
/** Discovery hardly ever changes; an hour keeps a sign-in at three calls. */
const DISCOVERY_KEPT_MS = 60 * 60_000;
/** A server's clock and Salesforce's may differ by this much, in seconds. */
const CLOCK_TOLERANCE_S = 60;
/** `openid` names the person; `profile email` fill in name and address. No token is kept, so no refresh. */
const SCOPE = "openid profile email";

const salesforceId = z.string().check(z.regex(/^\w{18}$/));
const userInfoSchema = z.object({
  organization_id: salesforceId,
  user_id: salesforceId,
  name: z.string(),
  email: z.optional(z.string()),
});

export interface OpenIdOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly clock: { now(): number };
}

export function createOpenIdProvider(options: OpenIdOptions): OpenIdProvider {
  const issuer = new URL(options.issuer);
  const client: oauth.Client = {
    client_id: options.clientId,
    [oauth.clockTolerance]: CLOCK_TOLERANCE_S,
  };
  const request = () => ({
    signal: AbortSignal.timeout(TIMEOUT_MS),
    [oauth.customFetch]: boundedFetch(MAX_ANSWER_BYTES),
    // Plain http only ever reaches this machine: the configuration refuses it for any other host.
    [oauth.allowInsecureRequests]: issuer.protocol === "http:",
  });
  const server = createDiscovery(issuer, request, options.clock);

  return {
    async authorizationUrl({ state, nonce, codeVerifier }) {
      const { authorization_endpoint: endpoint } = await server();
      if (endpoint === undefined) throw new Error("The provider names no authorization endpoint.");
      const url = new URL(endpoint);
      url.search = new URLSearchParams({
        response_type: "code",
        client_id: options.clientId,
        redirect_uri: options.redirectUri,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
      }).toString();
      return url;
    },
    async finish(callback, pending) {
      try {
        const as = await server();
        const parameters = oauth.validateAuthResponse(as, client, callback, pending.state);
        const response = await oauth.authorizationCodeGrantRequest(
          as,
          client,
          oauth.None(),
          parameters,
          options.redirectUri,
          pending.codeVerifier,
          request(),
        );
        const person = await personOf(as, client, response, pending.nonce, request);
        return { ok: true, person };
      } catch (error) {
        return { ok: false, failure: failureOf(error) };
      }
    },
  };
}

type RequestOptions = () => {
  signal: AbortSignal;
  [oauth.customFetch]: ReturnType<typeof boundedFetch>;
  [oauth.allowInsecureRequests]: boolean;
};

function createDiscovery(issuer: URL, request: RequestOptions, clock: { now(): number }) {
  let known: { readonly server: oauth.AuthorizationServer; readonly at: number } | null = null;
  return async (): Promise<oauth.AuthorizationServer> => {
    if (known && clock.now() - known.at < DISCOVERY_KEPT_MS) return known.server;
    const response = await oauth.discoveryRequest(issuer, { ...request(), algorithm: "oidc" });
    const server = await oauth.processDiscoveryResponse(issuer, response);
    known = { server, at: clock.now() };
    return server;
  };
}

async function personOf(
  as: oauth.AuthorizationServer,
  client: oauth.Client,
  response: Response,
  nonce: string,
  request: RequestOptions,
): Promise<Person> {
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(as, response, request());
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (!claims) throw new Error("The answer carries no id token.");
  const answer = await oauth.userInfoRequest(as, client, tokens.access_token, request());
  const info = await oauth.processUserInfoResponse(as, client, claims.sub, answer);
  const person = z.parse(userInfoSchema, info);
  return {
    organizationId: person.organization_id,
    userId: person.user_id,
    name: person.name,
    email: person.email ?? "",
  };
}

/** The tokens are dropped here: the tablet gets our cookie and nothing of Salesforce's. */
function failureOf(error: unknown): SignInFailure {
  if (error instanceof oauth.AuthorizationResponseError)
    return { code: "denied", detail: error.error };
  if (
    error instanceof TypeError ||
    (error instanceof DOMException && error.name === "TimeoutError")
  )
    return { code: "unreachable", detail: error.message };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  return { code: "invalid", detail: `${code} ${message}`.trim() };
}
