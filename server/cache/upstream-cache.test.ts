import { expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { silentLog } from "../observe/log.ts";
import type { UpstreamError, UpstreamResult } from "../upstream/upstream-error.ts";
import type { CacheKind } from "./cache-kind.ts";
import { UpstreamCache } from "./upstream-cache.ts";

const MINUTE_MS = 60_000;
const fail = (sort: UpstreamError["sort"]) => ({
  ok: false as const,
  error: { code: sort, message: sort, sort },
});
const kind: CacheKind<string, UpstreamError> = {
  name: "colours",
  freshMs: MINUTE_MS,
  staleMs: 10 * MINUTE_MS,
  absentMs: MINUTE_MS,
  absent: () => fail("absent").error,
  schema: z.string(),
};
const scope = ["company", "colours", "7"];

function setUp({ maxBytes, ...changes }: Partial<typeof kind> & { maxBytes?: number } = {}) {
  const time = { now: 1_000_000 };
  const clock = { now: () => time.now };
  const cache = new UpstreamCache({ clock, log: silentLog, redis: null, maxBytes });
  return { time, cache, shelf: cache.shelf({ ...kind, ...changes }) };
}
type Loaded = UpstreamResult<string, UpstreamError>;
type Load = () => Promise<Loaded>;
/** Another side that answers what it is told to, when it is told to. */
function otherSide() {
  const waiting: ((result: Loaded) => void)[] = [];
  const load = vi.fn<Load>(() => new Promise<Loaded>((resolve) => waiting.push(resolve)));
  const answer = async (result: Loaded | string): Promise<void> => {
    await vi.waitFor(() => expect(waiting).not.toEqual([]));
    waiting.shift()?.(typeof result === "string" ? { ok: true, value: result } : result);
  };
  return { load, answer };
}
const says = (value: string) => vi.fn<Load>(() => Promise.resolve({ ok: true, value }));
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("a thousand readers of what nobody has read yet ask once", async () => {
  const { cache, shelf } = setUp();
  const { load, answer } = otherSide();
  const reads = Array.from({ length: 1000 }, () => shelf.read(scope, load));
  await answer("white");
  for (const read of await Promise.all(reads)) expect(read).toMatchObject({ value: "white" });
  expect(load).toHaveBeenCalledTimes(1);
  expect(cache.report().kinds["colours"]).toMatchObject({ misses: 1, joined: 999 });
});

test("what is fresh is not asked for; what is stale is served and asked for once behind", async () => {
  const { time, shelf } = setUp();
  await shelf.read(scope, says("white"));
  time.now += MINUTE_MS - 1;
  const never = says("never");
  expect(await shelf.read(scope, never)).toMatchObject({
    value: "white",
    isStale: false,
    from: "memory",
  });
  expect(never).not.toHaveBeenCalled();
  time.now += 1;
  const { load, answer } = otherSide();
  const stale = await Promise.all(Array.from({ length: 5 }, () => shelf.read(scope, load)));
  for (const read of stale)
    expect(read).toMatchObject({ value: "white", ageMs: MINUTE_MS, isStale: true });
  expect(load).toHaveBeenCalledTimes(1);
  await answer("eggshell");
  await settle();
  expect(await shelf.read(scope, never)).toMatchObject({ value: "eggshell", isStale: false });
});

test("while the other side is away the stale answer stands, and it is not asked at every read", async () => {
  const { time, shelf } = setUp();
  await shelf.read(scope, says("white"));
  time.now += 2 * MINUTE_MS;
  const away = vi.fn<Load>(() => Promise.resolve(fail("away")));
  for (let each = 0; each < 50; each += 1) {
    expect(await shelf.read(scope, away)).toMatchObject({ value: "white", isStale: true });
    await settle();
  }
  expect(away).toHaveBeenCalledTimes(1);
  time.now += 5000;
  await shelf.read(scope, away);
  await settle();
  expect(away).toHaveBeenCalledTimes(2);
});

test("nothing is served beyond its limit, however long the other side is away", async () => {
  const { time, shelf } = setUp();
  await shelf.read(scope, says("white"));
  time.now += 11 * MINUTE_MS;
  expect(await shelf.read(scope, () => Promise.resolve(fail("away")))).toEqual(fail("away"));
});

test("a first question that fails is told as it is: never as an empty answer", async () => {
  const { shelf } = setUp();
  expect(await shelf.read(scope, () => Promise.resolve(fail("away")))).toEqual(fail("away"));
  expect(await shelf.read(scope, says("white"))).toMatchObject({ value: "white" });
});

test("that there is none is believed for a while", async () => {
  const { time, cache, shelf } = setUp();
  const none = vi.fn<Load>(() => Promise.resolve(fail("absent")));
  expect(await shelf.read(scope, none)).toEqual(fail("absent"));
  expect(await shelf.read(scope, none)).toEqual(fail("absent"));
  expect(none).toHaveBeenCalledTimes(1);
  expect(cache.report().kinds["colours"]).toMatchObject({ absentHits: 1 });
  time.now += MINUTE_MS;
  expect(await shelf.read(scope, says("white"))).toMatchObject({ value: "white" });
});

test("where it is not believed at all, it takes an older answer away all the same", async () => {
  const { time, shelf } = setUp({ absentMs: 0 });
  await shelf.read(scope, says("white"));
  time.now += MINUTE_MS;
  await shelf.read(scope, () => Promise.resolve(fail("absent")));
  await settle();
  const asked = says("eggshell");
  expect(await shelf.read(scope, asked)).toMatchObject({ value: "eggshell" });
});

test("a refusal takes the older answer away: who may no longer see it does not", async () => {
  const { time, shelf } = setUp();
  await shelf.read(scope, says("white"));
  time.now += MINUTE_MS;
  const refused = vi.fn<Load>(() => Promise.resolve(fail("refused")));
  await shelf.read(scope, refused);
  await settle();
  expect(await shelf.read(scope, refused)).toEqual(fail("refused"));
});

test("invalidating a scope forgets everything in it, and nothing beside it", async () => {
  const { cache, shelf } = setUp();
  await shelf.read(["a", "x", "1"], says("1"));
  await shelf.read(["a", "x", "2"], says("2"));
  await shelf.read(["a", "y", "1"], says("3"));
  await shelf.read(["ab", "x"], says("4"));
  await cache.invalidate(["a", "x"]);
  const again = says("again");
  for (const [at, value] of [
    [["a", "x", "1"], "again"],
    [["a", "x", "2"], "again"],
    [["a", "y", "1"], "3"],
    [["ab", "x"], "4"],
  ] as const)
    expect(await shelf.read(at, again)).toMatchObject({ value });
});

test("an answer that was under way when its scope was invalidated is not remembered", async () => {
  const { cache, shelf } = setUp();
  const { load, answer } = otherSide();
  const before = shelf.read(scope, load);
  await settle();
  await cache.invalidate(["company"]);
  const after = shelf.read(scope, says("new"));
  await answer("old");
  expect(await before).toMatchObject({ value: "old" });
  expect(await after).toMatchObject({ value: "new" });
  expect(await shelf.read(scope, says("never"))).toMatchObject({ value: "new" });
});

test("memory is bounded by bytes; what was not read for the longest goes, and giant answers are not kept", async () => {
  const { cache, shelf } = setUp({ maxBytes: 20_000 });
  for (let each = 0; each < 20; each += 1) {
    await shelf.read([String(each)], says("x".repeat(1000)));
    await shelf.read(["0"], says("never"));
    expect(cache.report().bytes).toBeLessThanOrEqual(20_000);
  }
  const asked = says("asked");
  expect(await shelf.read(["0"], asked)).toMatchObject({ value: "x".repeat(1000) });
  await shelf.read(["giant"], says("x".repeat(5000)));
  expect(await shelf.read(["giant"], asked)).toMatchObject({ value: "asked" });
});

test("shedding keeps the share that was read last; clearing keeps nothing", async () => {
  const { cache, shelf } = setUp();
  for (let each = 0; each < 10; each += 1) await shelf.read([String(each)], says(String(each)));
  cache.shed(0.5);
  expect(cache.report().entries).toBe(5);
  expect(await shelf.read(["9"], says("asked"))).toMatchObject({ value: "9" });
  expect(await shelf.read(["0"], says("asked"))).toMatchObject({ value: "asked" });
  await cache.clear();
  expect(cache.report()).toMatchObject({ entries: 0, bytes: 0 });
});

test("a bug while asking reaches the reader, and the next reader asks anew", async () => {
  const { shelf } = setUp();
  await expect(shelf.read(scope, () => Promise.reject(new Error("bug")))).rejects.toThrow("bug");
  expect(await shelf.read(scope, says("white"))).toMatchObject({ value: "white" });
});

test("a clock that is set back makes no answer younger than new", async () => {
  const { time, shelf } = setUp();
  await shelf.read(scope, says("white"));
  time.now -= 60 * MINUTE_MS;
  expect(await shelf.read(scope, says("never"))).toMatchObject({ ageMs: 0, value: "white" });
});
