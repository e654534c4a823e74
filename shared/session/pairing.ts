import * as z from "zod/mini";

/** A code by which a new tablet becomes somebody's without going through Salesforce: shown on one screen, read by another. */

/** Long enough to fetch the other tablet's camera, too short to lie about. */
export const PAIRING_LIFETIME_MS = 3 * 60_000;

/** Crockford's base 32: no letter that is taken for a figure, when somebody has to type it. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 26 characters of 5 bits: 130 random bits. */
export const PAIRING_CODE_LENGTH = 26;

/** A code out of at least 26 random bytes. */
export const pairingCodeOf = (random: Uint8Array): string =>
  Array.from(
    random.subarray(0, PAIRING_CODE_LENGTH),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join("");

/** For people: in groups that the eye can hold, and none of a single letter. */
export const shownPairingCode = (code: string): string =>
  code.match(/.{5}(?=.{5})|.+/g)?.join(" ") ?? "";

/** What somebody typed or a camera read, as the code it means; null when it cannot be one. */
export function readPairingCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return isPairingCode.test(code) ? code : null;
}

const isPairingCode = /^[0-9A-HJKMNP-TV-Z]{26}$/;

export const pairRequestSchema = z.strictObject({
  code: z.string().check(z.regex(isPairingCode)),
});
/** `POST /api/session/pair/look`: whose tablet it would become. */
export const pairLookSchema = z.object({ userName: z.string(), companyName: z.string() });
/** `POST /api/session/pairings`. */
export const pairingSchema = z.object({
  id: z.string(),
  code: z.string(),
  /** Unix milliseconds by the server's clock, and what is left of it now: the tablet's clock may be wrong. */
  expiresAt: z.number(),
  leftMs: z.number(),
});
export type Pairing = z.infer<typeof pairingSchema>;
/** `GET /api/session/pairings/:id`. */
export const pairingStateSchema = z.object({ state: z.enum(["waiting", "used", "expired"]) });
