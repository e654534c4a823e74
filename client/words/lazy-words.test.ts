import { expect, test } from "vitest";
import { lazyWords } from "./lazy-words.ts";

test("words are read once for each language", async () => {
  const asked: string[] = [];
  const load = lazyWords(async (language) => {
    asked.push(language);
    return { yes: language };
  });
  expect(load("en")).toBe(load("en"));
  expect(await load("es")).toEqual({ yes: "es" });
  expect(asked).toEqual(["en", "es"]);
});

test("what could not be read is asked for again", async () => {
  let hasSignal = false;
  const load = lazyWords(async () => {
    if (!hasSignal) throw new Error("no signal");
    return "sí";
  });
  await expect(load("es")).rejects.toThrow("no signal");
  hasSignal = true;
  expect(await load("es")).toBe("sí");
});
