import { expect, test } from "vitest";
import { findColours, palette, shadeOf } from "./palette.ts";

const book = [
  { name: "Alabaster", code: "SW 7008", hex: "#edeae0" },
  { name: "Azúcar", code: "", hex: "#f4efe6" },
  { name: "Agreeable Gray", code: "SW 7029", hex: "#d1cbc1" },
];

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

test("a colour of the book is known by its name, its code, or both", () => {
  for (const text of ["alabaster", "sw 7008", "Alabaster SW 7008"])
    expect(shadeOf(text, book)).toBe("#edeae0");
});

test("typing finds by name and by code, without accents", () => {
  const texts = (typed: string) => findColours(book, typed, "en", 12).shown.map(({ text }) => text);
  expect(texts("")).toEqual(["Alabaster SW 7008", "Azúcar", "Agreeable Gray SW 7029"]);
  expect(texts("gray")).toEqual(["Agreeable Gray SW 7029"]);
  expect(texts("70 sw")).toEqual(["Alabaster SW 7008", "Agreeable Gray SW 7029"]);
  expect(texts("azucar")[0]).toBe("Azúcar");
  expect(texts("Swiss Coffee")).toEqual([]);
});

test("the chosen one stands first, and all are still at hand", () => {
  const { shown, more } = findColours(book, "Agreeable Gray SW 7029", "en", 2);
  expect(shown.map(({ text }) => text)).toEqual(["Agreeable Gray SW 7029", "Alabaster SW 7008"]);
  expect(more).toBe(1);
});

test("a book without colours has the everyday ones, whatever is typed", () => {
  expect(findColours([], "zzz", "es", 3).shown[0]).toEqual({ text: "Blanco", css: "#f8f8f5" });
});
