import { expect, test } from "vitest";
import { shellStatus } from "./shell-status.ts";
import { NOT_A_SCREEN, shellFiles } from "./shell.ts";

const files = shellFiles([
  { url: "index.html", revision: "a1" },
  { url: "assets/main-x7.js", revision: null },
  "favicon.svg",
]);

test("every address starts at the root of the site", () => {
  expect(files).toEqual([
    { url: "/index.html", revision: "a1" },
    { url: "/assets/main-x7.js", revision: null },
    { url: "/favicon.svg", revision: null },
  ]);
});

test.each(["/api/health", "/api/v1/sync/push", "/__sandbox", "/.well-known/jwks.json"])(
  "%s is the server's to answer",
  (path) => expect(NOT_A_SCREEN.some((pattern) => pattern.test(path))).toBe(true),
);

test.each(["/", "/estimates/api", "/index.html", "/apiary"])("%s is a screen", (path) =>
  expect(NOT_A_SCREEN.some((pattern) => pattern.test(path))).toBe(false),
);

test("the shell is complete when every file is found", async () => {
  expect(await shellStatus(files, async () => "a response")).toEqual({
    type: "STATUS",
    complete: true,
    files: 3,
    missing: 0,
  });
});

test("one lost file makes the shell incomplete", async () => {
  const find = async (url: string): Promise<string | undefined> =>
    url.startsWith("/assets/") ? undefined : "a response";
  expect(await shellStatus(files, find)).toMatchObject({ complete: false, missing: 1 });
});
