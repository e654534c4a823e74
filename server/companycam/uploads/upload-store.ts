import type { Transaction } from "kysely";
import { COMPANYCAM_PHOTO } from "../../outbox/jobs.ts";
import { enqueue } from "../../outbox/outbox.ts";
import type { Database, PhotoUploadRow } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";

type Tx = Transaction<Database>;

/** Bytes of a row of chunks: small enough for a backup that holds five hundred rows at once. */
export const CHUNK_BYTES = 64 * 1024;
/** Rows written in one transaction: the database is not kept from others for longer than a push takes. */
const CHUNKS_AT_ONCE = 8;
/** How long the address that CompanyCam fetches from answers after it was announced. */
export const ADDRESS_LIVES_MS = 24 * 60 * 60_000;

/**
 * Bytes of photos that may wait here for one company, those that have failed included: a thousand photos of 4 MB, a day of
 * ten crews while CompanyCam is away. They lie in the database as text, a third larger.
 */
export const MAX_WAITING_BYTES = 4_000_000_000;

export interface UploadKey {
  readonly companyId: string;
  readonly id: string;
}

export const readUpload = (
  db: Pick<Tx, "selectFrom">,
  { companyId, id }: UploadKey,
): Promise<PhotoUploadRow | undefined> =>
  db
    .selectFrom("photo_upload")
    .selectAll()
    .where("company_id", "=", companyId)
    .where("id", "=", id)
    .executeTakeFirst();

/**
 * Puts an upload down that is about to come in; one that broke off before is begun anew.
 *
 * @param row its `bytes`: as many as may come in, until it is known how many have.
 * @returns `known` when it is here already: another attempt was quicker. `full`: its company has no room left.
 */
export const beginUpload = (
  store: Store,
  row: PhotoUploadRow,
  maxWaitingBytes: number = MAX_WAITING_BYTES,
): Promise<"begun" | "known" | "full"> =>
  store.write(async (tx) => {
    const key = { companyId: row.company_id, id: row.id };
    const known = await readUpload(tx, key);
    if (known && known.state !== "receiving") return "known";
    await deleteUpload(tx, key);
    if ((await waitingBytes(tx, row.company_id)) + row.bytes > maxWaitingBytes) return "full";
    await tx.insertInto("photo_upload").values(row).execute();
    return "begun";
  });

async function waitingBytes(tx: Tx, companyId: string): Promise<number> {
  const found = await tx
    .selectFrom("photo_upload")
    .select(({ fn }) => fn.sum("bytes").as("bytes"))
    .where("company_id", "=", companyId)
    .where("state", "in", ["receiving", "waiting", "announced", "failed"])
    .executeTakeFirst();
  // Null where there is none; Postgres' sums are texts.
  return Number(found?.bytes ?? 0);
}

/**
 * Writes a photo's bytes as they come in, in small transactions.
 *
 * @param token of this attempt: an older one that is still coming in writes nothing any more.
 * @returns false when another attempt has taken its place.
 */
export async function appendBytes(
  store: Store,
  { companyId, id }: UploadKey,
  token: string,
  from: number,
  bytes: Buffer,
): Promise<boolean> {
  const rows = chunksOf(bytes).map((data, index) => ({
    company_id: companyId,
    upload_id: id,
    number: from + index,
    data: data.toString("base64"),
  }));
  return store.write(async (tx) => {
    const row = await readUpload(tx, { companyId, id });
    if (row?.token !== token || row.state !== "receiving") return false;
    await tx.insertInto("photo_chunk").values(rows).execute();
    return true;
  });
}

/** So many bytes are written at once. */
export const BATCH_BYTES = CHUNK_BYTES * CHUNKS_AT_ONCE;

const chunksOf = (bytes: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, index) =>
    bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
  );

/** The last byte is on disk: from here on it is brought to CompanyCam. @returns false as `appendBytes` does. */
export const completeUpload = (
  store: Store,
  key: UploadKey,
  token: string,
  facts: Pick<PhotoUploadRow, "bytes" | "sha256" | "md5" | "content_type">,
  now: number,
): Promise<boolean> =>
  store.write(async (tx) => {
    const row = await readUpload(tx, key);
    if (row?.token !== token || row.state !== "receiving") return false;
    await changeUpload(tx, key, { ...facts, state: "waiting" }, now);
    await enqueuePhoto(tx, key, now);
    return true;
  });

