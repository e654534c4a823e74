import type { Store } from "../store/store.ts";

/** After its author has brought it back: until then it has been found out whether all of it arrived (decision 30). */
export const KEPT_AFTER_BROUGHT_MS = 90 * 24 * 60 * 60_000;

/**
 * Takes away unsent work of cleared tablets that its author has long brought back. What its author never asked for stays,
 * also when a manager has saved it as a file.
 */
export const pruneEscrows = (store: Store, now: number): Promise<void> =>
  store.write(async (tx) => {
    await tx
      .deleteFrom("escrow")
      .where((is) =>
        is.exists(
          is
            .selectFrom("audit")
            .select("audit.id")
            .where("action", "=", "escrow.read")
            .where("at", "<", now - KEPT_AFTER_BROUGHT_MS)
            .whereRef("audit.company_id", "=", "escrow.company_id")
            .whereRef("audit.user_id", "=", "escrow.user_id")
            .whereRef("audit.subject", "=", "escrow.id"),
        ),
      )
      .execute();
  });
