import { expect, test } from "vitest";
import { askToKeep } from "./keep-storage.ts";

const browser = (persisted: boolean, answer: () => Promise<boolean>) => {
  const asked = { times: 0 };
  return {
    asked,
    persisted: () => Promise.resolve(persisted),
    persist: () => {
      asked.times += 1;
      return answer();
    },
  };
};

test("a browser that keeps our records already is not asked", async () => {
  const keeps = browser(true, () => Promise.resolve(false));
  expect(await askToKeep(keeps)).toBe(true);
  expect(keeps.asked.times).toBe(0);
});

test("its answer is the answer, and a refusal in any form is a no", async () => {
  expect(await askToKeep(browser(false, () => Promise.resolve(true)))).toBe(true);
  expect(await askToKeep(browser(false, () => Promise.resolve(false)))).toBe(false);
  expect(await askToKeep(browser(false, () => Promise.reject(new TypeError("no"))))).toBe(false);
});
