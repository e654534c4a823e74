import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import type { Store } from "../../store/store.ts";

const NAME = "companycam.webhook-secret";
const secretSchema = z.object({ secret: z.string() });

/** What deliveries are signed with: chosen by us, the same for all processes. @returns null when there is none yet. */
export async function readSecret(store: Store, companyId: string): Promise<string | null> {
  const row = await store.db
    .selectFrom("checkpoint")
    .select("value")
    .where("company_id", "=", companyId)
    .where("name", "=", NAME)
    .executeTakeFirst();
  return row ? z.parse(secretSchema, JSON.parse(row.value)).secret : null;
}

/** The secret, made when there is none. */
export async function ensureSecret(store: Store, companyId: string): Promise<string> {
  const known = await readSecret(store, companyId);
  if (known !== null) return known;
  const value = JSON.stringify({ secret: randomBytes(32).toString("base64url") });
  await store.write((tx) =>
    tx
      .insertInto("checkpoint")
      .values({ company_id: companyId, name: NAME, value })
      .onConflict((conflict) => conflict.columns(["company_id", "name"]).doNothing())
      .execute(),
  );
  return ensureSecret(store, companyId);
}

/** Whether a body was signed with the secret: base64 of HMAC-SHA1 over the bytes as they came. */
export function isSigned(body: Uint8Array, signature: string, secret: string): boolean {
  const expected = Buffer.from(createHmac("sha1", secret).update(body).digest("base64"));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
