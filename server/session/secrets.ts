import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Secrets and codes of sessions. What is stored of them is a hash: whoever reads the database cannot use what they find. */

const RANDOM_BYTES = 32;
/** 128 bits: nobody comes upon a family that is not theirs. */
const SELECTOR_BYTES = 16;

export const hashOf = (secret: string): string =>
  createHash("sha256").update(secret).digest("base64url");

/** 256 random bits. */
export const newSecret = (): string => randomBytes(RANDOM_BYTES).toString("base64url");

export const newSelector = (): string => randomBytes(SELECTOR_BYTES).toString("base64url");

/**
 * The secret that replaces another: whoever shows the replaced one again, because the answer was lost, is given the same
 * successor. It takes both the old secret, which only the tablet has, and the salt, which only the database has.
 */
export const successorOf = (secret: string, salt: string): string =>
  createHmac("sha256", salt).update(secret).digest("base64url");

/** What the cookie of a session carries. */
export interface CookieSecret {
  readonly selector: string;
  readonly secret: string;
}

export const cookieText = ({ selector, secret }: CookieSecret): string => `${selector}.${secret}`;

/** @param text of a cookie; one from before there were families is a secret alone. */
export function readCookieText(text: string): CookieSecret {
  const [selector = "", secret] = text.split(".", 2);
  return secret === undefined ? { selector: hashOf(text), secret: text } : { selector, secret };
}

export function isSameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
