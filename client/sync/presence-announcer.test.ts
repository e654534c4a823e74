import { beforeEach, expect, test } from "vitest";
import type { SyncEnvironment } from "./environment.ts";
import {
  BEAT_MS,
  createPresenceAnnouncer,
  LEAVE_PAUSE_MS,
  type PresenceAnnouncer,
} from "./presence-announcer.ts";

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** A page whose clock moves when the test moves it, and what it has told the server. */
let said: (string | null)[] = [];
let beats: number[] = [];
let timers: readonly Timer[] = [];
let time = 0;
let isVisible = true;
let wake = () => {};
let hide = () => {};
let answers = true;
let announcer: PresenceAnnouncer;

const environment: SyncEnvironment = {
  fetch: (path, { body, keepalive }) => {
    expect([path, keepalive]).toEqual(["/api/sync/presence", true]);
    const { estimateId, beat } = JSON.parse(body);
    said.push(estimateId);
    beats.push(beat);
    return answers
      ? Promise.resolve(new Response(null, { status: 204 }))
      : Promise.reject(new TypeError("no connection"));
  },
  random: () => 0.5,
  now: () => time,
  elapsed: () => time,
  later(work, milliseconds) {
    const timer = { at: time + milliseconds, work };
    timers = [...timers, timer];
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  },
  isVisible: () => isVisible,
  onAwake(listener, signal) {
    wake = () => (signal.aborted ? undefined : listener());
  },
  onHidden(listener, signal) {
    hide = () => (signal.aborted ? undefined : listener());
  },
};

function advance(milliseconds: number): void {
  const until = time + milliseconds;
  for (;;) {
    const [next] = timers.toSorted((one, other) => one.at - other.at);
    if (next === undefined || next.at > until) break;
    time = next.at;
    timers = timers.filter((timer) => timer !== next);
    next.work();
  }
  time = until;
}

beforeEach(() => {
  said = [];
  beats = [];
  timers = [];
  time = 0;
  isVisible = true;
  answers = true;
  announcer = createPresenceAnnouncer(environment, "01890000-0000-7000-8000-0000000000b1");
});

test("says at once what is open, again while it is seen, and that it was left", () => {
  announcer.setOpen("e1");
  expect(said).toEqual(["e1"]);
  advance(2 * BEAT_MS);
  expect(said).toEqual(["e1", "e1", "e1"]);
  announcer.setOpen(null);
  advance(LEAVE_PAUSE_MS);
  expect(said.at(-1)).toBeNull();
  advance(3 * BEAT_MS);
  expect(said).toHaveLength(4);
  expect(beats).toEqual([1, 2, 3, 4]);
});

test("from one screen of an estimate to another nobody leaves", () => {
  announcer.setOpen("e1");
  announcer.setOpen(null);
  announcer.setOpen("e1");
  advance(LEAVE_PAUSE_MS);
  expect(said).toEqual(["e1"]);
  advance(BEAT_MS);
  expect(said).toEqual(["e1", "e1"]);
});

test("from one estimate to another the next is said at once", () => {
  announcer.setOpen("e1");
  announcer.setOpen(null);
  announcer.setOpen("e2");
  advance(LEAVE_PAUSE_MS);
  expect(said).toEqual(["e1", "e2"]);
});

test("whoever looks elsewhere is not here, and is again on coming back", () => {
  announcer.setOpen("e1");
  isVisible = false;
  hide();
  expect(said).toEqual(["e1", null]);
  advance(2 * BEAT_MS);
  announcer.setOpen("e2");
  expect(said).toEqual(["e1", null]);
  isVisible = true;
  wake();
  expect(said).toEqual(["e1", null, "e2"]);
});

test("without a connection it goes on by itself, and with nothing open says nothing", () => {
  answers = false;
  announcer.setOpen("e1");
  advance(BEAT_MS);
  expect(said).toEqual(["e1", "e1"]);
  announcer.stop();
  expect(said).toEqual(["e1", "e1", null]);
  wake();
  hide();
  advance(BEAT_MS);
  expect(said).toHaveLength(3);
});
