import { expect, type Page, test } from "@playwright/test";
import * as z from "zod";
import { cachedFiles } from "./fixtures/caches.ts";
import { inspect } from "./fixtures/inspect.ts";
import { pictures } from "./fixtures/pictures.ts";
import { shareWith } from "./fixtures/share-with.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Of pictures. */
const FOLDER = "shared-photos";

const projectsSchema = z.array(z.object({ id: z.string(), name: z.string() }));
const photosSchema = z.array(z.object({ id: z.string(), hash: z.string() }));

let stack: Stack;
let tablet: Tablet;

test.beforeEach(async () => {
  test.setTimeout(240_000);
  stack = await Stack.start({ withCompanyCam: true });
  tablet = await Tablet.unpack(stack.url);
});
test.afterEach(async () => {
  await tablet.throwAway();
  await stack.stop();
});

const waiting = (page: Page) =>
  page.getByRole("list", { name: "On this tablet, not sent yet" }).getByRole("listitem");

async function projectOf(name: string): Promise<string> {
  const projects = projectsSchema.parse(await stack.companyCam("/v2/projects?per_page=100"));
  const project = projects.find((each) => each.name.includes(name));
  if (!project) throw new Error(`CompanyCam has no project of ${name}`);
  return project.id;
}

const photosAt = async (projectId: string) =>
  photosSchema.parse(await stack.companyCam(`/v2/projects/${projectId}/photos?per_page=100`));

/** An estimate of hers, while there is no signal: the server has not heard of it either. */
async function begin(page: Page, name: string, who: string): Promise<void> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search(name);
  await chooser.choose(who);
}

