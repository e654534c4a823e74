import { expect, test } from "vitest";
import { isOutdated } from "./outdated.ts";

const ENTRY = "https://paintbox.example/assets/main-a1.js";
const page = (entry: string) => async (): Promise<Response> =>
  new Response(`<title>Paintbox</title><script type="module" crossorigin src="${entry}"></script>`);

test("a page that would come back with another first script is outdated", async () => {
  expect(await isOutdated(ENTRY, page("/assets/main-b2.js"))).toBe(true);
});

test("the same build again is not: its chunk is missing for another reason", async () => {
  expect(await isOutdated(ENTRY, page("/assets/main-a1.js"))).toBe(false);
});

test.each([
  ["no signal", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["a hotel's page", async () => new Response("<h1>Welcome, please pay</h1>")],
  ["a proxy's error", async () => new Response("<h1>Bad gateway</h1>", { status: 502 })],
])("%s is no reason for a reload", async (_, getPage) => {
  expect(await isOutdated(ENTRY, getPage)).toBe(false);
});
