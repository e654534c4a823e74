import { createServer, type Server } from "node:net";
import { createClient } from "@redis/client";
import { afterEach, describe, expect, test } from "vitest";
import { findRedis } from "../live/testing/redis-server.ts";
import { theRedis } from "../live/testing/bus-kinds.ts";
import { createLog, silentLog } from "../observe/log.ts";
import { createLimits } from "./limits.ts";
import { type Redis, openRedis } from "../redis/redis.ts";
import { createSharedCounts, type SharedCounts } from "./shared-counts.ts";

let opened: Redis[] = [];
let silent: Server | undefined;
afterEach(() => {
  for (const redis of opened) redis.close();
  opened = [];
  silent?.close();
});

const clock = { now: () => performance.now() };
async function open(url: string, log = silentLog): Promise<SharedCounts> {
  const redis = await openRedis(url, silentLog);
  opened.push(redis);
  return createSharedCounts({ redis, clock, log });
}

describe.skipIf(findRedis() === null)("with a Redis", () => {
  test("processes count together", async () => {
    const { url } = await theRedis();
    const [here, there] = [await open(url), await open(url)];
    await expect.poll(() => here.count("warm", 1000)).not.toBeNull();
    await expect.poll(() => there.count("warm", 1000)).not.toBeNull();
    const key = crypto.randomUUID();
    for (const counts of [here, there, here])
      expect(await counts.count(key, 3)).toMatchObject({ isWithin: true, limit: 3 });
    const refused = await there.count(key, 3);
    expect(refused).toMatchObject({ isWithin: false, remaining: 0 });
    expect(refused?.resetMs).toBeGreaterThan(50_000);
  });

  test("a limit of several processes is one, as requests meet it", async () => {
    const { url } = await theRedis();
    const processes = [await open(url), await open(url)];
    for (const shared of processes)
      await expect.poll(() => shared.count("warm", 1000)).not.toBeNull();
    const limits = processes.map((shared) => createLimits({ clock, shared }));
    const address = crypto.randomUUID();
    const answers: (boolean | undefined)[] = [];
    for (let request = 0; request < 25; request += 1) {
      const verdict = await limits[request % 2]?.count("pairing", "address", address);
      answers.push(verdict?.isWithin);
    }
    expect(answers).toEqual([...Array(20).fill(true), ...Array(5).fill(false)]);
  });

  test("one that hangs holds up one request for a moment, and the next ones not at all", async () => {
    const { url } = await theRedis();
    const lines: string[] = [];
    const output = { write: (line: string) => lines.push(line) };
    const shared = await open(
      url,
      createLog({ info: output, error: output }, () => 0),
    );
    await expect.poll(() => shared.count("warm", 1000)).not.toBeNull();
    const other = await createClient({ url }).connect();
    await other.sendCommand(["CLIENT", "PAUSE", "2000", "ALL"]);
    expect(await shared.count("a", 1)).toBeNull();
    // In the pause that follows whatever is asked is answered without Redis.
    const answers = await Promise.all(Array.from({ length: 50 }, () => shared.count("a", 1)));
    expect(answers).toEqual(Array(50).fill(null));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: "limits.redis_late" }]);
    other.destroy();
  });
});

test("a Redis that is not there refuses nobody", async () => {
  const counts = await open("redis://127.0.0.1:1");
  for (let request = 0; request < 100; request += 1) expect(await counts.count("a", 1)).toBeNull();
});

test("one that takes connections and says nothing holds nobody up for long, and only the first", async () => {
  silent = createServer();
  await new Promise<void>((resolve) => silent?.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const shared = await open(`redis://127.0.0.1:${port}`);
  const limits = createLimits({ clock: { now: () => 0 }, shared });
  for (let request = 0; request < 20; request += 1)
    expect(await limits.count("pairing", "address", "a")).toMatchObject({ isWithin: true });
  // What this process has counted by itself stands.
  expect(await limits.count("pairing", "address", "a")).toMatchObject({ isWithin: false });
});
