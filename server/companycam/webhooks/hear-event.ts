import type { Transaction } from "kysely";
import type { CacheScope } from "../../cache/cache-kind.ts";
import type { UpstreamCache } from "../../cache/upstream-cache.ts";
import { COMPANYCAM_PHOTO } from "../../outbox/jobs.ts";
import { hasten } from "../../outbox/outbox.ts";
import type { Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { searchAnew } from "../projects/project-link.ts";
import { scopes } from "../scopes.ts";
import { eventKey, type WebhookEvent } from "./webhook-event.ts";

type Tx = Transaction<Database>;

/**
 * Takes note of an event. An event only says that something is not what it was: what it is now is asked anew, so that
 * events may come in any order and more than once.
 *
 * @returns whether it was new.
 */
export async function hearEvent(
  { store, cache }: { readonly store: Store; readonly cache: UpstreamCache },
  companyId: string,
  event: WebhookEvent,
  now: number,
): Promise<boolean> {
  const key = eventKey(event);
  const known = await store.db
    .selectFrom("companycam_event")
    .select("key")
    .where("key", "=", key)
    .executeTakeFirst();
  if (known) return false;
  // First: killed after this and before the commit, we are told once more and do it again.
  for (const scope of scopesOf(companyId, event)) await cache.invalidate(scope);
  return store.write(async (tx) => {
    const added = await tx
      .insertInto("companycam_event")
      .values({ key, heard_at: now })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .returning("key")
      .executeTakeFirst();
    if (!added) return false;
    await moveOn(tx, companyId, event, now);
    return true;
  });
}

function scopesOf(companyId: string, { event_type: type, payload }: WebhookEvent): CacheScope[] {
  // Which of two projects is gone it does not say, and photos have moved.
  if (type === "project.merged") return [scopes.everything(companyId)];
  if (type.startsWith("project."))
    return [scopes.lists(companyId), scopes.project(companyId, payload.id)];
  if (!type.startsWith("photo.")) return [];
  const projectId = payload.project_id;
  return [
    scopes.photo(companyId, payload.id),
    ...(projectId === undefined
      ? []
      : [scopes.photosOf(companyId, projectId), scopes.project(companyId, projectId)]),
    ...(type === "photo.tag_added" ? [scopes.tags(companyId)] : []),
  ];
}

/** What of our own work an event brings on. */
async function moveOn(
  tx: Tx,
  companyId: string,
  { event_type: type, payload }: WebhookEvent,
  now: number,
): Promise<void> {
  if (type === "project.merged") await searchAnew(tx, companyId, null, now);
  if (type === "project.deleted") await searchAnew(tx, companyId, payload.id, now);
  if (!type.startsWith("photo.")) return;
  const ours = await tx
    .selectFrom("photo_upload")
    .select("id")
    .where("company_id", "=", companyId)
    .where("photo_id", "=", payload.id)
    .where("state", "=", "announced")
    .executeTakeFirst();
  if (ours) await hasten(tx, { companyId, kind: COMPANYCAM_PHOTO, key: ours.id, now });
}

/** A repeat comes within hours; after a week nobody tells it any more. */
const REMEMBERED_MS = 7 * 24 * 60 * 60_000;

export const forgetEvents = (store: Store, now: number): Promise<void> =>
  store.write(async (tx) => {
    await tx
      .deleteFrom("companycam_event")
      .where("heard_at", "<", now - REMEMBERED_MS)
      .execute();
  });
