import { expect, test } from "vitest";
import { palette, shadeOf } from "./palette.ts";

test("a colour is known by its name in either language", () => {
  expect(shadeOf("Sage")).toBe(shadeOf("salvia "));
  expect(shadeOf("SW 7008")).toBeNull();
  expect(shadeOf("")).toBeNull();
});

test("no name stands for two shades", () => {
  for (const { name, css } of palette) {
    expect(shadeOf(name.en)).toBe(css);
    expect(shadeOf(name.es)).toBe(css);
  }
});
