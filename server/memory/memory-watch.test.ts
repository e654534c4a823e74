import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "../observe/log.ts";
import type { Observation } from "../observe/observation.ts";
import { type Sheddable, type ShedAmount, watchMemory } from "./memory-watch.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  let rss = 100;
  let garbage = 0;
  let collections = 0;
  const lines: string[] = [];
  const observed: Observation[] = [];
  const output = { write: (line: string) => lines.push(line) };
  const watch = watchMemory({
    limitBytes: 1000,
    log: createLog({ info: output, error: output }, () => 0),
    observe: (observation) => observed.push(observation),
    readRss: () => rss + garbage,
    collect: () => {
      collections += 1;
      garbage = 0;
    },
    elapsed: () => Date.now(),
  });
  const asked: string[] = [];
  const holder = (name: string, sort: Sheddable["sort"]): Sheddable => ({
    name,
    sort,
    shed: (amount: ShedAmount) => asked.push(`${name}: ${amount}`),
    bytes: () => 7,
  });
  watch.register(holder("answers", "cache"));
  watch.register(holder("streams", "connections"));
  return {
    watch,
    asked,
    lines,
    observed,
    collections: () => collections,
    reach: async (bytes: number, ofWhichGarbage = 0) => {
      rss = bytes - ofWhichGarbage;
      garbage = ofWhichGarbage;
      await vi.advanceTimersByTimeAsync(1000);
      return watch.level();
    },
  };
}

test("each threshold sheds what it must, by itself", async () => {
  const { asked, reach } = watched();
  expect(await reach(690)).toBe("normal");
  expect(asked.splice(0)).toEqual([]);
  expect(await reach(700)).toBe("warning");
  expect(asked.splice(0)).toEqual(["answers: half"]);
  expect(await reach(850)).toBe("critical");
  expect(asked.splice(0)).toEqual(["answers: all", "streams: half"]);
  expect(await reach(920)).toBe("emergency");
  expect(asked.splice(0)).toEqual(["answers: all", "streams: all"]);
  expect(await reach(970)).toBe("exhausted");
});

test("what was shed gets ten seconds to show, then more goes; less memory sheds nothing", async () => {
  const { asked, reach, watch } = watched();
  await reach(800);
  for (let second = 1; second < 10; second += 1) await reach(800);
  expect(asked.splice(0)).toEqual(["answers: half"]);
  await reach(800);
  expect(asked.splice(0)).toEqual(["answers: half"]);
  await reach(680);
  expect([watch.level(), asked]).toEqual(["warning", []]);
  await reach(600);
  expect([watch.level(), asked]).toEqual(["normal", []]);
});

test("it says so in the log and to metrics, once a change, and reports who holds what", async () => {
  const { lines, observed, reach, watch } = watched();
  await reach(710);
  await reach(720);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: "memory.level", level: "warning", rssBytes: 710, limitBytes: 1000 },
  ]);
  expect(observed).toEqual([{ kind: "shed", level: "warning" }]);
  expect(watch.report()).toMatchObject({
    rssBytes: 720,
    level: "warning",
    holders: [
      { name: "answers", bytes: 7 },
      { name: "streams", bytes: 7 },
    ],
  });
});

test("one holder alone can be asked, and a stopped watch looks no more", async () => {
  const { asked, reach, watch } = watched();
  expect(watch.shed("cache", "all", "answers")).toEqual(["answers"]);
  expect(watch.shed("cache", "all", "nothing")).toEqual([]);
  expect(asked.splice(0)).toEqual(["answers: all"]);
  watch.stop();
  expect(await reach(999)).toBe("normal");
});

test("garbage turns nobody away: it is collected first, and not more often than every two seconds", async () => {
  const { asked, collections, reach } = watched();
  expect(await reach(990, 400)).toBe("normal");
  expect([asked, collections()]).toEqual([[], 1]);
  expect(await reach(990, 400)).toBe("exhausted");
  expect(collections()).toBe(1);
  expect(await reach(990, 400)).toBe("normal");
  expect(collections()).toBe(2);
});
