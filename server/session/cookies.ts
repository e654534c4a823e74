import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";

/** A signed-in tablet that is used at least once in this time never signs in again. */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60_000;
/** From our redirect to Salesforce until its answer: time to find a password and a second factor. */
export const SIGN_IN_LIFETIME_MS = 15 * 60_000;

/** As long as browsers keep any cookie: 400 days, begun anew with every sign-in. */
export const DEVICE_LIFETIME_MS = 400 * 24 * 60 * 60_000;

/**
 * Our three cookies. On https they carry the `__Host-` prefix: no other host and no plain-http page can set
 * them. On loopback http a browser refuses that prefix, so the names are plain there.
 */
export interface Cookies {
  readonly session: Cookie;
  readonly signIn: Cookie;
  /** Names the browser, not the person: it outlives sign-outs, and a browser that removes a tablet's records. */
  readonly device: Cookie;
}
export interface Cookie {
  read(c: Context): string | undefined;
  write(c: Context, value: string): void;
  clear(c: Context): void;
}

const MAX_CHARACTERS = 100;

function cookie(name: string, options: CookieOptions): Cookie {
  return {
    // Longer than any of ours: somebody else's.
    read: (c) => {
      const value = getCookie(c, name);
      return value !== undefined && value.length <= MAX_CHARACTERS ? value : undefined;
    },
    write: (c, value) => setCookie(c, name, value, options),
    clear: (c) => {
      deleteCookie(c, name, { path: "/", secure: options.secure ?? false });
    },
  };
}

export function cookiesFor(publicUrl: string): Cookies {
  const secure = new URL(publicUrl).protocol === "https:";
  const prefix = secure ? "__Host-" : "";
  const options = (lifetimeMs: number): CookieOptions => ({
    path: "/",
    httpOnly: true,
    secure,
    // Lax: the answer of the identity provider is a top-level navigation from another site.
    sameSite: "Lax",
    maxAge: lifetimeMs / 1000,
  });
  return {
    session: cookie(`${prefix}paintbox`, options(SESSION_LIFETIME_MS)),
    signIn: cookie(`${prefix}paintbox-sign-in`, options(SIGN_IN_LIFETIME_MS)),
    device: cookie(`${prefix}paintbox-device`, options(DEVICE_LIFETIME_MS)),
  };
}
