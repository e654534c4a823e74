import { expect, test } from "vitest";
import { isRightFile } from "./right-file.ts";

const PORTAL = "<h1>Welcome to our Wi-Fi</h1>";
/** The first 32 digits of the SHA-256 of `<p>Paintbox</p>`. */
const PAGE = "4e12cbb674b1220456d88f051dfdb0c0";
const html = { headers: { "content-type": "text/html; charset=utf-8" } };
const script = { headers: { "content-type": "text/javascript; charset=utf-8" } };

const ask = async (revision: string | null, text: string, init: ResponseInit): Promise<boolean> =>
  isRightFile(
    { url: "/any", revision },
    new Response(text, init),
    await new Response(text).arrayBuffer(),
  );

test("a file with a revision is the one whose bytes the build has seen", async () => {
  expect(await ask(PAGE, "<p>Paintbox</p>", html)).toBe(true);
  expect(await ask(PAGE, "<p>Paintbox 2</p>", html)).toBe(false);
  expect(await ask(PAGE, PORTAL, html)).toBe(false);
});

test("a file whose name says what is in it is no page", async () => {
  expect(await ask(null, "let a = 1;", script)).toBe(true);
  expect(await ask(null, PORTAL, html)).toBe(false);
});
