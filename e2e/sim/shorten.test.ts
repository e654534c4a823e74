import { expect, test } from "vitest";
import { planOf, type Step } from "./actions.ts";
import { shorten } from "./shorten.ts";

const offline: Step = { wait: { turns: 1 }, action: { do: "offline", tablet: 0 } };
const restore: Step = { wait: { turns: 1 }, action: { do: "server restore" } };

test("leaves only what a failure needs", async () => {
  const steps = [offline, restore, ...Array.from({ length: 9 }, () => offline), restore, offline];
  const plan = { ...planOf(1), steps };
  const shortest = await shorten(plan, ({ steps: tried }) => {
    const restores = tried.filter(({ action }) => action.do === "server restore").length;
    return Promise.resolve({ violations: restores >= 2 ? ["lost"] : [] });
  });
  expect(shortest.steps).toEqual([restore, restore]);
});
