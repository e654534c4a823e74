import type { Transaction } from "kysely";
import { PULL_LIMIT, type PullRequest, type PullResponse, SCHEMA } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import type { AnyRecord } from "../../shared/estimate/record.ts";
import { countLiving, recordsOfEstimate, recordsSince } from "../store/records.ts";
import type { Database } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { readClient } from "./clients.ts";
import { type ClockRow, readClockRow } from "./clock-row.ts";
import { asReadBy } from "./older-tablets.ts";

export type PullResult =
  | { readonly ok: true; readonly response: PullResponse }
  | { readonly ok: false; readonly error: "forbidden" };

/**
 * What changed in a company since a cursor, and how far the asking tablet's own mutations have come: both
 * of one snapshot, so that an edit leaves the tablet's overlay together with the record that contains it.
 *
 * A cursor of another epoch, or one that this server has not reached, starts anew from nothing.
 */
export function pull(
  store: Store,
  identity: Identity,
  request: PullRequest,
  limit: number = PULL_LIMIT,
): Promise<PullResult> {
  return store.read(async (tx) => {
    const clock = await readClockRow(tx);
    const { rev, epoch, backedUpRev } = clock;
    const { companyId, userId } = identity;
    const client = await readClient(tx, identity, request.clientId);
    if (!client.ok) return client;
    const reset = request.epoch !== epoch || request.cursor > rev;
    const from = reset ? 0 : request.cursor;
    const horizon = horizonFor(request, reset, clock);
    const page = await recordsSince(tx, companyId, from, limit, { userId, horizon });
    const wanted = [...new Set(request.want)];
    const records = await withWanted(tx, companyId, page.records, wanted);
    const cursor = page.more ? (page.records.at(-1)?.rev ?? rev) : rev;
    const response: PullResponse = {
      epoch,
      from,
      cursor,
      more: page.more,
      reset,
      horizon,
      wanted,
      living: reset ? await countLiving(tx, companyId) : null,
      ...client.progress,
      records: request.schema < SCHEMA ? asReadBy(request.schema, records) : [...records],
      backedUpRev,
    };
    return { ok: true, response };
  });
}

/**
 * A tablet keeps the horizon it began with: were it to move between two pages, an estimate could be left half behind it.
 * Tablets that do not know of a horizon hold everything.
 */
function horizonFor(request: PullRequest, reset: boolean, clock: ClockRow): number {
  if (request.horizon === undefined) return 0;
  if (request.horizon === null || reset) return clock.horizon;
  return Math.min(request.horizon, clock.horizon);
}

/** The page, and every estimate that was asked for by name, each record once. */
async function withWanted(
  tx: Transaction<Database>,
  companyId: string,
  page: readonly AnyRecord[],
  wanted: readonly string[],
): Promise<readonly AnyRecord[]> {
  if (wanted.length === 0) return page;
  const byKey = new Map(page.map((record) => [`${record.entity} ${record.id}`, record]));
  for (const estimateId of wanted)
    for (const record of await recordsOfEstimate(tx, companyId, estimateId))
      byKey.set(`${record.entity} ${record.id}`, record);
  return [...byKey.values()];
}
