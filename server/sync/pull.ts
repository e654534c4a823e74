import { PULL_LIMIT, type PullRequest, type PullResponse, SCHEMA } from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import { recordsSince } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { readClient } from "./clients.ts";
import { readClockRow } from "./clock-row.ts";
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
    const { rev, epoch, backedUpRev } = await readClockRow(tx);
    const client = await readClient(tx, identity, request.clientId);
    if (!client.ok) return client;
    const reset = request.epoch !== epoch || request.cursor > rev;
    const from = reset ? 0 : request.cursor;
    const { records, more } = await recordsSince(tx, identity.companyId, from, limit);
    const cursor = more ? (records.at(-1)?.rev ?? rev) : rev;
    const response: PullResponse = {
      epoch,
      from,
      cursor,
      more,
      reset,
      ...client.progress,
      records: request.schema < SCHEMA ? asReadBy(request.schema, records) : [...records],
      backedUpRev,
    };
    return { ok: true, response };
  });
}
