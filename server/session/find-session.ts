import type { Context } from "hono";
import { SECRET_LIFETIME_MS } from "../../shared/session/refresh.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../observe/log.ts";
import type { Store } from "../store/store.ts";
import { cookiesFor } from "./cookies.ts";
import {
  confirmSecret,
  endFamilies,
  type Family,
  findFamily,
  replaceSecret,
  successorCookie,
} from "./families.ts";
import { isDue, standingOf } from "./rotation.ts";
import { type CookieSecret, hashOf, readCookieText } from "./secrets.ts";

export interface SessionFinderOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string;
}

/** `refresh`: the tablet is known, and has to show its key first. */
export type FoundSession =
  | { readonly standing: "signed-in"; readonly family: Family }
  | { readonly standing: "signed-out" }
  | { readonly standing: "refresh" };

export type SessionFinder = (c: Context) => Promise<FoundSession>;

const signedOut: FoundSession = { standing: "signed-out" };

/**
 * Finds the session of an ordinary request's cookie. A browser without a key gets its next secret along the way; one that
 * shows a secret again that has just been replaced gets the successor again.
 */
export function sessionFinder(options: SessionFinderOptions): SessionFinder {
  const { store, clock } = options;
  const { session: cookie } = cookiesFor(options.publicUrl);
  return async (c) => {
    const text = cookie.read(c);
    if (text === undefined) return signedOut;
    const shown = readCookieText(text);
    const now = clock.now();
    const family = await findFamily(store.db, shown, now);
    if (!family) return signedOut;
    const standing = standingOf(family, hashOf(shown.secret), now);
    const isSteady =
      standing === "current" && family.confirmed_at !== null && !rotatesByItself(family, now);
    // Nearly every request ends here, with one read and no write.
    if (isSteady) return { standing: "signed-in", family };
    if (standing === "overdue" || (standing === "spent" && family.key_thumbprint !== null))
      return { standing: "refresh" };
    const { found, next } = await settle(options, shown, now);
    // Only once it is on disk: a cookie that the store does not know would look like a stolen one.
    if (next !== null) cookie.write(c, next);
    return found;
  };
}

/** A browser without a key has nobody to ask for a refresh: an earlier version of the app, or one without crypto. */
const rotatesByItself = (family: Family, now: number): boolean =>
  family.key_thumbprint === null && isDue(family, now, SECRET_LIFETIME_MS);

interface Settled {
  readonly found: FoundSession;
  /** The text for the cookie, when it changes. */
  readonly next: string | null;
}

/** Decides once more and writes, in one transaction: another request may have been faster. */
async function settle(
  { store, log }: SessionFinderOptions,
  shown: CookieSecret,
  now: number,
): Promise<Settled> {
  return store.write(async (tx): Promise<Settled> => {
    const family = await findFamily(tx, shown, now);
    if (!family) return { found: signedOut, next: null };
    const found: FoundSession = { standing: "signed-in", family };
    switch (standingOf(family, hashOf(shown.secret), now)) {
      case "current":
        if (rotatesByItself(family, now))
          return { found, next: await replaceSecret(tx, family, shown.secret, now) };
        if (family.confirmed_at === null) await confirmSecret(tx, family, now);
        return { found, next: null };
      case "replaced":
        return { found, next: successorCookie(family, shown.secret) };
      case "overdue":
        return { found: { standing: "refresh" }, next: null };
      case "spent":
        if (family.key_thumbprint !== null) return { found: { standing: "refresh" }, next: null };
        await endFamilies(tx, { id: family.id }, "reuse", now);
        log.error("session.reuse", { session: family.id, user: family.user_id });
        return { found: signedOut, next: null };
    }
  });
}
