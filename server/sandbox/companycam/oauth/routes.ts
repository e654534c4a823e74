import { Hono } from "hono";
import { type GrantStore, TOKEN_SECONDS } from "./grants.ts";

export type OauthClient = { readonly id: string; readonly secret: string };

/**
 * `POST /oauth/token`: a refresh token becomes the next pair, once. How a first pair is agreed to by a person is not
 * played here; `POST /__sandbox__/grants` gives one out.
 */
export const oauthRoutes = (grants: GrantStore, client: OauthClient, now: () => number) =>
  new Hono().post("/token", async (c) => {
    const form = await c.req.parseBody();
    const refuse = (error: string, description: string) =>
      c.json({ error, error_description: description }, error === "invalid_client" ? 401 : 400);
    if (form["client_id"] !== client.id || form["client_secret"] !== client.secret)
      return refuse("invalid_client", "Client authentication failed.");
    if (form["grant_type"] !== "refresh_token")
      return refuse("unsupported_grant_type", "The grant type is not supported here.");
    const token = form["refresh_token"];
    const pair = typeof token === "string" ? grants.refresh(token) : null;
    if (pair === null)
      return refuse("invalid_grant", "The provided authorization grant is invalid or revoked.");
    return c.json({
      ...pair,
      token_type: "Bearer",
      expires_in: TOKEN_SECONDS,
      scope: "read write destroy",
      created_at: now(),
    });
  });
