import { afterAll } from "vitest";
import { systemClock } from "../../clock.ts";
import { type Log, silentLog } from "../../observe/log.ts";
import { openStore, type Store } from "../../store/store.ts";
import { postgresKinds, theCluster } from "../../store/testing/store-kinds.ts";
import type { Bus } from "../bus.ts";
import { openBus } from "../open-bus.ts";
import { findRedis, type RedisServer, startRedis } from "./redis-server.ts";

/** The buses that the contract suite runs on: two processes' ends of one, over their own stores. */
export interface BusKind {
  readonly name: string;
  /** Whether there can be another process at all. */
  readonly isShared: boolean;
  readonly fresh: () => Promise<Ends>;
}

export interface Ends {
  readonly here: End;
  readonly there: End;
  readonly close: () => Promise<void>;
}

export interface End {
  readonly bus: Bus;
  readonly store: Store;
}

let redis: Promise<RedisServer> | null = null;

/** The Redis of this test file. */
export const theRedis = (): Promise<RedisServer> => (redis ??= startRedis());

afterAll(async () => (await redis)?.stop());

const oneProcess: BusKind = {
  name: "one process",
  isShared: false,
  async fresh() {
    const here = await openEnd(await openStore({ directory: ":memory:" }), "");
    return { here, there: here, close: () => closeEnd(here) };
  },
};

const overPostgres = (name: string, redisUrl: () => Promise<string>): BusKind => ({
  name,
  isShared: true,
  async fresh() {
    const databaseUrl = (await theCluster()).url("postgres");
    await (await theCluster()).run("postgres", "drop schema public cascade; create schema public");
    const open = async () => openEnd(await openStore({ databaseUrl }), await redisUrl());
    const here = await open();
    const there = await open();
    return {
      here,
      there,
      async close() {
        await closeEnd(here);
        await closeEnd(there);
      },
    };
  },
});

export async function openEnd(store: Store, redisUrl: string, log: Log = silentLog): Promise<End> {
  return { store, bus: await openBus({ store, clock: systemClock, log, redisUrl }) };
}

export async function closeEnd({ bus, store }: End): Promise<void> {
  await bus.close();
  await store.close();
}

const hasPostgres = postgresKinds.length > 0;
export const hasRedis = hasPostgres && findRedis() !== null;

/** What this machine can run; vitest says once what is missing. */
export const sharedKinds: readonly BusKind[] = [
  ...(hasPostgres ? [overPostgres("polling Postgres", () => Promise.resolve(""))] : []),
  ...(hasRedis ? [overPostgres("Redis", async () => (await theRedis()).url)] : []),
];
export const busKinds: readonly BusKind[] = [oneProcess, ...sharedKinds];
