import * as z from "zod/mini";
import { type Session, sessionSchema } from "../../shared/sync/wire.ts";
import { databaseName, PaintboxDatabase } from "./database.ts";
import type { DatabaseOptions } from "./healthy-database.ts";
import { ownersHere } from "./databases-here.ts";
import { KEPT_SESSION, type KeptSession } from "./kept-session.ts";

const keptSessionSchema: z.ZodMiniType<KeptSession> = z.object({
  key: z.literal(KEPT_SESSION),
  session: sessionSchema,
  at: z.number(),
});

/**
 * Who was here last, by the records on this tablet. Never throws: records that cannot be read say nothing.
 *
 * @returns null where nobody was, or everybody has signed out.
 */
export async function findKeptSession(
  owners: () => ReturnType<typeof ownersHere> = ownersHere,
  options: DatabaseOptions = {},
): Promise<Session | null> {
  const here = await owners().catch(() => []);
  const found = await Promise.all(here.map((owner) => sessionOf(owner, options)));
  const kept = found.filter((one) => one !== undefined);
  const [last] = kept.toSorted((a, b) => b.at - a.at);
  return last?.session ?? null;
}

async function sessionOf(
  { companyId, userId }: Pick<Session, "companyId" | "userId">,
  options: DatabaseOptions,
): Promise<KeptSession | undefined> {
  const database = new PaintboxDatabase(databaseName(companyId, userId), options);
  try {
    return z.safeParse(keptSessionSchema, await database.table("meta").get(KEPT_SESSION)).data;
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}
