import { expect, test, vi } from "vitest";
import { createPresenceFeed } from "./presence-feed.ts";
import { createPokes } from "./pokes.ts";

const sam = { userId: "005000000000002AAA", name: "Sam Lee" };

test("tells who is in an estimate, the same until it changes", () => {
  const feed = createPresenceFeed();
  const told = vi.fn<() => void>();
  const stop = feed.subscribe(told);
  const nobody = feed.people("e1");
  expect([nobody, feed.people("e2")]).toEqual([[], []]);
  feed.hear({ estimateId: "e1", people: [sam] });
  expect(feed.people("e1")).toEqual([sam]);
  expect(feed.people("e1")).toBe(feed.people("e1"));
  feed.hear({ estimateId: "e1", people: [] });
  expect(feed.people("e1")).toBe(nobody);
  expect(told).toHaveBeenCalledTimes(2);
  stop();
  feed.hear({ estimateId: "e1", people: [sam] });
  expect(told).toHaveBeenCalledTimes(2);
});

test("what is nothing we know changes nothing", () => {
  const feed = createPresenceFeed();
  feed.hear({ estimateId: "e1", people: [sam] });
  for (const nonsense of [null, {}, { estimateId: "e1" }, { estimateId: "e1", people: [{}] }])
    feed.hear(nonsense);
  expect(feed.people("e1")).toEqual([sam]);
});

test("a stream that breaks off or is closed leaves nobody there", () => {
  const feed = createPresenceFeed();
  const source = Object.assign(new EventTarget(), { readyState: 1, close: () => {} });
  const pokes = createPokes({
    open: () => source,
    onPoke: () => {},
    presence: feed,
    elapsed: () => 0,
  });
  pokes.listen();
  const hear = () =>
    source.dispatchEvent(
      new MessageEvent("presence", {
        data: JSON.stringify({ estimateId: "e1", people: [sam] }),
      }),
    );
  hear();
  expect(feed.people("e1")).toEqual([sam]);
  source.dispatchEvent(new Event("error"));
  expect(feed.people("e1")).toEqual([]);
  hear();
  pokes.close();
  expect(feed.people("e1")).toEqual([]);
});
