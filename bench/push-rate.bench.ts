import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type StoreLocation } from "../server/store/store.ts";
import { startCluster } from "../server/store/testing/cluster.ts";
import { customerFields, maria, seed, seedBook } from "../server/sync/testing/estimate-fixtures.ts";
import { startServerChild } from "../server/sync/testing/start-child.ts";
import type { Figure } from "./figure.ts";
import {
  type BareInserts,
  barePostgresInserts,
  bareSqliteInserts,
} from "./fixtures/bare-inserts.ts";
import { FleetTablet } from "./fixtures/fleet-tablet.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * Mutations a second that the server checks, applies, logs and makes durable, from eight tablets that push at once,
 * 200 mutations to a request. Baseline: rows of the same size, inserted into the same kind of database by one
 * connection, 200 to a transaction, in turns with ours. Medians of the rounds.
 */
export const name = "push-rate";

const ROUNDS = 5;
const TABLETS = 8;
const EDITS = 1000;
const BARE_TRANSACTIONS = 100;

export async function* run(): AsyncGenerator<Figure> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  const cluster = await startCluster();
  try {
    const databaseUrl = cluster.url("postgres");
    yield await compare("sqlite", { directory }, directory, bareSqliteInserts(directory));
    yield await compare("postgres", { databaseUrl }, databaseUrl, barePostgresInserts(databaseUrl));
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function compare(
  label: string,
  place: StoreLocation,
  address: string,
  insert: BareInserts,
): Promise<Figure> {
  const store = await openStore(place);
  await seedBook(store);
  await seed(store, maria.companyId, "customer", "c1", customerFields);
  await store.close();
  const server = await startServerChild(address);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await insert(BARE_TRANSACTIONS));
    ours.push(await pushRate(server.url, round));
  }
  await server.end("SIGTERM");
  return { label, value: quantile(ours, 0.5), unit: "per s", baseline: quantile(bare, 0.5) };
}

async function pushRate(url: string, round: number): Promise<number> {
  const tablets = Array.from(
    { length: TABLETS },
    (_, number) => new FleetTablet(url, maria, round * TABLETS + number, EDITS),
  );
  const begun = performance.now();
  await Promise.all(tablets.map((tablet) => tablet.push()));
  return (TABLETS * EDITS) / ((performance.now() - begun) / 1000);
}
