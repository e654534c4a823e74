import { beforeEach, expect, test } from "vitest";
import { type ApiBudget, createApiBudget } from "./api-budget.ts";

const QUARTER_HOUR = 15 * 60_000;
let now = 0;
let budget: ApiBudget;
beforeEach(() => {
  now = 1_000_000;
  budget = createApiBudget({ now: () => now });
});
const note = (info: string): void => budget.note(new Headers({ "sforce-limit-info": info }));
const allowed = () => [budget.allows("read"), budget.allows("write")];

test("reads stop at 80 %, writes at 97 %", () => {
  note("api-usage=79/100");
  expect(allowed()).toEqual([true, true]);
  note("api-usage=80/100; api-bursts=1/2");
  expect(allowed()).toEqual([false, true]);
  note("api-usage=97/100");
  expect(allowed()).toEqual([false, false]);
  expect(budget.usage()).toEqual({ used: 97, allowed: 100 });
});

test("a quarter of an hour later it is looked again", () => {
  note("api-usage=100/100");
  now += QUARTER_HOUR;
  expect(allowed()).toEqual([true, true]);
});

test.each([
  "",
  "nonsense",
  "api-usage=/",
  "api-usage=9/0",
  "api-usage=-5/-1",
  "per-app-api-usage=9(x)/1",
])("an answer that says %j stops nothing", (info) => {
  if (info === "") budget.note(new Headers());
  else note(info);
  expect(allowed()).toEqual([true, true]);
  expect(budget.usage()).toBeNull();
});

test("used up by Salesforce's own word stops everything for a while, whatever the last header said", () => {
  note("api-usage=10/100");
  budget.noteSpent();
  expect(allowed()).toEqual([false, false]);
  expect(budget.usage()).toEqual({ used: 100, allowed: 100 });
  now += QUARTER_HOUR;
  expect(allowed()).toEqual([true, true]);
});

test("what another process heard counts when it is later", () => {
  note("api-usage=10/100");
  budget.adopt({ used: 90, allowed: 100, at: now - 1 });
  expect(allowed()).toEqual([true, true]);
  budget.adopt({ used: 90, allowed: 100, at: now + 1 });
  expect(allowed()).toEqual([false, true]);
});
