import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { PaintboxDatabase } from "./database.ts";
import { healing } from "./healing.ts";

afterEach(() => vi.unstubAllGlobals());

/** A window that can be left, and one painter's database in it. */
function openWindow() {
  const window = new EventTarget();
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  const database = new PaintboxDatabase("p", { indexedDB: new IDBFactory(), IDBKeyRange });
  const leave = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event("pagehide"), { persisted }));
  return { database, leave };
}

test("what is under way when the page is put aside is rolled back, and done once when it comes back", async () => {
  const { database, leave } = openWindow();
  let tries = 0;
  const work = () =>
    database.transaction("rw", database.wanted, async () => {
      tries += 1;
      await database.wanted.add({ estimateId: `e${tries}` });
      if (tries === 1) leave(true);
      await database.wanted.count();
    });
  await healing(database, work);
  expect(tries).toBe(2);
  expect(await database.wanted.toArray()).toEqual([{ estimateId: "e2" }]);
});

test("a page that is only left, and not kept, is the browser's to end", async () => {
  const { database, leave } = openWindow();
  await database.transaction("rw", database.wanted, async () => {
    await database.wanted.add({ estimateId: "e1" });
    leave(false);
    await database.wanted.count();
  });
  leave(true);
  expect(await database.wanted.count()).toBe(1);
});

test("a database that is closed for good is let be", async () => {
  const { database, leave } = openWindow();
  const letBe = vi.fn<typeof removeEventListener>();
  vi.stubGlobal("removeEventListener", letBe);
  await database.open();
  database.close({ disableAutoOpen: false });
  expect(letBe).not.toHaveBeenCalled();
  database.close();
  expect(letBe).toHaveBeenCalledExactlyOnceWith("pagehide", expect.any(Function));
  leave(true);
});
