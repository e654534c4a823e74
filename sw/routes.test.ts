import { expect, test } from "vitest";
import { isHashedFile, isThumbnail } from "./routes.ts";

const at = (path: string): URL => new URL(path, "https://paintbox.example");
const PHOTO = "/api/v1/companycam/photos/81/bytes";

test.each([`${PHOTO}/thumbnail/mb1x-99aa`, `${PHOTO}/thumbnail_annotation/mb1x-99aa`])(
  "%s is a thumbnail",
  (path) => expect(isThumbnail(at(path))).toBe(true),
);

test.each([
  `${PHOTO}/web/mb1x-99aa`,
  `${PHOTO}/original/mb1x-99aa`,
  `${PHOTO}/thumbnail/mb1x-99aa?w=9000`,
  `${PHOTO}/thumbnail/mb1x-99aa/more`,
  "/api/v1/companycam/photos/81",
  "/api/session",
])("%s is none", (path) => expect(isThumbnail(at(path))).toBe(false));

test("a hashed file is told from one that may change", () => {
  expect(isHashedFile(at("/assets/main-BLTaWkcy.js"))).toBe(true);
  for (const path of ["/assets/main.js", "/favicon.svg", "/api/assets/main-BLTaWkcy.js"])
    expect(isHashedFile(at(path))).toBe(false);
});
