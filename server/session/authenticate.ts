import type { MiddlewareHandler } from "hono";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import type { Store } from "../store/store.ts";
import { cookiesFor } from "./cookies.ts";
import { type FoundSession, findSession } from "./sessions.ts";

export interface AuthenticateOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** Finds the session of a request's cookie, and renews the cookie when the session was prolonged. */
export function sessionFinder({ store, clock, publicUrl }: AuthenticateOptions) {
  const { session: cookie } = cookiesFor(publicUrl);
  return async (c: Parameters<MiddlewareHandler>[0]): Promise<FoundSession | null> => {
    const secret = cookie.read(c);
    if (secret === undefined) return null;
    const found = await findSession(store, secret, clock.now());
    if (found?.prolonged) cookie.write(c, secret);
    return found;
  };
}

/**
 * Middleware that lets only signed-in requests through and sets `identity` for the handlers behind it;
 * everybody else gets 401 with the code `signed_out`.
 */
export function authenticate(options: AuthenticateOptions): MiddlewareHandler<AppEnv> {
  const find = sessionFinder(options);
  return async (c, next) => {
    const found = await find(c);
    if (!found) return refuse(c, "signed_out");
    const { companyId, companyName, userId, userName, role } = found.session;
    c.set("identity", { companyId, companyName, userId, userName, role });
    return next();
  };
}