test("photos shared with no signal wait under their estimate over a night, and reach CompanyCam once each", async () => {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
  const project = await projectOf("Abernathy");
  const before = await photosAt(project);
  await stack.network.off();
  await begin(page, "abernathy", "Joyce Abernathy");
  await page.goto(`${stack.url}/`);
  const cached = await cachedFiles(page);
  const drawn = await pictures(page, ["teal", "maroon"]);

  await test.step("they come up with what was refused, and are in no cache", async () => {
    await shareWith(page, { ...drawn, "notes.txt": Buffer.from("a note of some length") });
    await expect(page.getByRole("heading", { name: "1 file was not taken" })).toBeVisible();
    const shown = page.getByRole("list", { name: "2 photos" }).getByRole("img");
    await expect(shown).toHaveCount(2);
    await expect(shown.first()).toHaveJSProperty("naturalWidth", 640);
    expect(await cachedFiles(page)).toBe(cached);
    await inspect(tablet, FOLDER, "came");
  });

  await test.step("somebody chooses whose they are", async () => {
    await page.getByRole("searchbox").fill("abern");
    await page.getByRole("list", { name: "Estimates" }).getByRole("button").first().click();
    await expect(page.getByRole("heading", { name: "For Joyce Abernathy" })).toBeFocused();
    await page.getByRole("button", { name: "File 2 photos" }).click();
    await expect(waiting(page)).toHaveCount(2);
    await expect(syncChip(page)).toHaveText("On this tablet. Not sent yet.");
    await inspect(tablet, FOLDER, "filed");
  });

  await test.step("one is removed, and comes back with undo", async () => {
    await page.getByRole("button", { name: "Remove teal.jpg" }).click();
    await expect(waiting(page)).toHaveCount(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(waiting(page)).toHaveCount(2);
  });

  await test.step("they are unsent work: the sync screen leads to them, and signing out waits for them", async () => {
    await page.goto(`${stack.url}/sync`);
    const here = page.getByRole("list", { name: "Photos waiting on this tablet" });
    await expect(here.getByText("2 photos")).toBeVisible();
    await inspect(tablet, FOLDER, "sync");
    await page.goto(`${stack.url}/settings`);
    await expect(page.getByText("2 photos have not been sent.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
  });

  await test.step("after a night and an answer that was lost, each is there once", async () => {
    await tablet.switchOff();
    const path = `/api/v1/companycam/projects/${project}/photos`;
    stack.network.loseAnswers(path, 1);
    await tablet.switchOn("/settings");
    await expect(tablet.page.getByText("2 photos have not been sent.")).toBeVisible();
    await stack.network.on();
    await tablet.page.getByRole("button", { name: "Send now" }).first().click();
    await expect(tablet.page.getByRole("button", { name: "Sign out" })).toBeVisible({
      timeout: 60_000,
    });
    expect(stack.network.lost).toBe(1);
    await expect(syncChip(tablet.page)).toHaveText("Everything is on the server.");
    await expect
      .poll(async () => (await photosAt(project)).length, { timeout: 60_000 })
      .toBe(before.length + 2);
    const after = await photosAt(project);
    expect(new Set(after.map(({ hash }) => hash)).size).toBe(after.length);
  });

  await test.step("and the estimate shows them", async () => {
    await tablet.page.goto(`${stack.url}/`);
    await tablet.page.getByText("Joyce Abernathy").click();
    await expect(tablet.page).toHaveURL(/\/estimates\//);
    await tablet.page.goto(`${tablet.page.url()}/photos`);
    await expect(
      tablet.page.getByRole("list", { name: "Photos", exact: true }).getByRole("button"),
    ).toHaveCount(before.length + 2);
    await expect(waiting(tablet.page)).toHaveCount(0);
  });
  expect(tablet.pageErrors).toEqual([]);
});

test("what the server does not take stays in sight with what can be done, and goes when it is put right", async () => {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
  await begin(page, "abernathy", "Joyce Abernathy");
  await expect(syncChip(page)).toHaveText("On the server.");
  const json = { error: { code: "no_address", message: "No street.", retryable: false } };
  await page.route("**/companycam-project", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 422, json }) : route.continue(),
  );
  await shareWith(page, await pictures(page, ["teal"]));
  await page.getByRole("list", { name: "Estimates" }).getByRole("button").first().click();
  await page.getByRole("button", { name: "File the photo" }).click();
  await expect(page.getByText("Not sent: needs you")).toBeVisible();
  await expect(page.getByRole("link", { name: "Write the address" }).first()).toBeVisible();
  await expect(syncChip(page)).toHaveText("1 change needs you");
  await inspect(tablet, FOLDER, "stuck");
  await page.unroute("**/companycam-project");
  await page.getByRole("button", { name: "Try again: teal.jpg" }).click();
  await expect(page.getByText("1 photo is on the server.")).toBeVisible({ timeout: 60_000 });
  await expect(syncChip(page)).toHaveText("On the server.");
  expect(tablet.pageErrors).toEqual([]);
});

test("what CompanyCam refuses after the server took it is shown with its words, and sent again by a tap", async () => {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
  const project = await projectOf("Abernathy");
  await begin(page, "abernathy", "Joyce Abernathy");
  await expect(syncChip(page)).toHaveText("On the server.");
  const upload = {
    id: crypto.randomUUID(),
    projectId: project,
    state: "failed",
    capturedAt: Date.UTC(2026, 4, 4, 16),
    message: "The photo is damaged.",
  };
  let uploads: readonly object[] = [upload, { ...upload, projectId: "another" }];
  let retried = 0;
  await page.route("**/companycam/uploads", (route) => route.fulfill({ json: { uploads } }));
  await page.route("**/companycam/uploads/*/retry", (route) => {
    retried += 1;
    uploads = [];
    return route.fulfill({ status: 202 });
  });
  await page.goto(`${page.url()}/photos`);
  await page.getByRole("button", { name: "Look for the project" }).click();
  const refused = page.getByRole("list", { name: "Not taken by CompanyCam" });
  await expect(refused.getByRole("listitem")).toHaveCount(1);
  await expect(refused).toContainText("CompanyCam says: The photo is damaged.");
  await inspect(tablet, FOLDER, "refused-there");
  await refused.getByRole("button", { name: /^Try again: May 4, 2026/ }).click();
  await expect(refused).toBeHidden();
  expect(retried).toBe(1);
  expect(tablet.pageErrors).toEqual([]);
});
