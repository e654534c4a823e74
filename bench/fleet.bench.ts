import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../server/store/store.ts";
import { customerFields, maria, seed, seedBook } from "../server/sync/testing/estimate-fixtures.ts";
import { type ServerChild, startServerChild } from "../server/sync/testing/start-child.ts";
import type { Figure } from "./figure.ts";
import { FleetTablet } from "./fixtures/fleet-tablet.ts";
import { quantile } from "./fixtures/quantile.ts";
import { peakResidentBytes } from "./fixtures/resident-memory.ts";

/**
 * Monday morning: 500 tablets of one company come back into range at once, each with 200 edits that nobody has seen.
 * From the first request until every tablet has all of its edits acknowledged and holds what the others did as far as
 * it was there when it asked; one push at a time a tablet, as the engine sends them. The server is a process of its
 * own over loopback HTTP; the tablets share the other processor.
 *
 * Baseline of the throughput: the same mutations as rows of text, 200 to a durable transaction of node:sqlite.
 */
export const name = "fleet";

const TABLETS = 500;
const EDITS = 200;

export async function* run(): AsyncGenerator<Figure> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  try {
    await prepare(directory);
    const server = await startServerChild(directory);
    try {
      yield* reconnect(server, directory);
    } finally {
      await server.end("SIGTERM");
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function* reconnect(server: ServerChild, directory: string): AsyncGenerator<Figure> {
  const tablets = Array.from(
    { length: TABLETS },
    (_, number) => new FleetTablet(server.url, maria, number, EDITS),
  );
  const idle = peakResidentBytes(server.process.pid ?? 0);
  const begun = performance.now();
  await Promise.all(tablets.map((tablet) => tablet.sync()));
  const seconds = (performance.now() - begun) / 1000;
  const peak = peakResidentBytes(server.process.pid ?? 0);
  const pushes = tablets.flatMap(({ pushTimes }) => pushTimes);
  yield { label: "all synced", value: seconds, unit: "s" };
  yield { label: "push p50", value: quantile(pushes, 0.5), unit: "ms" };
  yield { label: "push p99", value: quantile(pushes, 0.99), unit: "ms" };
  if (peak !== null && idle !== null)
    yield { label: "server memory", value: peak / MIB, unit: "MiB", baseline: idle / MIB };
  const value = (TABLETS * EDITS) / (Math.max(...pushes) / 1000);
  yield { label: "mutations", value, unit: "per s", baseline: insertsPerSecond(directory) };
}

const MIB = 2 ** 20;

async function prepare(directory: string): Promise<void> {
  const store = await openStore({ directory });
  await seedBook(store);
  await seed(store, maria.companyId, "customer", "c1", customerFields);
  await store.close();
}

/** What a mutation of these weighs as JSON. Bytes. */
const ROW = "x".repeat(300);

/** Mutations a second that bare inserts of the same size make durable. */
function insertsPerSecond(directory: string): number {
  const database = new DatabaseSync(join(directory, "baseline.sqlite"));
  database.exec("pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full");
  database.exec("create table mutation (id integer primary key, body text not null)");
  const insert = database.prepare("insert into mutation values (?, ?)");
  const begun = performance.now();
  for (let push = 0; push < TABLETS; push += 1) {
    database.exec("begin immediate");
    for (let edit = 0; edit < EDITS; edit += 1) insert.run(push * EDITS + edit, ROW);
    database.exec("commit");
  }
  const seconds = (performance.now() - begun) / 1000;
  database.close();
  return (TABLETS * EDITS) / seconds;
}
