import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { MAX_PHOTO_BYTES } from "../shared/companycam/photo-format.ts";
import { isSharedFile, MAX_SHARED_BYTES } from "../shared/shared-file.ts";
import {
  isSharedPhotos,
  MAX_SHARED_PHOTOS,
  MAX_SHARED_PHOTOS_BYTES,
} from "../shared/shared-photos.ts";
import { WorkerDatabase } from "./database.ts";
import { factsIn } from "./facts.ts";
import { keptShare, type ShareParts, takeShare } from "./share.ts";
import { jpegTaken } from "./testing/jpeg-taken.ts";
import { sharedPhotosIn } from "./shared-photo-store.ts";

// A worker knows where it is; Node does not.
const redirect = Response.redirect.bind(Response);
Response.redirect = (url, status) => redirect(new URL(url, "https://paintbox.example"), status);
globalThis.IDBKeyRange = IDBKeyRange;

const NOW = Date.UTC(2026, 10, 28, 9);

function worker(): ShareParts {
  const database = new WorkerDatabase(new IDBFactory());
  let made = 0;
  const newId = () => `id${(made += 1)}`;
  return { facts: factsIn(database), photos: sharedPhotosIn(database), now: () => NOW, newId };
}

const full = (parts: ShareParts): ShareParts => ({
  ...parts,
  photos: {
    ...parts.photos,
    add: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
  },
});

const shareOf = (...files: readonly File[]): Request => {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  return new Request("https://paintbox.example/share", { method: "POST", body });
};

const book = new File(["PK workbook"], "Prices 2027.XLSX");
const letter = new File(["a letter to the customer"], "front.jpg", { type: "image/jpeg" });

/** As a phone hands it over, of so many bytes. */
const photo = (name: string, bytes = 100): File => {
  const content = new Uint8Array(bytes);
  content.set([0xff, 0xd8, 0xff, 0xe0]);
  // What it is called is not believed.
  return new File([content], name, { type: "application/octet-stream" });
};

async function shared(request: Request, parts = worker()) {
  const answer = await takeShare(request, parts);
  return {
    status: answer.status,
    to: answer.headers.get("location"),
    kept: await keptShare(parts.facts),
    ...(await parts.photos.list()),
  };
}

test("a workbook is kept as it came, and its screen follows", async () => {
  const { status, to, kept, refused } = await shared(shareOf(letter, book, book));
  expect([status, to]).toEqual([303, "https://paintbox.example/share"]);
  expect(kept).toMatchObject({ is: "workbook", name: "Prices 2027.XLSX", others: 1 });
  expect(kept.is === "workbook" && new TextDecoder().decode(kept.bytes)).toBe("PK workbook");
  expect(isSharedFile(kept)).toBe(true);
  expect(refused).toEqual([{ name: "front.jpg", why: "not-a-photo" }]);
});

test("no workbook that is too large is kept, and no form without files", async () => {
  const largest = new File([new Uint8Array(MAX_SHARED_BYTES)], "a.xlsx");
  expect((await shared(shareOf(largest))).kept.is).toBe("workbook");
  const larger = new File([new Uint8Array(MAX_SHARED_BYTES + 1)], "a.xlsx");
  expect((await shared(shareOf(larger))).kept).toEqual({ is: "too-large", name: "a.xlsx" });
  expect((await shared(shareOf())).kept).toEqual({ is: "nothing" });
});

test("photos are kept as they came, each with a key of its own", async () => {
  const parts = worker();
  const { photos, refused } = await shared(shareOf(photo("a.jpg"), photo("b", 50)), parts);
  expect(photos).toEqual([
    { id: "id1", name: "a.jpg", type: "image/jpeg", bytes: 100, capturedAt: NOW },
    { id: "id2", name: "b", type: "image/jpeg", bytes: 50, capturedAt: NOW },
  ]);
  expect(isSharedPhotos({ photos, refused })).toBe(true);
  const bytes = await parts.photos.bytes("id2");
  expect([bytes instanceof ArrayBuffer, bytes?.byteLength]).toEqual([true, 50]);
});

