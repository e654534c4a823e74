import type { SharedPhoto } from "../../../shared/shared-photos.ts";
import { isSampleId } from "../../../shared/identifiers.ts";
import { healing } from "../healing.ts";
import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { saving } from "../saving.ts";
import { photosOf, type WaitingPhoto } from "./photo-database.ts";

/** A photo with what is in it: what a removal hands back, so that it can be undone. */
export interface WholePhoto {
  readonly photo: WaitingPhoto;
  readonly bytes: ArrayBuffer;
}

/**
 * Files a photo under an estimate: from here on it waits on this tablet until the server has it. `ok` means on the disk,
 * after the strict transaction completed. A photo that waits already stays where it was filed first.
 */
export async function filePhoto(
  local: Local,
  estimateId: string,
  { id, name, type, capturedAt }: SharedPhoto,
  bytes: ArrayBuffer,
): Promise<SaveResult<null>> {
  if (local.isSample || isSampleId(estimateId))
    return { ok: false, error: { code: "invalid", message: "a sample has no photos" } };
  // Before the transaction: one that waits for anything but its own reads and writes is over.
  const sha256 = toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  const filed = { filedAt: local.now(), projectId: null, problem: null };
  const size = bytes.byteLength;
  const photo = { id, estimateId, name, type, size, sha256, capturedAt, ...filed };
  const saved = await keep(local, { photo, bytes });
  if (saved.ok) local.onSaved();
  return saved;
}

function keep(local: Local, { photo, bytes }: WholePhoto): Promise<SaveResult<null>> {
  const database = photosOf(local);
  return saving(database, () =>
    database.transaction("rw", database.photo, database.bytes, async () => {
      if ((await database.photo.get(photo.id)) === undefined) {
        await database.photo.add(photo);
        await database.bytes.put({ id: photo.id, bytes });
      }
      return { ok: true, value: null } as const;
    }),
  );
}

/** Takes a photo off this tablet. @returns it, for whoever wants it back; null: it was not here any more. */
export function removePhoto(local: Local, id: string): Promise<SaveResult<WholePhoto | null>> {
  const database = photosOf(local);
  return saving(database, () =>
    database.transaction("rw", database.photo, database.bytes, async () => {
      const [photo, row] = [await database.photo.get(id), await database.bytes.get(id)];
      await database.photo.delete(id);
      await database.bytes.delete(id);
      return { ok: true, value: photo && row ? { photo, bytes: row.bytes } : null } as const;
    }),
  );
}

/** Brings a removed photo back, under its key. */
export const bringPhotoBack = (local: Local, whole: WholePhoto): Promise<SaveResult<null>> =>
  keep(local, whole);

/** Somebody has put right what was in the way: it goes out by itself again. */
export function tryPhotoAgain(local: Local, id: string): Promise<SaveResult<null>> {
  const database = photosOf(local);
  return saving(database, async () => {
    await database.photo.update(id, { problem: null });
    return { ok: true, value: null };
  });
}

/** What is in a photo; null: it is not here any more. */
export async function readPhotoBytes(
  local: Pick<Local, "database">,
  id: string,
): Promise<ArrayBuffer | null> {
  const database = photosOf(local);
  return (await healing(database, () => database.bytes.get(id)))?.bytes ?? null;
}

/** `btoa` of so few bytes: a digest has 32. */
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCodePoint(...bytes));