/** Gives up what came in: it was not what was announced. */
export const discardUpload = (store: Store, key: UploadKey, token: string): Promise<void> =>
  store.write(async (tx) => {
    const row = await readUpload(tx, key);
    if (row?.token !== token || row.state !== "receiving") return;
    await deleteUpload(tx, key);
  });

export async function changeUpload(
  tx: Tx,
  { companyId, id }: UploadKey,
  change: Partial<PhotoUploadRow>,
  now: number,
): Promise<void> {
  await tx
    .updateTable("photo_upload")
    .set({ ...change, updated_at: now })
    .where("company_id", "=", companyId)
    .where("id", "=", id)
    .execute();
}

/** It is at CompanyCam: what we held of it goes. */
export async function arrived(tx: Tx, key: UploadKey, photoId: string, now: number): Promise<void> {
  await changeUpload(tx, key, { state: "arrived", photo_id: photoId, message: null }, now);
  await deleteChunks(tx, key);
}

/** A person wants what failed to be tried again. @returns false when it has not failed. */
export const retryUpload = (store: Store, key: UploadKey, now: number): Promise<boolean> =>
  store.write(async (tx) => {
    const row = await readUpload(tx, key);
    if (row?.state !== "failed") return false;
    const afresh = { state: "waiting", message: null, photo_id: null, announced_at: null } as const;
    await changeUpload(tx, key, afresh, now);
    await enqueuePhoto(tx, key, now);
    return true;
  });

const enqueuePhoto = (tx: Tx, { companyId, id }: UploadKey, now: number): Promise<number> =>
  enqueue(tx, { companyId, kind: COMPANYCAM_PHOTO, key: id, payload: "{}", now });

async function deleteChunks(tx: Tx, { companyId, id }: UploadKey): Promise<void> {
  await tx
    .deleteFrom("photo_chunk")
    .where("company_id", "=", companyId)
    .where("upload_id", "=", id)
    .execute();
}

async function deleteUpload(tx: Tx, key: UploadKey): Promise<void> {
  await deleteChunks(tx, key);
  await tx
    .deleteFrom("photo_upload")
    .where("company_id", "=", key.companyId)
    .where("id", "=", key.id)
    .execute();
}

/** What broke off and was not begun anew is waited for this long; what has arrived is remembered this long. */
const BROKEN_OFF_MS = 60 * 60_000;
const REMEMBERED_MS = 30 * 24 * 60 * 60_000;

/** Takes away what nobody waits for any more. What has failed stays until a person has seen to it. */
export const sweepUploads = (store: Store, now: number): Promise<void> =>
  store.write(async (tx) => {
    const left = await tx
      .selectFrom("photo_upload")
      .select(["company_id as companyId", "id"])
      .where((is) =>
        is.or([
          is("state", "=", "receiving").and("updated_at", "<", now - BROKEN_OFF_MS),
          is("state", "=", "arrived").and("updated_at", "<", now - REMEMBERED_MS),
        ]),
      )
      .execute();
    for (const key of left) await deleteUpload(tx, key);
  });

/** The upload that an address of ours stands for, while it stands for one. */
export const findByToken = (
  db: Pick<Tx, "selectFrom">,
  token: string,
  now: number,
): Promise<PhotoUploadRow | undefined> =>
  db
    .selectFrom("photo_upload")
    .selectAll()
    .where("token", "=", token)
    .where("state", "in", ["waiting", "announced"])
    .where("expires_at", ">", now)
    .executeTakeFirst();

/** A part of a photo's bytes, chunk by chunk. @param end exclusive. */
export async function* readBytes(
  db: Pick<Tx, "selectFrom">,
  { companyId, id }: UploadKey,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = start; at < end;) {
    const number = Math.floor(at / CHUNK_BYTES);
    const row = await db
      .selectFrom("photo_chunk")
      .select("data")
      .where("company_id", "=", companyId)
      .where("upload_id", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    if (!row) return;
    const chunk = new Uint8Array(Buffer.from(row.data, "base64"));
    const from = at - number * CHUNK_BYTES;
    const part = chunk.slice(from, Math.min(chunk.length, from + end - at));
    if (part.length === 0) return;
    yield part;
    at += part.length;
  }
}
