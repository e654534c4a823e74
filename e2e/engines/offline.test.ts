import { expect, test } from "@playwright/test";
import { Stack } from "../fixtures/stack.ts";
import { centsIn } from "../page-models/price.ts";
import { ENGINES, OLDER_WEBKIT } from "./all.ts";
import { STEP_MS } from "./engine.ts";
import type { Wanted } from "./find-in-page.ts";
import { Hand } from "./hand.ts";
import { withEngine } from "./with-engine.ts";

const CUSTOMER = "Zoë Quiñones";
const CHIP: Wanted = { role: "status", within: { role: "banner" } };
const READY = "Ready to work with no signal.";
const PRIVATE = "Private window: closing it deletes your work.";
const IN_WINDOW = "Only in this window.";
const SEND = ["Send now", "Check now"];

for (const kind of [...ENGINES, OLDER_WEBKIT])
  test(`${kind.name}: an estimate for a new customer, made with no signal, reaches Salesforce exactly once`, async () => {
    test.setTimeout(300_000);
    await withEngine(kind, async (engine) => {
      const stack = await Stack.start();
      try {
        const hand = new Hand(engine);
        let pricePath = "";

        await test.step("sign in; the worker serves the page and has the whole shell", async () => {
          await engine.open(stack.url);
          await hand.press("link", "Sign in with Salesforce");
          await hand.press("button", "Sign in as Erin Vega, estimator");
          await hand.seesText(kind.isPrivate ? PRIVATE : READY);
          await expect
            .poll(() => engine.evaluate(askWorker, null), { timeout: STEP_MS })
            .toMatchObject({ complete: true, missing: 0 });
        });

        await test.step("no signal: the app starts from the worker", async () => {
          await stack.network.off();
          if (await engine.restart()) await engine.open(stack.url);
          else await engine.reload();
          await hand.pressUntil("link", "New estimate", "Who is it for?");
        });

        await test.step("a customer that nobody knows yet", async () => {
          await hand.type("searchbox", null, CUSTOMER);
          await hand.seesText("Nobody matches");
          await hand.press("button", `New customer “${CUSTOMER}”`);
          await hand.type("textbox", "Phone", "(303) 555-0147");
          await hand.type("textbox", "Street", "9 Juniper Lane");
          await hand.type("textbox", "City", "Denver");
          await hand.press("button", "Add and start");
          await hand.seesText("Nothing measured yet");
        });

        await test.step("a room on the keypad", async () => {
          await hand.press("button", "Add room");
          await hand.press("textbox", "Length");
          for (const measure of [`12'6"`, "10", "8", "1", "1"]) {
            await hand.tap(measure);
            await hand.press("button", "Next");
          }
          for (const quantity of ["324 sq ft", "125 sq ft", "45 ft"]) await hand.seesText(quantity);
          await hand.sees(
            { role: "region", name: "Measures" },
            kind.isPrivate ? IN_WINDOW : "On this tablet",
          );
        });

        const total = async (option: string): Promise<number> => {
          const figure: Wanted = {
            role: "button",
            begins: `${option} $`,
            within: { role: "article", name: option },
          };
          await hand.sees(figure, /\$/);
          return centsIn(await hand.read(figure));
        };

        const better = await test.step("three prices, and a yes", async () => {
          await hand.press("link", "See the price");
          const [good, middle, best] = [
            await total("Good"),
            await total("Better"),
            await total("Best"),
          ];
          expect(good).toBeLessThan(middle);
          expect(middle).toBeLessThan(best);
          pricePath = await engine.evaluate(() => location.pathname, null);
          // Better is what is chosen to begin with.
          await hand.press("button", "Mark as accepted");
          await hand.press("button", "Yes, accept Better");
          await hand.seesText("Accepted: Better");
          await hand.sees(CHIP, kind.isPrivate ? IN_WINDOW : "On this tablet. Not sent yet.");
          return middle;
        });

        await test.step("closed and opened again: all of it is there", async () => {
          if (await engine.restart()) await engine.open(stack.url + pricePath);
          else await engine.reload();
          await hand.seesText("Accepted: Better");
          await hand.sees(CHIP, kind.isPrivate ? IN_WINDOW : "On this tablet. Not sent yet.");
          expect(await total("Better")).toBe(better);
          expect(await stack.salesforce.opportunities()).toEqual([]);
        });

        await test.step("signal again: in Salesforce, once, also when it is sent again", async () => {
          await stack.network.on();
          await engine.open(`${stack.url}/sync`);
          await hand.pressEither("button", SEND);
          await hand.seesText("Nothing waits here.");
          await engine.open(stack.url + pricePath);
          await hand.sees(CHIP, /^In Salesforce$/);
          await engine.open(`${stack.url}/sync`);
          await hand.pressEither("button", SEND);
          await hand.seesText("Nothing waits here.");

          const sold = await stack.salesforce.opportunities();
          expect(sold).toHaveLength(1);
          expect(sold[0]).toMatchObject({ Account: { Name: CUSTOMER }, Amount: better / 100 });
          const quotes = await stack.salesforce.quotes();
          expect(quotes).toHaveLength(1);
          expect(quotes[0]).toMatchObject({ GrandTotal: better / 100 });
          expect(await stack.salesforce.people("Quiñones")).toMatchObject([
            { Account: { Name: CUSTOMER, Phone: "(303) 555-0147" } },
          ]);
        });

        const errors = await engine.pageErrors();
        // The sandbox's own sign-in page has no picture for Firefox's tab, and forbids it to look for one.
        expect(errors.filter((error) => !error.includes(stack.salesforce.url))).toEqual([]);
      } finally {
        await stack.stop();
      }
    });
  });

/** Runs in the page: how whole the shell is, says the worker that serves this page; null: none does. */
async function askWorker(): Promise<unknown> {
  const { controller } = navigator.serviceWorker;
  if (!controller) return null;
  const channel = new MessageChannel();
  const answer = new Promise((resolve) =>
    channel.port1.addEventListener("message", ({ data }) => resolve(data)),
  );
  channel.port1.start();
  controller.postMessage({ type: "STATUS" }, [channel.port2]);
  return answer;
}
