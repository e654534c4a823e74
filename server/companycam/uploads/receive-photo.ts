import { createHash, randomBytes } from "node:crypto";
import {
  MAX_PHOTO_BYTES,
  photoTypeOf,
  SNIFFED_BYTES,
} from "../../../shared/companycam/photo-format.ts";
import type { PhotoUploadRow } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { StoreError } from "../../store/store-error.ts";
import {
  ADDRESS_LIVES_MS,
  appendBytes,
  BATCH_BYTES,
  beginUpload,
  CHUNK_BYTES,
  completeUpload,
  discardUpload,
  readUpload,
  type UploadKey,
} from "./upload-store.ts";

export interface IncomingPhoto {
  readonly companyId: string;
  readonly userId: string;
  /** The tablet's id of it; sent twice, it is kept once. */
  readonly id: string;
  readonly projectId: string;
  readonly capturedAt: number;
  readonly description: string | null;
  /** Hex; what the bytes must come to. MD5 is checked where it is given. */
  readonly sha256: string;
  readonly md5: string | null;
  readonly body: ReadableStream<Uint8Array> | null;
  /** As many bytes as the sender says; null: it does not. */
  readonly length: number | null;
  readonly now: number;
}

export type Received =
  | { readonly ok: true; readonly upload: PhotoUploadRow }
  | {
      readonly ok: false;
      readonly error:
        | "body_too_large"
        | "not_a_photo"
        | "digest_differs"
        /** The same id came with other bytes, or for another project. */
        | "id_taken"
        /** Too many of its company's wait. */
        | "photos_full"
        /** Another attempt has taken its place, or it broke off. */
        | "interrupted";
    };

const fail = (error: Extract<Received, { ok: false }>["error"]): Received => ({ ok: false, error });

/** Takes a photo in: every byte is on disk, and the job to bring it on, before this says so. */
export async function receivePhoto(
  store: Store,
  photo: IncomingPhoto,
  maxWaitingBytes?: number,
): Promise<Received> {
  const key = { companyId: photo.companyId, id: photo.id };
  const token = randomBytes(32).toString("base64url");
  const begun = await beginUpload(store, rowOf(photo, token), maxWaitingBytes);
  if (begun === "full") return fail("photos_full");
  if (begun === "known") {
    const known = await readUpload(store.db, key);
    const isSame = known?.sha256 === photo.sha256 && known.project_id === photo.projectId;
    return isSame ? { ok: true, upload: known } : fail("id_taken");
  }
  const written = await writeBody(store, key, token, photo);
  if ("error" in written) {
    await discardUpload(store, key, token);
    return fail(written.error);
  }
  if (!(await completeUpload(store, key, token, written, photo.now))) return fail("interrupted");
  const upload = await readUpload(store.db, key);
  return upload ? { ok: true, upload } : fail("interrupted");
}

const rowOf = (photo: IncomingPhoto, token: string): PhotoUploadRow => ({
  company_id: photo.companyId,
  id: photo.id,
  user_id: photo.userId,
  project_id: photo.projectId,
  state: "receiving",
  content_type: "",
  bytes: Math.min(photo.length ?? MAX_PHOTO_BYTES, MAX_PHOTO_BYTES),
  sha256: photo.sha256,
  md5: "",
  captured_at: photo.capturedAt,
  description: photo.description,
  token,
  expires_at: photo.now + ADDRESS_LIVES_MS,
  announced_at: null,
  photo_id: null,
  message: null,
  created_at: photo.now,
  updated_at: photo.now,
});

type Written =
  | Pick<PhotoUploadRow, "bytes" | "sha256" | "md5" | "content_type">
  | { readonly error: Extract<Received, { ok: false }>["error"] };

/** Never more than a batch of it is in memory. */
async function writeBody(
  store: Store,
  key: UploadKey,
  token: string,
  photo: IncomingPhoto,
): Promise<Written> {
  const [sha256, md5] = [createHash("sha256"), createHash("md5")];
  let [bytes, chunks] = [0, 0];
  let type: string | null = null;
  let batch: Buffer[] = [];
  let held = 0;
  const flush = async (all: boolean): Promise<boolean> => {
    const joined = Buffer.concat(batch);
    const size = all ? joined.length : joined.length - (joined.length % CHUNK_BYTES);
    if (size > 0 && !(await appendBytes(store, key, token, chunks, joined.subarray(0, size))))
      return false;
    chunks += Math.ceil(size / CHUNK_BYTES);
    batch = [joined.subarray(size)];
    held = joined.length - size;
    return true;
  };
  try {
    for await (const part of photo.body ?? []) {
      bytes += part.byteLength;
      if (bytes > MAX_PHOTO_BYTES) return { error: "body_too_large" };
      sha256.update(part);
      md5.update(part);
      batch.push(Buffer.from(part));
      held += part.byteLength;
      if (type === null && bytes >= SNIFFED_BYTES) {
        type = photoTypeOf(Buffer.concat(batch));
        if (type === null) return { error: "not_a_photo" };
      }
      if (held >= BATCH_BYTES && !(await flush(false))) return { error: "interrupted" };
    }
  } catch (error) {
    // A tablet that goes out of range in the middle is an ordinary day; a store that fails is not.
    if (error instanceof StoreError) throw error;
    return { error: "interrupted" };
  }
  if (type === null) return { error: "not_a_photo" };
  if (!(await flush(true))) return { error: "interrupted" };
  const found = { sha256: sha256.digest("hex"), md5: md5.digest("hex") };
  const isWhole = found.sha256 === photo.sha256 && (photo.md5 ?? found.md5) === found.md5;
  return isWhole ? { ...found, bytes, content_type: type } : { error: "digest_differs" };
}
