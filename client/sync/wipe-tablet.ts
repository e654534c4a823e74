import type { Session } from "../../shared/sync/wire.ts";
import { deleteRecords, ownersHere } from "../local/databases-here.ts";
import type { Local } from "../local/local.ts";
import { openLocal } from "../local/open-local.ts";
import { personHere } from "../local/people-here.ts";
import { countWaiting } from "../local/queries/waiting.ts";
import { unsentWork } from "../local/rescue/unsent-work.ts";
import { forgetDeviceKey } from "../session/device-key.ts";
import { type RefreshWorld, sendProven } from "../session/refresh.ts";
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
  readonly world: RefreshWorld;
  /** Empties the service worker's caches and takes it away. */
  readonly forgetShell: () => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * - `later`: no answer; nothing was deleted that the server does not have. - `refused`: the server will not keep what is
 *   left, and it stays here.
 */
export type WipeEnd =
  | { readonly kind: "wiped"; readonly sent: number; readonly kept: number }
  | { readonly kind: "later" | "refused" };

/** Set once everything is handed in: from here on only deleting is left to do. */
const DELETING = "paintbox-deleting";

export async function wipeTablet(parts: WipeParts): Promise<WipeEnd> {
  const { local, wire, signal, world } = parts;
  const waiting = await countWaiting(local);
  if ((await pushEverything(local, wire, signal)) === "later") return { kind: "later" };
  const sent = waiting - (await countWaiting(local));
  const handed = await handInEverything(parts);
  if (handed.kind !== "handed-in") return handed;
  world.storage.setItem(DELETING, JSON.stringify({ sent, kept: handed.edits }));
  await deleteEverything(parts);
  const told = await sendProven(world, "/api/session/wiped", { sent });
  if (told?.status !== 204) return { kind: "later" };
  await forgetTablet(world);
  return { kind: "wiped", sent, kept: handed.edits };
}

/**
 * Ends a wipe whose last answer was lost: the server has closed the session, and everything is deleted already.
 *
 * @returns null when it was not that far.
 */
export async function concludeLostWipe(parts: WipeParts): Promise<WipeEnd | null> {
  const { local, session, world } = parts;
  const text = world.storage.getItem(DELETING);
  if (text === null || (await unsentWork(local, session)) !== null) return null;
  await deleteEverything(parts);
  await forgetTablet(world);
  return { kind: "wiped", sent: 0, kept: 0 };
}

type HandedIn =
  | { readonly kind: "handed-in"; readonly edits: number }
  | { readonly kind: "later" | "refused" };

/** The work of everybody who has records here, each in their own name. */
async function handInEverything({ local, session, world }: WipeParts): Promise<HandedIn> {
  let edits = 0;
  for (const { companyId, userId } of await ownersHere(world.storage)) {
    const isMine = companyId === session.companyId && userId === session.userId;
    const opened = isMine
      ? ({ ok: true, value: local } as const)
      : await openLocal({ companyId, userId });
    if (!opened.ok) return { kind: "refused" };
    try {
      const userName = isMine
        ? session.userName
        : (personHere({ companyId, userId }, world.storage)?.userName ?? "");
      const work = await unsentWork(opened.value, { companyId, userId, userName });
      if (work === null) continue;
      const body = { companyId, userId, edits: work.edits, content: work.text };
      const answer = await sendProven(world, "/api/session/escrow", body);
      if (answer === null || answer.status >= 500 || answer.status === 401)
        return { kind: "later" };
      if (!answer.ok) return { kind: "refused" };
      edits += work.edits;
    } finally {
      if (!isMine) opened.value.database.close();
    }
  }
  return { kind: "handed-in", edits };
}

async function deleteEverything({ local, world, forgetShell }: WipeParts): Promise<void> {
  const owners = await ownersHere(world.storage);
  local.database.close();
  for (const owner of owners) await deleteRecords(owner);
  await forgetShell();
}

async function forgetTablet({ databases, storage }: RefreshWorld): Promise<void> {
  await forgetDeviceKey(databases);
  storage.clear();
}
