import { expect, test, vi } from "vitest";
import { createDrafts } from "./drafts.ts";
import { holdWhileUnsaved, onceAllIsSaved } from "./unsaved-lock.ts";

const ok = { ok: true, value: undefined } as const;
const failed = { ok: false, error: { code: "storage_full" } } as const;

test("windows are loaded again only when what is typed in any of them is on the disk", async () => {
  const drafts = createDrafts();
  holdWhileUnsaved(drafts);
  const disk = Promise.withResolvers<typeof ok>();
  drafts.type("a.name", "Kitchen", () => disk.promise);
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toHaveLength(1));
  const act = vi.fn<() => void>();
  const outcome = onceAllIsSaved(act);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(act).not.toHaveBeenCalled();
  disk.resolve(ok);
  expect(await outcome).toBe(true);
  expect(act).toHaveBeenCalledOnce();
});

test("a text that cannot be saved keeps the windows as they are, until it is", async () => {
  const drafts = createDrafts();
  holdWhileUnsaved(drafts);
  let answer: typeof ok | typeof failed = failed;
  drafts.type("a.name", "Hall", async () => answer);
  await vi.waitFor(() => expect(drafts.failure()).not.toBeNull());
  const act = vi.fn<() => void>();
  expect(await onceAllIsSaved(act, { patience: 20 })).toBe(false);
  expect(act).not.toHaveBeenCalled();
  answer = ok;
  drafts.retry();
  expect(await onceAllIsSaved(act, { patience: 1000 })).toBe(true);
});

test("without locks the window's own texts are waited for", async () => {
  const drafts = createDrafts();
  holdWhileUnsaved(drafts, null);
  const order: string[] = [];
  drafts.type("a.name", "Bath", async () => {
    order.push("saved");
    return ok;
  });
  await onceAllIsSaved(() => order.push("loaded"), { locks: null });
  expect(order).toEqual(["saved", "loaded"]);
});
