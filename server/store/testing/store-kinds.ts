import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore, type Store, type StoreLocation } from "../store.ts";
import { type Bouncer, type Cluster, startBouncer, startCluster } from "./cluster.ts";
import { findInstalled } from "./installed.ts";

/**
 * The stores that the contract suites run on: `describe.each(storeKinds)` and a fresh store for each test.
 * The databases are started when a test file first asks for one, and end with it.
 */
export interface StoreKind {
  readonly name: string;
  /** Opens an empty store. */
  fresh(): Promise<Store>;
  /** Where the store is that was made last, to open it again or to look at it from outside. */
  location(): StoreLocation;
  /** What a property is tried with here, where so many times is right for a store in memory. */
  runs(count: number): number;
}

/** A round trip and a disk for every step, and a second for some four of such histories. */
const FEWER = 15;

let cluster: Promise<Cluster> | null = null;
let bouncer: Promise<Bouncer> | null = null;
let directory: string | null = null;

/** The Postgres of this test file. */
export const theCluster = (): Promise<Cluster> => (cluster ??= startCluster());

afterAll(async () => {
  await (await bouncer)?.stop();
  await (await cluster)?.stop();
  if (directory !== null) rmSync(directory, { recursive: true, force: true });
});

const sqlite: StoreKind = {
  name: "SQLite",
  fresh: () => {
    if (directory !== null) rmSync(directory, { recursive: true, force: true });
    directory = mkdtempSync(join(tmpdir(), "paintbox-store-"));
    return openStore({ directory });
  },
  location: () => ({ directory: directory ?? "" }),
  runs: (count) => count,
};

const inMemory: StoreKind = {
  name: "SQLite",
  fresh: () => openStore({ directory: ":memory:" }),
  location: () => ({ directory: ":memory:" }),
  runs: (count) => count,
};

function postgres(name: string, urlOf: () => Promise<string>): StoreKind {
  let url = "";
  return {
    name,
    fresh: async () => {
      url = await urlOf();
      await empty(await theCluster());
      return openStore({ databaseUrl: url });
    },
    location: () => ({ databaseUrl: url }),
    runs: (count) => Math.max(1, Math.floor(count / FEWER)),
  };
}

/** The schema goes with everything in it; making it anew takes less than making a database. */
const empty = (there: Cluster): Promise<void> =>
  there.run("postgres", "drop schema public cascade; create schema public");

const installed = findInstalled();

/** Postgres directly and behind PgBouncer; `vitest` says once what is missing (check-installed.ts). */
export const postgresKinds: readonly StoreKind[] = [
  ...(installed.postgres === null
    ? []
    : [postgres("Postgres", async () => (await theCluster()).url("postgres"))]),
  ...(installed.postgres === null || installed.pgbouncer === null
    ? []
    : [
        postgres("Postgres behind PgBouncer", async () => {
          bouncer ??= startBouncer(await theCluster());
          return (await bouncer).url("postgres");
        }),
      ]),
];
/** Every store that this machine can run. */
export const storeKinds: readonly StoreKind[] = [sqlite, ...postgresKinds];
/** The same with SQLite in memory: for what is not about files. */
export const quickKinds: readonly StoreKind[] = [inMemory, ...postgresKinds];
