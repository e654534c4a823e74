import { expect, test } from "vitest";
import { scriptAddress } from "./script-addresses.ts";

const PAGE = "https://paintbox.example.com/estimates/e1";

test.each([
  "/sw.js",
  "https://paintbox.example.com/assets/read-book-file-1a2b_3c.js",
  "/assets/app-1a2b.js?worker",
])("%s is ours", (address) => {
  expect(scriptAddress(address, PAGE)).toBe(address);
});

test.each([
  "https://elsewhere.example.com/assets/app-1a2b.js",
  "//elsewhere.example.com/sw.js",
  "/api/v1/photos/1",
  "/assets/../api/upload.js",
  "/assets/photo.svg",
  "data:text/javascript,alert(1)",
  "blob:https://paintbox.example.com/0199aa",
  "javascript:alert(1)",
  "http://[",
])("%s is not", (address) => {
  expect(scriptAddress(address, PAGE)).toBeNull();
});
