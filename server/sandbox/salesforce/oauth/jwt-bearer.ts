/** Verifies the assertion of a JWT bearer request, with Salesforce's own words for each refusal. */
import { errors, jwtVerify } from "jose";

import type { RecordStore } from "../store/record-store.ts";
import type { Clients } from "./clients.ts";
import { type DirectoryUser, findUserByUsername, isPreAuthorized } from "./directory.ts";
import { OAuthError } from "./oauth-error.ts";

/** Salesforce takes an assertion for about three minutes; some minutes more for clocks that differ. */
const longestLifeSeconds = 5 * 60;

const publicAudiences: ReadonlySet<string> = new Set([
  "https://login.salesforce.com",
  "https://test.salesforce.com",
]);

export async function verifyAssertion(
  store: RecordStore,
  clients: Clients,
  assertion: string,
  origin: string,
  now: Date,
): Promise<DirectoryUser> {
  const claims = await verify(clients, assertion, now);
  if (claims.iss !== clients.jwtClientId)
    throw new OAuthError("invalid_client_id", "client identifier invalid");
  const audiences = [claims.aud ?? []].flat();
  if (!audiences.some((audience) => audience === origin || publicAudiences.has(audience))) {
    throw new OAuthError("invalid_grant", "audience is invalid");
  }
  if (claims.exp === undefined || claims.exp > now.getTime() / 1000 + longestLifeSeconds) {
    throw new OAuthError("invalid_grant", "invalid assertion");
  }
  const user = findUserByUsername(store, claims.sub ?? "");
  if (user && !user.isActive) throw new OAuthError("invalid_grant", "inactive user");
  if (!user || !isPreAuthorized(user))
    throw new OAuthError("invalid_grant", "user hasn't approved this consumer");
  return user;
}

async function verify(clients: Clients, assertion: string, now: Date) {
  try {
    const { payload } = await jwtVerify(assertion, clients.jwtPublicKey, {
      algorithms: ["RS256"],
      currentDate: now,
    });
    return payload;
  } catch (error) {
    // The same words as for a late authorization code: that is what the real one says.
    if (error instanceof errors.JWTExpired)
      throw new OAuthError("invalid_grant", "expired authorization code");
    throw new OAuthError("invalid_grant", "invalid assertion");
  }
}
