import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import * as z from "zod/mini";
import type { Token } from "./token-source.ts";

/**
 * An access token as it may lie in the database: encrypted with a key derived from the private key that signs our
 * assertions. Whoever holds that key can have a token of their own any time; whoever has the database, or a backup of
 * it, has none.
 */

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const tokenSchema = z.object({
  accessToken: z.string(),
  instanceUrl: z.url(),
  organizationId: z.string(),
  userId: z.string(),
});

export interface TokenSeal {
  seal(token: Token): string;
  /** Null for what another key has sealed, or what was changed since. */
  open(sealed: string): Token | null;
}

/** @param id whose session it is; what was sealed for one is nothing to another. */
export function createTokenSeal(privateKey: KeyObject, id: string): TokenSeal {
  const secret = privateKey.export({ type: "pkcs8", format: "der" });
  const key = Buffer.from(hkdfSync("sha256", secret, "", `paintbox salesforce ${id}`, KEY_BYTES));
  return {
    seal(token) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const text = cipher.update(JSON.stringify(token), "utf8");
      const rest = cipher.final();
      return Buffer.concat([nonce, cipher.getAuthTag(), text, rest]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const textBegins = NONCE_BYTES + TAG_BYTES;
      if (bytes.length <= textBegins) return null;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, textBegins));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(textBegins)), decipher.final()]);
        const parsed = z.safeParse(tokenSchema, JSON.parse(text.toString("utf8")));
        if (!parsed.success) return null;
        return { ...parsed.data, instanceUrl: new URL(parsed.data.instanceUrl) };
      } catch {
        return null;
      }
    },
  };
}
