import { expect, type Page, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Everything that the page's Content-Security-Policy, Trusted Types included, has stopped. */
async function watchPolicy(page: Page): Promise<readonly string[]> {
  const stopped: string[] = [];
  await page.exposeFunction("tellStopped", (what: string) => stopped.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const tell: unknown = Reflect.get(window, "tellStopped");
      if (typeof tell === "function")
        tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return stopped;
}

test("no screen asks for anything that the policy stops, and the policy does stop things", async () => {
  test.setTimeout(180_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    const stopped = await watchPolicy(page);
    await signIn(page, "Erin Vega");
    await page.reload();
    await expect(page.getByText("Ready to work with no signal.")).toBeVisible();
    const chooser = new NewEstimatePage(page);
    await chooser.open();
    await chooser.search("ramirez");
    await chooser.choose("Amara Ramírez");
    const estimate = new URL(page.url()).pathname;
    for (const path of [
      "/",
      "/estimates/new",
      "/estimates/older",
      estimate,
      `${estimate}/price`,
      `${estimate}/details`,
      `${estimate}/history`,
      "/conflicts",
      "/sync",
      "/settings",
      "/price-book",
      "/price-book/excel",
    ]) {
      await page.goto(`${stack.url}${path}`);
      await expect(page.locator("main").first()).toBeVisible();
    }
    expect(stopped).toEqual([]);

    const outcomes = await page.evaluate(() => {
      const attempt = (work: () => void): string => {
        try {
          work();
          return "done";
        } catch (error) {
          return error instanceof Error ? error.name : "stopped";
        }
      };
      return {
        markup: attempt(() => {
          document.createElement("div").innerHTML = "<b>x</b>";
        }),
        elsewhere: attempt(() => void new Worker("https://elsewhere.example.com/assets/a.js")),
        blob: attempt(() => void new Worker(URL.createObjectURL(new Blob(["1"])))),
      };
    });
    expect(outcomes).toEqual({
      markup: "TypeError",
      elsewhere: "TypeError",
      blob: "TypeError",
    });
    await expect.poll(() => stopped.length).toBe(3);
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});

test("how a page felt reaches the server when it is left, without who or where", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await signIn(page, "Erin Vega");
    await page.goto(`${stack.url}/settings`);
    const answered = page.waitForResponse(/\/api\/vitals$/, { timeout: 45_000 });
    await page.evaluate(() => {
      const send = navigator.sendBeacon.bind(navigator);
      navigator.sendBeacon = (url, data) => {
        void new Response(data).text().then((text) => document.body.append(`told:${text}`));
        return send(url, data);
      };
    });
    /** What a browser does when somebody turns to another app; a browser without a screen has no other. */
    const turnAway = async (): Promise<string> =>
      page.evaluate(() => {
        Object.defineProperty(document, "visibilityState", {
          configurable: true,
          get: () => "hidden",
        });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
        Reflect.deleteProperty(document, "visibilityState");
        return document.body.textContent;
      });
    // The part that measures comes some seconds after the page, and each measure when the browser has it.
    // LCP would wait for an event that a person caused.
    await expect.poll(turnAway).toContain('"FCP"');
    expect(await turnAway()).toMatch(/told:\{"route":"\/settings","connection":"4g","vitals":/);
    expect((await answered).status()).toBe(204);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
