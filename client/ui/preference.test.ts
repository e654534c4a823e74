import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPreference } from "./preference.ts";

const memory = new Map<string, string>();

beforeEach(() => {
  memory.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

function makeHand(apply: (value: "left" | "right") => void = () => {}) {
  return createPreference({ key: "hand", values: ["left", "right"], fallback: "right", apply });
}

test("a choice is applied, told and remembered", () => {
  const applied: string[] = [];
  const hand = makeHand((value) => applied.push(value));
  const listener = vi.fn<() => void>();
  const stop = hand.subscribe(listener);
  hand.set("left");
  stop();
  hand.set("right");
  hand.set("left");
  expect(applied).toEqual(["left", "right", "left"]);
  expect(listener).toHaveBeenCalledTimes(1);

  const restarted = makeHand();
  restarted.start();
  expect(restarted.get()).toBe("left");
});

test("what is not one of the values falls back", () => {
  memory.set("hand", "both");
  const hand = makeHand();
  hand.start();
  expect(hand.get()).toBe("right");
});

test("a blocked store costs only the memory", () => {
  vi.stubGlobal("localStorage", {
    getItem() {
      throw new Error("blocked");
    },
    setItem() {
      throw new Error("blocked");
    },
  });
  const hand = makeHand();
  hand.start();
  hand.set("left");
  expect(hand.get()).toBe("left");
});
