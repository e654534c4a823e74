import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { Database } from "../../store/schema.ts";

/**
 * Whose turn it is to mirror, when several server processes share one database. Two of them reading the
 * same rows would not only ask twice: the one that read earlier could write later, over what is newer.
 * Every page is therefore written in a transaction that finds the turn still its own.
 */
export interface Turn {
  /** This process, for as long as it lives. */
  readonly holder: string;
}

/** Longer than a round goes without writing anything; a process that died is followed after this. */
export const TURN_MS = 5 * 60_000;

const NAME = "salesforce.turn";
const turnSchema = z.object({ holder: z.string(), until: z.number() });

export type TurnTaken =
  | { readonly isOurs: true }
  /** `lastSeen`: when its holder last wrote something. */
  | { readonly isOurs: false; readonly lastSeen: number };

/** Another process took over meanwhile; it goes on from the checkpoint. */
export class TurnLost extends Error {
  override readonly name = "TurnLost";
}

/** Takes the turn, or keeps it. Only in a `Store.write`, which no other process overlaps. */
export async function takeTurn(
  tx: Transaction<Database>,
  companyId: string,
  { holder }: Turn,
  now: number,
): Promise<TurnTaken> {
  const row = await tx
    .selectFrom("checkpoint")
    .select("value")
    .where("company_id", "=", companyId)
    .where("name", "=", NAME)
    .executeTakeFirst();
  const held = row && z.safeParse(turnSchema, JSON.parse(row.value));
  if (held?.success === true && held.data.holder !== holder && held.data.until > now)
    return { isOurs: false, lastSeen: held.data.until - TURN_MS };
  const value = JSON.stringify({ holder, until: now + TURN_MS });
  await tx
    .insertInto("checkpoint")
    .values({ company_id: companyId, name: NAME, value })
    .onConflict((conflict) => conflict.columns(["company_id", "name"]).doUpdateSet({ value }))
    .execute();
  return { isOurs: true };
}
