import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod/mini";
import { isAway } from "../store/store-error.ts";
import { type AssertionIssuer, signedAssertion } from "./assertion.ts";
import { type Answer, answered, errorOfAnswer, failed, retryAdvice } from "./errors.ts";
import { exchangeJson } from "./http.ts";
import type { SharedSession } from "./shared-session.ts";

/** A live session of the integration user. */
export interface Token {
  readonly accessToken: string;
  /** Where the org lives now; changes when Salesforce moves it. */
  readonly instanceUrl: URL;
  /** 18 characters, from the identity URL of the token answer. */
  readonly organizationId: string;
  readonly userId: string;
}

export interface TokenSource {
  /** The present token, or a first one. */
  current(): Promise<Answer<Token>>;
  /** A token other than `stale`. Any number of callers with the same stale token cause one request. */
  replace(stale: Token): Promise<Answer<Token>>;
  /** Where the org was when we last heard; null before the first token. */
  instanceUrl(): URL | null;
}

const TOKEN_TIMEOUT_MS = 10_000;
/** A refused login is not asked again for this long: a wrong key must not become a storm of requests. */
const REFUSAL_HOLDS_MS = 30_000;

const tokenAnswerSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  instance_url: z.url(),
  id: z.url(),
});
const IDENTITY_PATH = /\/id\/(00D\w{15})\/(005\w{15})$/;

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether a bearer token may be sent there: TLS, or this very machine. */
const isTrustworthy = (url: URL): boolean =>
  url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname));

function tokenOf(body: unknown): Answer<Token> {
  const parsed = z.safeParse(tokenAnswerSchema, body);
  if (!parsed.success) return failed("unexpected", "The login answered without a usable token.");
  const { access_token: accessToken, instance_url: instance, id } = parsed.data;
  const instanceUrl = new URL(instance);
  const [, organizationId, userId] = IDENTITY_PATH.exec(new URL(id).pathname) ?? [];
  if (!isTrustworthy(instanceUrl) || organizationId === undefined || userId === undefined)
    return failed("unexpected", "The login answered with an address we cannot trust.");
  return answered({ accessToken, instanceUrl, organizationId, userId });
}

async function requestToken(
  issuer: AssertionIssuer,
  now: number,
  signal: AbortSignal | undefined,
): Promise<Answer<Token>> {
  const answer = await exchangeJson({
    url: new URL("/services/oauth2/token", issuer.loginUrl),
    method: "POST",
    body: new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion: signedAssertion(issuer, now),
    }),
    timeoutMs: TOKEN_TIMEOUT_MS,
    signal,
  });
  if (!answer.ok) return answer;
  const { status, body } = answer.value;
  return status === 200 ? tokenOf(body) : { ok: false, error: errorOfAnswer(status, body) };
}

/** How often we look whether another process has its new token; a login takes some 300 ms. */
const LOOK_MS = 50;

export interface TokenSourceOptions {
  readonly issuer: AssertionIssuer;
  readonly clock: { now(): number };
  readonly signal?: AbortSignal | undefined;
  /** Where other processes use the same session. */
  readonly shared?: SharedSession | undefined;
}

/** Tokens by JWT bearer: there is no refresh token to lose, a new one is minted each time. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { issuer, clock, signal, shared } = options;
  let held: Token | null = null;
  let lastInstance: URL | null = null;
  let flight: Promise<Answer<Token>> | null = null;
  let refusal: { readonly answer: Answer<Token>; readonly until: number } | null = null;

  const request = (): Promise<Answer<Token>> => requestToken(issuer, clock.now(), signal);
  const obtain = async (refused: Token | null): Promise<Answer<Token>> => {
    if (!shared) return request();
    try {
      return await obtainShared(shared, refused?.accessToken ?? null, request, signal);
    } catch (error) {
      // Without its database a process is alone, and asks for itself.
      if (!isAway(error)) throw error;
      return request();
    }
  };
  const mint = async (refused: Token | null): Promise<Answer<Token>> => {
    const answer = await obtain(refused);
    if (answer.ok) {
      held = answer.value;
      lastInstance = held.instanceUrl;
    }
    refusal =
      !answer.ok && retryAdvice(answer.error.code) !== "soon"
        ? { answer, until: clock.now() + REFUSAL_HOLDS_MS }
        : null;
    return answer;
  };
  const mintOnce = (refused: Token | null): Promise<Answer<Token>> => {
    if (refusal && clock.now() < refusal.until) return Promise.resolve(refusal.answer);
    flight ??= mint(refused).finally(() => {
      flight = null;
    });
    return flight;
  };
  return {
    current: () => (held ? Promise.resolve(answered(held)) : mintOnce(null)),
    replace: (stale) => {
      if (held && held !== stale) return Promise.resolve(answered(held));
      held = null;
      return mintOnce(stale);
    },
    instanceUrl: () => lastInstance,
  };
}

/** The token another process has by now, or one that this process asks for while the others wait for it. */
async function obtainShared(
  shared: SharedSession,
  refused: string | null,
  request: () => Promise<Answer<Token>>,
  signal: AbortSignal | undefined,
): Promise<Answer<Token>> {
  for (;;) {
    if (signal?.aborted === true) return failed("unreachable", "The server is stopping.");
    const theirs = await shared.token(refused);
    if (theirs) return answered(theirs);
    if (await shared.takeLease()) {
      // Its holder may have ended between our two looks.
      const late = await shared.token(refused);
      const answer = late ? answered(late) : await request();
      await shared.endLease(answer.ok ? answer.value : null);
      return answer;
    }
    await delay(LOOK_MS);
  }
}
