import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeBackup } from "../backup/make-backup.ts";
import { restore } from "../backup/restore.ts";
import { openStore, type Store } from "../store/store.ts";
import { storeKinds } from "../store/testing/store-kinds.ts";
import { NOW } from "../sync/testing/estimate-fixtures.ts";
import {
  beginUpload,
  appendBytes,
  BATCH_BYTES,
  completeUpload,
  readBytes,
} from "./uploads/upload-store.ts";

const key = { companyId: "c", id: "p1" };
const bytes = Buffer.from(
  Array.from({ length: BATCH_BYTES + 99 }, (_, index) => (index * 7) % 251),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function fill(store: Store): Promise<void> {
  await beginUpload(store, {
    company_id: key.companyId,
    id: key.id,
    user_id: "u",
    project_id: "1",
    state: "receiving",
    content_type: "",
    bytes: 0,
    sha256: "a",
    md5: "",
    captured_at: NOW,
    description: "Tür 😀",
    token: "t",
    expires_at: NOW + 1,
    announced_at: null,
    photo_id: null,
    message: null,
    created_at: NOW,
    updated_at: NOW,
  });
  await appendBytes(store, key, "t", 0, bytes.subarray(0, BATCH_BYTES));
  await appendBytes(store, key, "t", BATCH_BYTES / 65_536, bytes.subarray(BATCH_BYTES));
  const facts = { bytes: bytes.length, sha256: "a", md5: "b", content_type: "image/png" };
  await completeUpload(store, key, "t", facts, NOW);
  await store.write(async (tx) => {
    await tx
      .insertInto("companycam_project")
      .values({
        company_id: "c",
        address_key: "1 elm st|80401",
        name: "Jo",
        marker: "PB-AAAAAA",
        street: "1 Elm St",
        city: "",
        state: "",
        postal_code: "",
        standing: "linked",
        project_id: "9",
        message: null,
        create_tried_at: null,
        updated_at: NOW,
      })
      .execute();
    await tx.insertInto("companycam_event").values({ key: "k", heard_at: NOW }).execute();
  });
}

const everything = (store: Store): Promise<unknown> =>
  store.read(async (tx) => ({
    projects: await tx.selectFrom("companycam_project").selectAll().execute(),
    events: await tx.selectFrom("companycam_event").selectAll().execute(),
    uploads: await tx.selectFrom("photo_upload").selectAll().execute(),
    outbox: await tx.selectFrom("outbox").selectAll().execute(),
  }));

describe.each(storeKinds)("a backup of $name", { timeout: 60_000 }, (kind) => {
  test("holds photos that are on their way, byte by byte, and what is linked", async () => {
    const store = await kind.fresh();
    await fill(store);
    const before = await everything(store);
    const file = join(folder, "one.sqlite");
    await makeBackup(kind.location(), file);
    await store.close();
    for (const location of [{ directory: join(folder, "restored") }, kind.location()]) {
      const isOwn = !("directory" in location) || location.directory !== join(folder, "restored");
      await restore(location, file, { now: NOW, replace: isOwn });
      const copy = await openStore(location);
      expect(await everything(copy)).toEqual(before);
      const parts: Uint8Array[] = [];
      for await (const part of readBytes(copy.db, key, 0, bytes.length)) parts.push(part);
      expect(Buffer.concat(parts).equals(bytes)).toBe(true);
      await copy.close();
    }
  });
});
