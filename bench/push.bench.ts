import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../server/store/store.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  maria,
  mutation,
  pushOf,
  seedBook,
  setField,
} from "../server/sync/testing/estimate-fixtures.ts";
import { startServerChild } from "../server/sync/testing/start-child.ts";
import type { Mutation } from "../shared/sync/mutation.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * A tablet that comes back with 50 edits: from the request to the answer that they are on disk, over
 * loopback HTTP to a server process. Baseline: 50 rows of the same text in one durable transaction of
 * node:sqlite, without a server, a check or a second table.
 */
export const name = "push-50-mutations";

const EDITS = 50;
const WARM_UP_RUNS = 20;
const TIMED_RUNS = 100;

const p95 = (times: readonly number[]): number => quantile(times.slice(WARM_UP_RUNS), 0.95);

function* batches(): Generator<Mutation[]> {
  const born = [addCustomer, addEstimate, addArea];
  yield [mutation(1, 1, born, "estimate.create")];
  let seq = 1;
  let was = "Living room";
  for (let batch = 0; batch < WARM_UP_RUNS + TIMED_RUNS; batch += 1)
    yield Array.from({ length: EDITS }, () => {
      seq += 1;
      const edit = setField("area", "a1", "name", was, `Room ${seq}`);
      was = `Room ${seq}`;
      return mutation(seq, seq, [edit], "area.edit");
    });
}

async function pushTimes(directory: string): Promise<readonly number[]> {
  const store = await openStore({ directory });
  await seedBook(store);
  await store.close();
  const server = await startServerChild(directory);
  const times: number[] = [];
  for (const mutations of batches()) {
    const body = JSON.stringify(pushOf(mutations));
    const begun = performance.now();
    const response = await fetch(`${server.url}/api/sync/push`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-test-user": maria.userId },
      body,
    });
    const answer = await response.text();
    if (mutations.length === EDITS) times.push(performance.now() - begun);
    if (answer.split('"applied"').length - 1 !== mutations.length) throw new Error(answer);
  }
  await server.end("SIGTERM");
  return times;
}

function insertTimes(directory: string): readonly number[] {
  const database = new DatabaseSync(join(directory, "baseline.sqlite"));
  database.exec("pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full");
  database.exec("create table mutation (id text primary key, body text not null)");
  const insert = database.prepare("insert into mutation values (?, ?)");
  const times: number[] = [];
  for (const mutations of batches()) {
    const begun = performance.now();
    database.exec("begin immediate");
    for (const one of mutations) insert.run(one.id, JSON.stringify(one));
    database.exec("commit");
    if (mutations.length === EDITS) times.push(performance.now() - begun);
  }
  database.close();
  return times;
}

export async function* run(): AsyncGenerator<Figure> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  try {
    const baseline = p95(insertTimes(directory));
    const value = p95(await pushTimes(directory));
    yield { label: "p95", value, unit: "ms", baseline };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
