import { expect, test } from "@playwright/test";
import { Stack } from "../fixtures/stack.ts";
import { ENGINES } from "./all.ts";
import { STEP_MS } from "./engine.ts";
import { Hand } from "./hand.ts";
import { withEngine } from "./with-engine.ts";

const SEND = ["Send now", "Check now"];

for (const kind of ENGINES)
  test(`${kind.name}: a page that is left in the middle of its writing holds up none after it`, async () => {
    test.setTimeout(300_000);
    await withEngine(kind, async (engine) => {
      const stack = await Stack.start();
      try {
        const hand = new Hand(engine);
        await engine.open(stack.url);
        await hand.press("link", "Sign in with Salesforce");
        await hand.press("button", "Sign in as Erin Vega, estimator");
        await hand.press("link", "New estimate");
        await engine.open(`${stack.url}/sync`);
        await hand.seesText("Nothing waits here.");

        await engine.evaluate(writeWithoutEnd, null);
        await hand.pressEither("button", SEND);
        await expect
          .poll(() => engine.evaluate(writing, null), { timeout: STEP_MS })
          .toBeGreaterThan(0);

        // Another address: the same one would be loaded again, and nothing put aside.
        await engine.open(stack.url);
        await hand.press("link", "New estimate");
        await hand.type("searchbox", null, "Zoë");
        await hand.press("button", "New customer “Zoë”");
        await hand.type("textbox", "Phone", "(303) 555-0147");
        await hand.press("button", "Add and start");
        await hand.seesText("Nothing measured yet");
      } finally {
        await stack.stop();
      }
    });
  });

/** Runs in the page: from now on, what is begun to be written is never done, as with very much to write. */
function writeWithoutEnd(): void {
  const transactions: { objectStore: (this: IDBTransaction, name: string) => IDBObjectStore } =
    IDBTransaction.prototype;
  const find = transactions.objectStore;
  const endless = new Set<IDBTransaction>();
  Object.assign(globalThis, { endless });
  transactions.objectStore = function (name) {
    const store = find.call(this, name);
    if (this.mode === "readwrite" && !endless.has(this)) {
      endless.add(this);
      const readOn = (): void => {
        store.count().onsuccess = readOn;
      };
      readOn();
    }
    return store;
  };
}

/** Runs in the page: how many transactions that is. */
function writing(): number {
  const endless: unknown = Reflect.get(globalThis, "endless");
  return endless instanceof Set ? endless.size : 0;
}
