/** Every OAuth and OpenID Connect endpoint of the sandbox. */
import { type Context, Hono } from "hono";

import { organizationId } from "../org.ts";
import { authorizeRoutes } from "./authorize.ts";
import { discoveryDocument } from "./discovery.ts";
import { type DirectoryUser, findUserById } from "./directory.ts";
import { sessionMs } from "./grants.ts";
import { OAuthError } from "./oauth-error.ts";
import { identity, userInfo } from "./profile.ts";
import { answerTokenRequest, type TokenDependencies } from "./token.ts";

export function oauthRoutes(dependencies: TokenDependencies): Hono {
  const { store, grants, signingKey } = dependencies;
  const app = new Hono();

  app.route("/", authorizeRoutes(dependencies));

  app.get("/.well-known/openid-configuration", (c) => c.json(discoveryDocument(originOf(c))));

  app.get("/id/keys", async (c) => c.json({ keys: [(await signingKey()).publicJwk] }));

  app.post("/services/oauth2/token", (c) =>
    answerForm(c, (form) => answerTokenRequest(dependencies, originOf(c), form)),
  );

  app.post("/services/oauth2/revoke", (c) =>
    answerForm(c, (form) => {
      const token = form.get("token") ?? "";
      if (!grants.revoke(token)) throw new OAuthError("invalid_token", "invalid token");
      return {};
    }),
  );

  app.post("/services/oauth2/introspect", (c) =>
    answerForm(c, (form) => introspect(dependencies, form.get("token") ?? "")),
  );

  app.on(["GET", "POST"], "/services/oauth2/userinfo", (c) => {
    const user = bearerUser(dependencies, c);
    return user ? c.json(userInfo(originOf(c), user)) : c.text("Bad_OAuth_Token", 403);
  });

  app.get("/id/:organization/:user", (c) => {
    if (!bearerUser(dependencies, c)) return c.text("Bad_OAuth_Token", 403);
    const user = findUserById(store, c.req.param("user"));
    if (c.req.param("organization") !== organizationId || !user) return c.text("Bad_Id", 404);
    return c.json(identity(originOf(c), user));
  });

  return app;
}

const originOf = (c: Context): string => new URL(c.req.url).origin;

type Form = ReadonlyMap<string, string>;

/** Reads the form, answers JSON that nobody may keep; a refusal is a 400 with its OAuth code. */
async function answerForm(
  c: Context,
  answer: (form: Form) => object | Promise<object>,
): Promise<Response> {
  c.header("Cache-Control", "no-store");
  try {
    const fields = Object.entries(await c.req.parseBody());
    const form = new Map(
      fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    return c.json(await answer(form));
  } catch (error) {
    if (error instanceof OAuthError) return c.json(error.toBody(), 400);
    throw error;
  }
}

function bearerUser({ store, grants }: TokenDependencies, c: Context): DirectoryUser | undefined {
  const token = /^(?:Bearer|OAuth) (.+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  const grant = token === undefined ? undefined : grants.findByAccessToken(token);
  return grant && findUserById(store, grant.userId);
}

function introspect({ store, grants, clients }: TokenDependencies, token: string): object {
  const byAccess = grants.findByAccessToken(token);
  const grant = byAccess ?? grants.findByRefreshToken(token);
  const user = grant && findUserById(store, grant.userId);
  if (!grant || !user || ![clients.jwtClientId, clients.oidcClientId].includes(grant.clientId)) {
    return { active: false };
  }
  const issuedAt = grant.access.find((each) => each.token === token)?.issuedAt ?? 0;
  const seconds = Math.floor(issuedAt / 1000);
  return {
    active: true,
    scope: grant.scopes.join(" "),
    client_id: grant.clientId,
    username: user.username,
    sub: user.id,
    token_type: byAccess ? "access_token" : "refresh_token",
    ...(byAccess ? { iat: seconds, nbf: seconds, exp: seconds + sessionMs / 1000 } : {}),
  };
}
