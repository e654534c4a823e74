import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv, Identity } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import { acceptAccessToken, bearerOf } from "./access-token.ts";
import type { Family } from "./families.ts";
import { sessionFinder, type SessionFinderOptions } from "./find-session.ts";
import type { Signer } from "./signer.ts";

export interface AuthenticateOptions extends SessionFinderOptions {
  readonly signer: Signer;
}

/** All that a tablet may still do that is to forget everything: hand in what only it has. */
const PUSH = "/api/sync/push";

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
    if (found.standing === "refresh" || !isOpenTo(found.family, c))
      return refuse(c, "refresh_needed");
    c.set("identity", identityOf(found.family));
    c.set("familyId", found.family.id);
    return next();
  };
}

/** A tablet that is to be wiped hears of it with its next refresh; whoever was deactivated writes nothing any more. */
const isOpenTo = ({ wipe_asked_at: wipe, isActive }: Family, c: Context): boolean =>
  wipe === null || (isActive && c.req.path === PUSH);

export const identityOf = (family: Family): Identity => ({
  companyId: family.company_id,
  companyName: family.companyName,
  userId: family.user_id,
  userName: family.userName,
  role: family.role,
});
