import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import type { Store } from "../../store/store.ts";

const NAME = "companycam.webhook-secret";
const secretSchema = z.object({ secret: z.string() });

export interface CompanySecret {
  readonly companyId: string;
  readonly secret: string;
}

/** What deliveries are signed with, by company: chosen by us, the same for all processes. */
export async function readSecrets(store: Store): Promise<readonly CompanySecret[]> {
  const rows = await store.db
    .selectFrom("checkpoint")
    .select(["company_id as companyId", "value"])
    .where("name", "=", NAME)
    .execute();
  return rows.map(({ companyId, value }) => ({
    companyId,
    ...z.parse(secretSchema, JSON.parse(value)),
  }));
}

/** @returns null when there is none yet. */
export const readSecret = async (store: Store, companyId: string): Promise<string | null> =>
  (await readSecrets(store)).find((one) => one.companyId === companyId)?.secret ?? null;

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
