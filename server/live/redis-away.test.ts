import { afterEach, describe, expect, test } from "vitest";
import { createLog } from "../observe/log.ts";
import { openStore } from "../store/store.ts";
import { theCluster } from "../store/testing/store-kinds.ts";
import { customerFields, maria, seed } from "../sync/testing/estimate-fixtures.ts";
import { closeEnd, type End, hasRedis, openEnd } from "./testing/bus-kinds.ts";
import { REDIS_PASSWORD, type RedisServer, startRedis } from "./testing/redis-server.ts";

let redis: RedisServer | null = null;
let ends: End[] = [];
let lines: string[] = [];
afterEach(async () => {
  await Promise.all(ends.map(closeEnd));
  ends = [];
  lines = [];
  await redis?.stop();
});

/** Looks again and again; the runner's own deadline ends a wait in vain. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function open(url: string): Promise<End> {
  const keep = { write: (line: string) => lines.push(line) };
  const log = createLog({ info: keep, error: keep }, () => 0);
  const databaseUrl = (await theCluster()).url("postgres");
  const end = await openEnd(await openStore({ databaseUrl }), url, log);
  ends.push(end);
  return end;
}

const isThrough = (way: string) => (): boolean =>
  ends.every(({ bus }) => bus.report().through === way);

async function changeIsTold(here: End, there: End, id: string): Promise<void> {
  const told: string[] = [];
  const stop = there.bus.subscribe(maria.companyId, ({ kind }) => told.push(kind));
  // The first look tells where things stand; what is waited for comes after it.
  await until(() => told.length > 0);
  told.length = 0;
  await seed(here.store, maria.companyId, "customer", id, customerFields);
  here.bus.publish(maria.companyId, { kind: "poke", rev: 1_000_000 });
  await until(() => told.length > 0);
  stop();
}

describe.runIf(hasRedis)("a Redis that is away", () => {
  test("is done without, is told in the log and in the report, and is used again when it is back", async () => {
    redis = await startRedis();
    const here = await open(redis.url);
    const there = await open(redis.url);
    await until(isThrough("redis"));
    await changeIsTold(here, there, "c1");
    await redis.kill();
    await until(isThrough("database"));
    expect(here.bus.report()).toEqual({ through: "database", redis: "away" });
    await changeIsTold(here, there, "c2");
    await redis.start();
    await until(isThrough("redis"));
    await changeIsTold(here, there, "c3");
    expect(lines.filter((line) => line.includes("live.redis_away"))).toHaveLength(2);
    expect(lines.join()).not.toContain(REDIS_PASSWORD);
  });

  test("does not keep a server from starting, nor does a wrong password, which no log repeats", async () => {
    redis = await startRedis();
    const wrong = redis.url.replace(REDIS_PASSWORD, `${REDIS_PASSWORD}-wrong`);
    const [here, there] = [await open(wrong), await open("redis://127.0.0.1:1")];
    await until(() => lines.filter((line) => line.includes("live.redis_away")).length === 2);
    await changeIsTold(here, there, "c4");
    expect(lines.join()).not.toContain(REDIS_PASSWORD);
  });
});
