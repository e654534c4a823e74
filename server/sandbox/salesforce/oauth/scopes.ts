/** The OAuth scopes the sandbox's apps may ask for. */
import { OAuthError } from "./oauth-error.ts";

export const knownScopes = [
  "openid",
  "profile",
  "email",
  "id",
  "api",
  "web",
  "refresh_token",
  "offline_access",
] as const;

const known: ReadonlySet<string> = new Set(knownScopes);

/** @returns the scopes asked for, or all that a Salesforce app has when none are named */
export function parseScopes(text: string | undefined): readonly string[] {
  const asked = (text ?? "").split(/\s+/).filter((scope) => scope !== "");
  const unknown = asked.find((scope) => !known.has(scope));
  if (unknown !== undefined)
    throw new OAuthError("invalid_scope", `the requested scope is not allowed: ${unknown}`);
  return asked.length > 0 ? asked : ["openid", "profile", "email", "id", "api", "refresh_token"];
}

export const wantsRefreshToken = (scopes: readonly string[]): boolean =>
  scopes.includes("refresh_token") || scopes.includes("offline_access");
