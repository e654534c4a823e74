import type { MiddlewareHandler } from "hono";
import { PERSON_HEADER } from "../../shared/sync/wire.ts";
import type { AppEnv, Identity } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import { acceptAccessToken, bearerOf } from "./access-token.ts";
import type { Family } from "./families.ts";
import { sessionFinder, type SessionFinderOptions } from "./find-session.ts";
import type { Signer } from "./signer.ts";

export interface AuthenticateOptions extends SessionFinderOptions {
  readonly signer: Signer;
}

/**
 * All that a tablet may still do that is to forget everything: hand in what only it has, which is edits, and photos into the
 * projects of their estimates.
 */
const isHandingIn = (method: string, path: string): boolean =>
  path === "/api/sync/push" ||
  (method === "POST" && /^\/api\/v1\/companycam\/projects\/[^/]+\/photos$/.test(path)) ||
  /^\/api\/v1\/estimates\/[^/]+\/companycam-project$/.test(path);

/**
 * Middleware that lets only signed-in requests through and sets `identity` for the handlers behind it. Everybody else gets
 * 401: `refresh_needed` for a tablet that has to show its key first, else `signed_out`. Other programs come with an access
 * token, where they may.
 */
export function authenticate(options: AuthenticateOptions): MiddlewareHandler<AppEnv> {
  const find = sessionFinder(options);
  return async (c, next) => {
    const token = bearerOf(c);
    if (token !== null) {
      const identity = await acceptAccessToken(options, c.req.path, token);
      if (!identity) return refuse(c, "signed_out");
      c.set("identity", identity);
      return next();
    }
    const found = await find(c);
    if (found.standing === "signed-out") return refuse(c, "signed_out");
    if (found.standing === "refresh") return refuse(c, "refresh_needed");
    const { family } = found;
    const person = c.req.header(PERSON_HEADER);
    if (person !== undefined && person !== family.user_id) return refuse(c, "signed_out");
    if (family.wipe_asked_at !== null) {
      if (!isHandingIn(c.req.method, c.req.path)) return refuse(c, "refresh_needed");
      // Whoever has left writes nothing any more: what they have left goes into escrow.
      if (!family.isActive) return refuse(c, "forbidden");
    }
    c.set("identity", identityOf(family));
    c.set("familyId", family.id);
    return next();
  };
}

const identityOf = (family: Family): Identity => ({
  companyId: family.company_id,
  companyName: family.companyName,
  userId: family.user_id,
  userName: family.userName,
  role: family.role,
});