test("a second share adds to the first, and a workbook that waits stays", async () => {
  const parts = worker();
  await shared(shareOf(book), parts);
  await shared(shareOf(letter, photo("a.jpg")), parts);
  const { photos, refused, kept } = await shared(shareOf(photo("b.jpg")), parts);
  expect(photos.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
  expect([refused, kept.is]).toEqual([[], "workbook"]);
});

test("each that is refused has its reason, and the others are kept", async () => {
  const small = Array.from({ length: MAX_SHARED_PHOTOS + 1 }, (_, index) => photo(`${index}`));
  const many = await shared(shareOf(...small));
  expect(many.photos).toHaveLength(MAX_SHARED_PHOTOS);
  expect(many.refused).toEqual([{ name: "30", why: "too-many" }]);
  const { photos, refused } = await shared(
    shareOf(photo("whole", MAX_PHOTO_BYTES), photo("larger", MAX_PHOTO_BYTES + 1), letter),
  );
  expect(photos.map(({ name }) => name)).toEqual(["whole"]);
  expect(refused).toEqual([
    { name: "larger", why: "too-large" },
    { name: "front.jpg", why: "not-a-photo" },
  ]);
});

test("those that wait take their part of the room", async () => {
  const parts = worker();
  const large = Array.from({ length: 4 }, (_, index) => photo(`${index}`, 24_000_000));
  await shared(shareOf(...large), parts);
  const rest = MAX_SHARED_PHOTOS_BYTES - 4 * 24_000_000;
  const { photos, refused } = await shared(
    shareOf(photo("over", rest + 1), photo("fits", rest)),
    parts,
  );
  expect(photos.map(({ name }) => name)).toEqual(["0", "1", "2", "3", "fits"]);
  expect(refused).toEqual([{ name: "over", why: "no-room" }]);
});

test("a photo was taken when its camera says, and not in the future", async () => {
  const yesterday = new File([jpegTaken("2026:11:27 09:00:00", "+00:00", true)], "a.jpg");
  const tomorrow = new File([jpegTaken("2026:11:29 09:00:00", "+00:00", false)], "b.jpg");
  const { photos } = await shared(shareOf(yesterday, tomorrow));
  const day = 24 * 60 * 60_000;
  expect(photos.map(({ capturedAt }) => capturedAt)).toEqual([NOW - day, NOW]);
});

test("what is filed goes, and the rest stays; whoever comes next finds none", async () => {
  const parts = worker();
  await shared(shareOf(photo("a"), photo("b"), letter), parts);
  await parts.photos.forget(["id1"]);
  expect(await parts.photos.list()).toMatchObject({ photos: [{ id: "id2" }], refused: [] });
  expect(await parts.photos.bytes("id1")).toBeNull();
  expect((await parts.photos.bytes("id2"))?.byteLength).toBe(100);
  await parts.photos.forgetAll();
  expect(await parts.photos.list()).toEqual({ photos: [], refused: [] });
  expect(await parts.photos.bytes("id2")).toBeNull();
});

test("a share that comes while photos are filed loses nothing", async () => {
  const parts = worker();
  await shared(shareOf(photo("a")), parts);
  await Promise.all([
    parts.photos.forget(["id1"]),
    takeShare(shareOf(photo("b")), parts),
    takeShare(shareOf(photo("c")), parts),
  ]);
  const { photos } = await parts.photos.list();
  expect(photos.map(({ name }) => name).toSorted()).toEqual(["b", "c"]);
});

test("what cannot be kept is said, and what was shared before is not taken for it", async () => {
  const parts = worker();
  await takeShare(shareOf(book, photo("a")), parts);
  const none = new Request("https://paintbox.example/share", { method: "POST", body: "no form" });
  const { to, kept, photos } = await shared(none, parts);
  expect(to).toBe("https://paintbox.example/share?not-kept");
  expect(kept).toEqual({ is: "nothing" });
  // Photos that wait are somebody's work.
  expect(photos).toHaveLength(1);
  expect((await shared(shareOf(photo("b")), full(parts))).to).toContain("?not-kept");
});

test("an answer of another build is not half believed", () => {
  expect(isSharedFile({ is: "workbook", name: "a.xlsx", others: 0 })).toBe(false);
  expect(isSharedFile({ is: "picture", name: "a.jpg" })).toBe(false);
  expect(isSharedFile("silent")).toBe(false);
  expect(isSharedPhotos({ photos: [{ id: "1" }], refused: [] })).toBe(false);
  expect(isSharedPhotos({ photos: [], refused: [{ name: "a", why: "ugly" }] })).toBe(false);
  expect(isSharedPhotos("silent")).toBe(false);
});
