import { expect, test } from "vitest";
import type { SaveResult } from "../local/save-result.ts";
import { createDrafts } from "./drafts.ts";

const kept: SaveResult<void> = { ok: true, value: undefined };
const full: SaveResult<void> = { ok: false, error: { code: "storage_full" } };

/** A disk that answers when it is told to, and remembers what reached it. */
function slowDisk() {
  const written: string[] = [];
  const open: ((result: SaveResult<void>) => void)[] = [];
  return {
    written,
    save: (text: string) => () =>
      new Promise<SaveResult<void>>((resolve) => {
        open.push((result) => {
          if (result.ok) written.push(text);
          resolve(result);
        });
      }),
    async answer(result = kept) {
      open.shift()?.(result);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

test("a text is saved only when its transaction is over", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.type("length", "1", disk.save("1"));
  expect(drafts.get("length")).toMatchObject({ text: "1", state: "saving" });
  expect(drafts.isSaving()).toBe(true);
  await disk.answer();
  expect(drafts.get("length")).toMatchObject({ text: "1", state: "saved" });
  expect(drafts.isSaving()).toBe(false);
});

test("keys keep their order, and the last one wins", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  for (const text of ["1", "12", "12'"]) drafts.type("length", text, disk.save(text));
  drafts.type("width", "9", disk.save("9"));
  await disk.answer();
  expect(drafts.get("length")).toMatchObject({ text: "12'", state: "saving" });
  await disk.answer();
  await disk.answer();
  expect(disk.written).toEqual(["1", "12'", "9"]);
  expect(drafts.get("length")?.state).toBe("saved");
});

test("a text that could not be kept stays in sight and can be saved again", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.type("length", "12", disk.save("12"));
  await disk.answer(full);
  expect(drafts.get("length")).toMatchObject({ text: "12", state: "failed" });
  expect(drafts.failure()).toEqual({ code: "storage_full" });
  expect(drafts.unsaved()).toEqual([{ field: "length", text: "12" }]);
  drafts.seen("length", "12");
  expect(drafts.get("length")?.text).toBe("12");
  drafts.retry();
  await disk.answer();
  expect(drafts.failure()).toBeNull();
  expect(disk.written).toEqual(["12"]);
});

test("a save that throws is a failure, and the next key is saved all the same", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.type("length", "1", () => Promise.reject(new Error("bug")));
  drafts.type("width", "2", disk.save("2"));
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  await disk.answer();
  expect(drafts.failure()).toMatchObject({ code: "storage_failed" });
  expect(disk.written).toEqual(["2"]);
});

test("a draft goes when the record shows it, not before", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.seen("length", "1");
  drafts.type("length", "12", disk.save("12"));
  await disk.answer();
  drafts.seen("length", "1");
  expect(drafts.get("length")).toBeDefined();
  drafts.seen("length", "12");
  expect(drafts.get("length")).toBeUndefined();
});

test("a record that shows the text before its save is heard of ends the draft all the same", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.type("length", "12", disk.save("12"));
  drafts.seen("length", "12");
  expect(drafts.get("length")).toBeDefined();
  await disk.answer();
  expect(drafts.get("length")).toBeUndefined();
});

test("a text that was kept after its screen was left does not hide what the record holds later", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.type("bath.length", "12", disk.save("12"));
  drafts.type("bath.width", "9", disk.save("9"));
  await disk.answer();
  const texts = drafts.textVersion();
  drafts.begin("hall");
  expect(drafts.get("bath.length")).toBeDefined();
  drafts.begin("bath");
  expect(drafts.get("bath.length")).toBeUndefined();
  expect(drafts.get("bath.width")).toMatchObject({ text: "9", state: "saving" });
  expect(drafts.textVersion()).toBeGreaterThan(texts);
});

test("the end of a save is news for the sign, not for the fields", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.type("length", "12", disk.save("12"));
  const [version, texts] = [drafts.version(), drafts.textVersion()];
  await disk.answer();
  expect(drafts.version()).toBeGreaterThan(version);
  expect(drafts.textVersion()).toBe(texts);
});

test("settling waits for the disk and forgets what it has", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.type("length", "12", disk.save("12"));
  let settled = false;
  const settling = drafts.settle().then(() => (settled = true));
  await Promise.resolve();
  expect(settled).toBe(false);
  await disk.answer();
  await settling;
  expect(drafts.get("length")).toBeUndefined();
});

test("every change is told", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  let told = 0;
  const stop = drafts.subscribe(() => (told += 1));
  drafts.type("length", "1", disk.save("1"));
  await disk.answer();
  stop();
  drafts.type("length", "12", disk.save("12"));
  expect(told).toBe(2);
});

test("a saved text that another tab's has passed gives way to what stands", async () => {
  const disk = slowDisk();
  const drafts = createDrafts();
  drafts.seen("length", "9");
  for (const text of ["1", "12"]) {
    drafts.type("length", text, disk.save(text));
    await disk.answer();
  }
  // Reads that began before the save say nothing about it.
  drafts.seen("length", "9");
  drafts.seen("length", "1");
  expect(drafts.get("length")).toMatchObject({ text: "12", state: "saved" });
  drafts.seen("length", "12987");
  expect(drafts.get("length")).toBeUndefined();
});

test("a text whose record is gone can be let go; what may still be saved stays", async () => {
  const gone: SaveResult<void> = { ok: false, error: { code: "missing" } };
  const drafts = createDrafts();
  drafts.type("a.name", "Kitchen", async () => gone);
  drafts.type("b.name", "Hall", async () => full);
  await drafts.settle();
  expect(drafts.unsaved().map(({ text }) => text)).toEqual(["Kitchen", "Hall"]);
  drafts.letGo();
  expect(drafts.unsaved().map(({ text }) => text)).toEqual(["Hall"]);
  expect(drafts.failure()).toEqual({ code: "storage_full" });
});
