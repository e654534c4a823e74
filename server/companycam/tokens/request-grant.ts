import * as z from "zod/mini";
import { type Answer, answered, failed } from "../errors.ts";
import { exchangeJson } from "../exchange.ts";

const TIMEOUT_MS = 10_000;

export interface OauthClient {
  /** Where the tokens come from, `https://app.companycam.com`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

const grantSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.string().check(z.minLength(1)),
  expires_in: z.number(),
});
const refusalSchema = z.object({ error: z.string() });

/**
 * Turns a refresh token into the next pair. It is used up by this: whoever calls has to keep the answer, or the way in is
 * lost. Never repeated by itself.
 *
 * @returns `reconnect` when the token is not good any more; other codes say that it may still be.
 */
export async function requestGrant(
  { url, clientId, clientSecret }: OauthClient,
  refreshToken: string,
  now: number,
): Promise<Answer<Grant>> {
  const answer = await exchangeJson({
    url: new URL("/oauth/token", url),
    method: "POST",
    headers: {},
    body: new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      client_id: clientId,
      client_secret: clientSecret,
    }),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return answer;
  const { status, body } = answer.value;
  if (status === 200) {
    const parsed = z.safeParse(grantSchema, body);
    if (!parsed.success) return failed("unexpected", "CompanyCam answered without usable tokens.");
    const { access_token: accessToken, refresh_token: next, expires_in: seconds } = parsed.data;
    return answered({ accessToken, refreshToken: next, expiresAt: now + seconds * 1000 });
  }
  const refusal = z.safeParse(refusalSchema, body);
  if (refusal.success && refusal.data.error === "invalid_grant")
    return failed("reconnect", "CompanyCam does not take our refresh token any more.");
  if (refusal.success) return failed("unauthorized", "CompanyCam does not know our OAuth client.");
  return failed(
    status === 429 ? "rate_limited" : "busy",
    `The tokens' address answered ${status}.`,
  );
}
