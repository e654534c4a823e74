import { PRESENCE_MS, type Sighting } from "./bus.ts";
import type { Store } from "../store/store.ts";

/** A sighting of somebody in a company. */
export interface CompanySighting {
  readonly companyId: string;
  readonly sighting: Sighting;
}

/**
 * Keeps the latest sighting of each tab for the other processes, and forgets the expired ones. Names are not kept:
 * they are the users' own.
 *
 * @param now Unix milliseconds.
 */
export function writeSightings(
  store: Store,
  sightings: readonly CompanySighting[],
  now: number,
): Promise<void> {
  return store.write(async (tx) => {
    await tx.deleteFrom("presence").where("expires_at", "<=", now).execute();
    await tx
      .insertInto("presence")
      .values(
        sightings.map(({ companyId, sighting }) => ({
          company_id: companyId,
          user_id: sighting.userId,
          tab_id: sighting.tabId,
          beat: sighting.beat,
          estimate_id: sighting.estimateId,
          expires_at: now + sighting.remainingMs,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["company_id", "user_id", "tab_id"])
          .doUpdateSet((row) => ({
            beat: row.ref("excluded.beat"),
            estimate_id: row.ref("excluded.estimate_id"),
            expires_at: row.ref("excluded.expires_at"),
          }))
          .whereRef("presence.beat", "<", "excluded.beat"),
      )
      .execute();
  });
}

/** The sightings of some companies that have not expired. */
export async function readSightings(
  store: Store,
  companyIds: readonly string[],
  now: number,
): Promise<readonly CompanySighting[]> {
  const rows = await store.db
    .selectFrom("presence")
    .innerJoin("user", (join) =>
      join
        .onRef("user.id", "=", "presence.user_id")
        .onRef("user.company_id", "=", "presence.company_id"),
    )
    .select([
      "presence.company_id",
      "presence.user_id",
      "presence.tab_id",
      "presence.beat",
      "presence.estimate_id",
      "presence.expires_at",
      "user.name",
    ])
    .where("presence.company_id", "in", companyIds)
    .where("presence.expires_at", ">", now)
    .execute();
  return rows.map((row) => ({
    companyId: row.company_id,
    sighting: {
      userId: row.user_id,
      name: row.name,
      tabId: row.tab_id,
      beat: row.beat,
      estimateId: row.estimate_id,
      // The clocks of two machines differ a little; nobody is seen for longer because of that.
      remainingMs: Math.min(row.expires_at - now, PRESENCE_MS),
    },
  }));
}
