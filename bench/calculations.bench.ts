import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCompany } from "../server/store/companies.ts";
import { openStore } from "../server/store/store.ts";
import { maria } from "../server/sync/testing/estimate-fixtures.ts";
import { startChild, startServerChild } from "../server/sync/testing/start-child.ts";
import { examplePriceBook } from "../shared/pricing/example-price-book.ts";
import type { Figure } from "./figure.ts";
import { houseOf } from "./fixtures/house.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * An estimate of 200 surfaces to be priced, by value, over loopback HTTP: from the request to the last byte of the
 * answer. Baseline, in turns with it: a bare node:http server that reads the same body and answers the same bytes.
 */
export const name = "calculations";

const SURFACES = 200;
const WARM_UP_RUNS = 40;
const TIMED_RUNS = 120;

/** Each with a title of its own, which no price depends on: what was never asked for is not kept. */
function* estimates(): Generator<object> {
  const { estimate, ...rest } = houseOf(SURFACES);
  const { priceBookId: _, ...fields } = estimate;
  for (let index = 0; index < WARM_UP_RUNS + TIMED_RUNS; index += 1)
    yield { estimate: { ...fields, title: `House ${index}` }, ...rest };
}

const headers = { "content-type": "application/json", "x-test-user": maria.userId };

interface Timed {
  readonly ms: number;
  readonly cache: string | null;
  readonly answer: Uint8Array<ArrayBuffer>;
}

async function post(url: string, body: string): Promise<Timed> {
  const begun = performance.now();
  const response = await fetch(url, { method: "POST", headers, body });
  const answer = new Uint8Array(await response.arrayBuffer());
  const ms = performance.now() - begun;
  if (response.status !== 200) throw new Error(new TextDecoder().decode(answer));
  return { ms, cache: response.headers.get("x-cache"), answer };
}

/** The company of the test's sign-in, with the example price book. */
async function makeCompany(directory: string): Promise<void> {
  const store = await openStore({ directory });
  const { companyId, companyName } = maria;
  await store.write((tx) => ensureCompany(tx, { id: companyId, name: companyName, now: 0 }));
  await store.close();
}

interface Times {
  readonly cold: number[];
  readonly kept: number[];
  readonly bare: number[];
}

/** @param parts of the request besides the estimate. */
async function timesOf(address: string, bare: string, parts: object): Promise<Times> {
  const times: Times = { cold: [], kept: [], bare: [] };
  for (const estimate of estimates()) {
    const body = JSON.stringify({ estimate, ...parts });
    const cold = await post(address, body);
    await fetch(bare, { method: "PUT", body: cold.answer });
    const floor = await post(bare, body);
    const kept = await post(address, body);
    if (cold.cache !== "miss" || kept.cache !== "hit") throw new Error("not priced once");
    times.cold.push(cold.ms);
    times.kept.push(kept.ms);
    times.bare.push(floor.ms);
  }
  return times;
}

const p95 = (times: readonly number[]): number => quantile(times.slice(WARM_UP_RUNS), 0.95);

export async function* run(): AsyncGenerator<Figure> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  try {
    await makeCompany(directory);
    const server = await startServerChild(directory);
    const bare = await startChild(join(import.meta.dirname, "fixtures/bare-server.ts"));
    const address = `${server.url}/api/v1/calculations`;
    const requests = {
      "200 surfaces": {},
      "200 surfaces and a price book": { priceBook: examplePriceBook },
    };
    for (const [label, parts] of Object.entries(requests)) {
      const times = await timesOf(address, bare.url, parts);
      const baseline = p95(times.bare);
      yield { label: `${label}, p95`, value: p95(times.cold), unit: "ms", baseline };
      yield { label: `${label}, kept, p95`, value: p95(times.kept), unit: "ms", baseline };
    }
    await server.end("SIGTERM");
    await bare.end("SIGTERM");
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
