import * as z from "zod/mini";
import { type HistoryResponse, historyResponseSchema } from "../../shared/sync/archive.ts";
import type { Store } from "../store/store.ts";

/** Edits a page holds: a busy day on one house. */
const PAGE = 100;

const entriesSchema = historyResponseSchema.shape.entries;

/**
 * Who changed what in an estimate, newest first. Edits that changed nothing are left out.
 *
 * @param before Unix milliseconds; null for the newest page.
 */
export async function estimateHistory(
  store: Store,
  companyId: string,
  estimateId: string,
  before: number | null,
): Promise<HistoryResponse> {
  const ordered = store.db
    .selectFrom("mutation")
    .leftJoin("user", "user.id", "mutation.user_id")
    .select([
      "mutation.id",
      "mutation.name",
      "mutation.body",
      "mutation.at_client",
      "mutation.at_server",
      "mutation.outcome",
      "mutation.reason",
      "user.name as user_name",
    ])
    .where("mutation.company_id", "=", companyId)
    .where("mutation.estimate_id", "=", estimateId)
    .where("mutation.outcome", "!=", "noop")
    .orderBy("mutation.at_server", "desc")
    .orderBy("mutation.seq", "desc");
  const rows = await ordered
    .where("mutation.at_server", "<", before ?? Number.MAX_SAFE_INTEGER)
    .limit(PAGE + 1)
    .execute();
  const cut = rows.length > PAGE ? rows.at(-1)?.at_server : undefined;
  // One moment is never cut in two: a whole push has one.
  const kept = cut === undefined ? rows : rows.filter(({ at_server }) => at_server > cut);
  const page =
    kept.length > 0 || cut === undefined
      ? kept
      : await ordered.where("mutation.at_server", "=", cut).execute();
  const entries = z.parse(
    entriesSchema,
    page.map((row) => ({
      id: row.id,
      name: row.name,
      userName: row.user_name ?? "",
      at: row.at_client,
      atServer: new Date(row.at_server).toISOString(),
      outcome: row.outcome,
      reason: row.reason,
      operations: JSON.parse(row.body),
    })),
  );
  return { entries, before: cut === undefined ? null : (page.at(-1)?.at_server ?? null) };
}
