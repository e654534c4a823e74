import type { Session } from "../../shared/sync/wire.ts";
import { deleteRecords, ownersHere } from "../local/databases-here.ts";
import type { Local } from "../local/local.ts";
import { openLocal } from "../local/open-local.ts";
import { personHere } from "../local/people-here.ts";
import { unsentWork } from "../local/rescue/unsent-work.ts";
import { forgetDeviceKey } from "../session/device-key.ts";
import { type RefreshWorld, sendProven } from "../session/refresh.ts";
import { photosOf } from "../local/photos/photo-database.ts";
import { countPhotos } from "../local/photos/waiting-photos.ts";
import type { PhotoWire } from "./photos/photo-wire.ts";
import { type PhotoEnd, sendPhotos } from "./photos/send-photos.ts";
import { pushEverything } from "./push-everything.ts";
import type { WireClient } from "./wire-client.ts";

/**
 * Clears a tablet that the office wants cleared: unsent work is sent; what cannot be sent is handed in to be kept; only
 * when the server has all of it on disk are records, files, key and cookies deleted. Every step can be done again, so
 * that a tablet which dies in the middle begins anew at its next start (docs/decisions/0021).
 */

export interface WipeParts {
  readonly local: Local;
  readonly session: Session;
  readonly wire: WireClient;
  readonly photoWire: PhotoWire;
  readonly world: RefreshWorld;
  /** Empties the service worker's caches and takes it away. */
  readonly forgetShell: () => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * - `later`: no answer; nothing was deleted that the server does not have. - `refused`: the server will not keep what is
 *   left, and it stays here.
 */
export type WipeEnd = "wiped" | "later" | "refused";

/** Kept once everything is handed in: from here on only deleting is left to do. */
const HANDED_IN = "paintbox-handed-in";

export async function wipeTablet(parts: WipeParts): Promise<WipeEnd> {
  const { world } = parts;
  if (world.storage.getItem(HANDED_IN) === null) {
    const end = await handInEverything(parts);
    if (end !== "handed-in") return end;
    world.storage.setItem(HANDED_IN, "1");
  }
  await deleteEverything(parts);
  const told = await sendProven(world, "/api/session/wiped", {});
  if (told?.status !== 204) return "later";
  await forgetTablet(world);
  return "wiped";
}

/**
 * Ends a wipe whose last answer was lost: the server has closed the session, and everything is handed in.
 *
 * @returns null when it was not that far.
 */
export async function concludeLostWipe(parts: WipeParts): Promise<WipeEnd | null> {
  if (parts.world.storage.getItem(HANDED_IN) === null) return null;
  await deleteEverything(parts);
  await forgetTablet(parts.world);
  return "wiped";
}

async function handInEverything(parts: WipeParts): Promise<"handed-in" | "later" | "refused"> {
  const { local, wire, signal } = parts;
  if ((await pushEverything(local, wire, signal)) === "later") return "later";
  const sent = await sendPhotos({ local, wire: parts.photoWire, wished: new Set(), signal });
  if (isForLater(sent)) return "later";
  const kept: Kept = new Map();
  // Once more than there is something new: another tab may have been in the middle of an edit.
  for (let isNews = true; isNews;) {
    isNews = false;
    for (const owner of await ownersHere(parts.world.storage)) {
      const end = await handIn(parts, owner, kept);
      if (end === "later" || end === "refused") return end;
      isNews ||= end === "news";
    }
  }
  return "handed-in";
}

/** Whether photos that are left may go out when it is tried again. */
function isForLater(end: PhotoEnd): boolean {
  switch (end) {
    case "later":
    case "looking":
    case "signed-out":
    case "stopped":
      return true;
    case "done":
    case "edits-first":
    case "nobody-asked":
      return false;
  }
}

type Owner = Pick<Session, "companyId" | "userId">;

/** The text that the server has on disk of each person's work. */
type Kept = Map<string, string>;

/** One person's unsent work, in their own name. */
async function handIn(
  { local, session, world }: WipeParts,
  { companyId, userId }: Owner,
  kept: Kept,
): Promise<"news" | "nothing" | "later" | "refused"> {
  const isMine = companyId === session.companyId && userId === session.userId;
  const opened = isMine
    ? ({ ok: true, value: local } as const)
    : await openLocal({ companyId, userId });
  if (!opened.ok) return "refused";
  const userName = personHere({ companyId, userId }, world.storage)?.userName ?? session.userName;
  const work = await unsentWork(opened.value, { companyId, userId, userName });
  const photos = (await countPhotos(opened.value)).all;
  if (!isMine) {
    photosOf(opened.value).close();
    opened.value.database.close();
  }
  // Escrow takes no photos: those that could not be sent, and others', which only they can send, stay here.
  if (work === null || kept.get(userId) === work.text) return photos > 0 ? "refused" : "nothing";
  const body = { companyId, userId, edits: work.edits, content: work.text };
  const answer = await sendProven(world, "/api/session/escrow", body);
  if (answer === null || answer.status >= 500 || answer.status === 401) return "later";
  if (!answer.ok) return "refused";
  kept.set(userId, work.text);
  return "news";
}

async function deleteEverything({ local, world, forgetShell }: WipeParts): Promise<void> {
  const owners = await ownersHere(world.storage);
  local.database.close();
  photosOf(local).close();
  for (const owner of owners) await deleteRecords(owner);
  await forgetShell();
}

async function forgetTablet({ databases, storage }: RefreshWorld): Promise<void> {
  await forgetDeviceKey(databases);
  storage.clear();
}
