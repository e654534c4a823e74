import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import {
  findRedis,
  REDIS_PASSWORD,
  type RedisServer,
  startRedis,
} from "../live/testing/redis-server.ts";
import { createLog } from "../observe/log.ts";
import { openRedis, type Redis } from "../redis/redis.ts";
import type { UpstreamError, UpstreamResult } from "../upstream/upstream-error.ts";
import type { CacheKind } from "./cache-kind.ts";
import { UpstreamCache } from "./upstream-cache.ts";

const absent: UpstreamError = { code: "absent", message: "", sort: "absent" };
const kind: CacheKind<string, UpstreamError> = {
  name: "colours",
  freshMs: 60_000,
  staleMs: 600_000,
  absentMs: 60_000,
  absent: () => absent,
  schema: z.string(),
};
const scope = ["company", "colours", "7"];
type Loaded = UpstreamResult<string, UpstreamError>;
const says = (value: string) =>
  vi.fn<() => Promise<Loaded>>(() => Promise.resolve({ ok: true, value }));
/** Looks again and again; the runner's own deadline ends a wait in vain. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(5);
}

describe.skipIf(findRedis() === null)("two processes on one Redis", () => {
  let server: RedisServer;
  const opened: Redis[] = [];
  const time = { now: 1_000_000 };
  const lines: string[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  /** Each test has a database of its own: what one still writes at its end is not in the next one's way. */
  let database = 0;
  afterEach(() => {
    database += 1;
    for (const redis of opened.splice(0)) redis.close();
    lines.length = 0;
  });
  afterAll(() => server.stop());

  /** @param answerMs long, so that a busy machine is not taken for a Redis that hangs. */
  async function open(answerMs = 10_000) {
    const keep = { write: (line: string) => lines.push(line) };
    const log = createLog({ info: keep, error: keep }, () => 0);
    const redis = await openRedis(`${server.url}/${database}`, log, answerMs);
    opened.push(redis);
    const cache = new UpstreamCache({ clock: { now: () => time.now }, log, redis });
    await until(() => cache.report().redis === "ok");
    return { cache, shelf: cache.shelf(kind), redis };
  }
  /** The writing to Redis is not waited for by readers; it is here. */
  const keptIn = async (redis: Redis, entries: number): Promise<void> =>
    until(async () => (await redis.client()?.keys("paintbox:cache:entry:*"))?.length === entries);

  test("what one has asked, the other does not ask again: values and that there is none", async () => {
    const [one, other] = [await open(), await open()];
    await one.shelf.read(scope, says("white".repeat(1000)));
    await one.shelf.read(["none"], () => Promise.resolve({ ok: false, error: absent }));
    await keptIn(one.redis, 2);
    const never = says("never");
    expect(await other.shelf.read(scope, never)).toMatchObject({
      value: "white".repeat(1000),
      from: "redis",
    });
    expect(await other.shelf.read(["none"], never)).toEqual({ ok: false, error: absent });
    expect(never).not.toHaveBeenCalled();
  });

  test("from a kilobyte on it is compressed", async () => {
    const { shelf, redis } = await open();
    await shelf.read(scope, says("white".repeat(1000)));
    await keptIn(redis, 1);
    const [key] = (await redis.client()?.keys("paintbox:cache:entry:*")) ?? [];
    expect(await redis.client()?.strLen(key ?? "")).toBeLessThan(200);
  });

  test("what one invalidates, the other forgets: in its memory and in Redis", async () => {
    const [one, other] = [await open(), await open()];
    await one.shelf.read(scope, says("white"));
    await keptIn(one.redis, 1);
    await other.shelf.read(scope, says("never"));
    await one.cache.invalidate(["company", "colours"]);
    await until(() => other.cache.report().entries === 0);
    expect(await other.shelf.read(scope, says("eggshell"))).toMatchObject({ value: "eggshell" });
    expect(await one.shelf.read(scope, says("never"))).toMatchObject({ value: "eggshell" });
  });

  test("an answer from before an invalidation is not believed, though it was written after it", async () => {
    const [slow, quick] = [await open(), await open()];
    const waiting: ((result: Loaded) => void)[] = [];
    const read = slow.shelf.read(scope, () => new Promise((resolve) => waiting.push(resolve)));
    await until(() => waiting.length > 0);
    await quick.cache.invalidate(["company"]);
    waiting[0]?.({ ok: true, value: "old" });
    expect(await read).toMatchObject({ value: "old" });
    // The slow one was told of it, too: it writes nothing. One that was not told writes under the older version.
    await slow.redis.client()?.ping();
    expect(await quick.shelf.read(scope, says("new"))).toMatchObject({ value: "new" });
  });

  test("a stale answer of the other is served at once and asked for anew behind", async () => {
    const [one, other] = [await open(), await open()];
    await one.shelf.read(scope, says("white"));
    await keptIn(one.redis, 1);
    time.now += 60_000;
    const asked = says("eggshell");
    expect(await other.shelf.read(scope, asked)).toMatchObject({
      value: "white",
      isStale: true,
      from: "redis",
    });
    await until(() => asked.mock.calls.length === 1);
    await until(async () => {
      const read = await other.shelf.read(scope, says("never"));
      return read.ok && read.value === "eggshell" && !read.isStale;
    });
  });

  test("garbage, and what another build has written, is no answer", async () => {
    const { shelf, redis } = await open();
    await shelf.read(scope, says("white"));
    await keptIn(redis, 1);
    const [key] = (await redis.client()?.keys("paintbox:cache:entry:*")) ?? [];
    for (const text of [
      "",
      "~",
      "~AAAA",
      "{",
      "null",
      '{"askedAt":1000000,"versions":["-","-","-","-"],"value":7}',
      '{"askedAt":1000000,"versions":["-","-","-"],"value":"short"}',
    ]) {
      const { shelf: fresh } = await open();
      await redis.client()?.set(key ?? "", text);
      expect(await fresh.read(scope, says("asked"))).toMatchObject({ from: "upstream" });
    }
  });

  test("a Redis that hangs holds one read up for a moment, and the next ones not at all", async () => {
    const [one, other] = [await open(50), await open()];
    await other.redis.client()?.sendCommand(["CLIENT", "PAUSE", "4000", "ALL"]);
    let hangs = true;
    const back = other.redis.client()?.ping();
    void back?.then(() => {
      hangs = false;
    });
    for (let each = 0; each < 20; each += 1)
      expect(await one.shelf.read([String(each)], says("asked"))).toMatchObject({ value: "asked" });
    expect(hangs).toBe(true);
    await back;
  });

  test("a Redis that dies is done without, and what was missed meanwhile is not believed", async () => {
    const [one, other] = [await open(), await open()];
    await one.shelf.read(scope, says("white"));
    await keptIn(one.redis, 1);
    await other.shelf.read(scope, says("never"));
    const [key] = (await one.redis.client()?.keys("paintbox:cache:entry:*")) ?? [];
    const text = await one.redis.client()?.get(key ?? "");
    await server.kill();
    await until(() => [one, other].every(({ cache }) => cache.report().redis === "away"));
    expect(await one.shelf.read(["more"], says("asked"))).toMatchObject({ from: "upstream" });
    await one.cache.invalidate(scope);
    expect(await one.shelf.read(scope, says("eggshell"))).toMatchObject({ value: "eggshell" });
    await server.start();
    await until(() => [one, other].every(({ cache }) => cache.report().redis === "ok"));
    // Redis had that answer on its disk.
    await one.redis.client()?.set(key ?? "", text ?? "");
    // The other one could not be told; it forgets everything when it can listen again.
    await until(() => other.cache.report().entries === 0);
    await one.shelf.read(["a read of anything"], says("tells Redis what it missed"));
    expect(await other.shelf.read(scope, says("asked"))).toMatchObject({ value: "asked" });
    expect(lines.join("")).toMatch(/redis\.away/);
    expect(lines.join("")).toMatch(/redis\.back/);
    expect(lines.join("")).not.toContain(REDIS_PASSWORD);
  });
});
