import { beforeEach, expect, test, vi } from "vitest";
import { STREAM_RETRY_SECONDS } from "../../shared/sync/wire.ts";
import { createPokes } from "./pokes.ts";
import { createPresenceFeed } from "./presence-feed.ts";

const CONNECTING = 0;
const CLOSED = 2;
const RETRY_MS = STREAM_RETRY_SECONDS * 1000;

class Source extends EventTarget {
  readyState = CONNECTING;
  close(): void {
    this.readyState = CLOSED;
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event("error"));
  }
}

let now: number;
let opened: Source[];
const onPoke = vi.fn<() => void>();
beforeEach(() => {
  now = 0;
  opened = [];
  onPoke.mockClear();
});
const create = () =>
  createPokes({
    open: () => {
      const source = new Source();
      opened.push(source);
      return source;
    },
    onPoke,
    presence: createPresenceFeed(),
    elapsed: () => now,
  });

test("a stream that was refused is asked for again after a while, not with every exchange", () => {
  const pokes = create();
  pokes.listen();
  opened[0]?.fail(CLOSED);
  for (now = 0; now < RETRY_MS; now += 1000) pokes.listen();
  expect(opened.length).toBe(1);
  now = RETRY_MS;
  pokes.listen();
  expect(opened.length).toBe(2);
  opened[1]?.dispatchEvent(new Event("poke"));
  expect(onPoke).toHaveBeenCalledTimes(1);
});

test("a stream that the browser opens again by itself is left to it", () => {
  const pokes = create();
  pokes.listen();
  opened[0]?.fail(CONNECTING);
  pokes.listen();
  now = 2 * RETRY_MS;
  pokes.listen();
  expect(opened.length).toBe(1);
});

test("whoever comes back to the app is not made to wait for an earlier refusal", () => {
  const pokes = create();
  pokes.listen();
  opened[0]?.fail(CLOSED);
  pokes.close();
  pokes.listen();
  expect(opened.length).toBe(2);
});

test("the end of a stream that was left takes nothing from the next one", () => {
  const pokes = create();
  pokes.listen();
  pokes.close();
  pokes.listen();
  opened[0]?.fail(CLOSED);
  pokes.listen();
  pokes.close();
  expect(opened.map(({ readyState }) => readyState)).toEqual([CLOSED, CLOSED]);
});
