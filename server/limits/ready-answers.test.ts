import { Socket } from "node:net";
import { expect, test } from "vitest";
import type { Observation } from "../observe/observation.ts";
import { allowances } from "./limit-class.ts";
import { createLimits } from "./limits.ts";
import { limitReadyAnswers } from "./ready-answers.ts";

const from = (address: string) => ({
  headers: { "x-forwarded-for": address },
  socket: new Socket(),
});

test("an address that asks too often is told when to come back; this machine is not counted", () => {
  const observed: Observation[] = [];
  const limit = limitReadyAnswers({
    limits: createLimits({ clock: { now: () => 45_500 } }),
    observe: (observation) => observed.push(observation),
    trustedProxy: 1,
  });
  for (let request = 0; request < allowances.public.address; request += 1)
    expect(limit(from("198.51.100.1"))).toBeNull();
  expect(limit(from("198.51.100.1"))).toBe(15);
  expect(limit(from("198.51.100.2"))).toBeNull();
  expect(observed).toEqual([{ kind: "limited", limit: "public", by: "address" }]);
  for (let request = 0; request <= allowances.public.address; request += 1)
    expect(limit(from("127.0.0.1"))).toBeNull();
});
