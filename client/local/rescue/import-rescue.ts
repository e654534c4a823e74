import type { Session } from "../../../shared/sync/wire.ts";
import { type PaintboxDatabase, readState } from "../database.ts";
import { healing } from "../healing.ts";
import type { Local } from "../local.ts";
import { newestInOutbox } from "../outbox.ts";
import type { SyncMeta } from "../rows.ts";
import { distinctTargets, ensureShadow, settle, targetKey } from "../shadow.ts";
import { isStorageError, storageCodeOf } from "../storage-errors.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { decodeContent, type RescueContent } from "./rescue-content.ts";
import { unseal, type UnsealError } from "./rescue-file.ts";

export type ImportError =
  | { readonly code: UnsealError }
  /** It was written for somebody else; only they can send it. */
  | { readonly code: "other-person"; readonly userName: string }
  /** The tablet could not keep it; nothing was changed. */
  | { readonly code: "storage_full" | "storage_failed" | "closed" };

export type ImportResult =
  /** `edits`: how many came in; the others were here already. */
  | { readonly ok: true; readonly edits: number; readonly rejected: number }
  | { readonly ok: false; readonly error: ImportError };

/**
 * Brings a rescue file's work back, on the tablet it was written on or another one of the same person. Its edits go to
 * the end of the outbox with their ids, in one strict transaction: what the server has of them already it recognises
 * (R2), and a second time nothing comes in twice.
 */
export async function importRescue(
  local: Local,
  who: Pick<Session, "companyId" | "userId">,
  file: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<ImportResult> {
  const opened = await unseal(file, passphrase);
  if (!opened.ok) return { ok: false, error: { code: opened.error } };
  return importContent(local, who, opened.content);
}

/** The same with the content of a file that was never locked: what the server has kept of a tablet that was wiped. */
export async function importContent(
  local: Local,
  { companyId, userId }: Pick<Session, "companyId" | "userId">,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ImportResult> {
  const content = decodeContent(bytes);
  if (!content) return { ok: false, error: { code: "damaged" } };
  if (content.userId !== userId || content.companyId !== companyId)
    return { ok: false, error: { code: "other-person", userName: content.userName } };
  const { database } = local;
  try {
    return await healing(database, () =>
      // Async in itself: by that Dexie knows that awaits follow, and without it loses the transaction at the second one.
      database.transaction("rw", database.tables, async () => bringBack(database, content)),
    );
  } catch (error) {
    if (!isStorageError(error)) throw error;
    return { ok: false, error: { code: storageCodeOf(database, error) } };
  }
}

async function bringBack(
  database: PaintboxDatabase,
  content: RescueContent,
): Promise<ImportResult> {
  const meta = await readSyncMeta(database);
  const known = await knownEdits(database);
  const isNews = ({ id }: { readonly id: string }): boolean => !known.has(id);
  // The server of that time has what it confirmed. A server restored since may not: to it, everything is sent again.
  const isSameServer = meta.epoch !== null && meta.epoch === content.epoch;
  const journal = content.journal.filter(isNews);
  const unsent = [...(isSameServer ? [] : journal), ...content.waiting.filter(isNews)];
  if (isSameServer) await addToJournal(database, journal);
  const targets = distinctTargets(unsent.flatMap(({ operations }) => operations));
  const copies = copiesOf(meta, content);
  for (const target of targets)
    await ensureShadow(
      database,
      target,
      (await readState(database, target)) ?? copies.get(targetKey(target)),
    );
  const last = (await newestInOutbox(database))?.seq ?? meta.ackSeq;
  await database.outbox.bulkAdd(
    unsent.map(({ id, name, operations, at, estimateId }, index) => ({
      id,
      name,
      operations,
      at,
      estimateId,
      seq: last + index + 1,
      // Another tablet may have sent it: nothing is coalesced into it any more.
      state: "offered" as const,
      refused: false,
    })),
  );
  const rejected = content.rejected.filter(isNews);
  await database.rejected.bulkPut(rejected);
  await settle(database, targets);
  return { ok: true, edits: unsent.length, rejected: rejected.length };
}

async function knownEdits(database: PaintboxDatabase): Promise<ReadonlySet<string>> {
  const ids = await Promise.all([
    database.outbox.toArray().then((rows) => rows.map(({ id }) => id)),
    database.journal.toCollection().primaryKeys(),
    database.rejected.toCollection().primaryKeys(),
  ]);
  return new Set(ids.flat());
}

/** Behind what is there: a restored server gets the edits in their order. */
async function addToJournal(
  database: PaintboxDatabase,
  edits: RescueContent["journal"],
): Promise<void> {
  const start = (await database.journal.orderBy("position").last())?.position ?? 0;
  await database.journal.bulkAdd(
    edits.map((edit, index) => ({ ...edit, position: start + index + 1 })),
  );
}

/** The file's copies of the server's records, for a tablet that has none: the first pull replaces them. */
const copiesOf = ({ epoch }: SyncMeta, { shadows }: RescueContent) =>
  new Map(
    epoch === null
      ? shadows.flatMap(({ entity, id, state }) =>
          state ? [[targetKey({ entity, id }), state] as const] : [],
        )
      : [],
  );
