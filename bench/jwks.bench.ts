import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { buildAll } from "../scripts/build.ts";
import { startChild } from "../server/sync/testing/start-child.ts";
import type { Figure } from "./figure.ts";
import { startBuilt } from "./fixtures/built-server.ts";
import { quantile } from "./fixtures/quantile.ts";
import { processorMs } from "./fixtures/processor-time.ts";
import { shippedServer } from "./fixtures/shipped-server.ts";

/**
 * What is answered from memory, by the shipped server over loopback HTTP at 100 connections: requests a second, p99 and processor time.
 * Baseline, in turns with it: a bare node:http server that answers the same headers and bytes. Then the same with the key
 * source gone: how many answers were not 200.
 */
export const name = "jwks";

const CONNECTIONS = 100;
const ROUNDS = 5;
const SECONDS = 2;
const paths = ["/.well-known/jwks.json", "/api/simple-health", "/api/health"] as const;

const load = (url: string): Promise<autocannon.Result> =>
  autocannon({ url, connections: CONNECTIONS, duration: SECONDS });

export async function* run(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  try {
    await buildAll();
    const server = await startBuilt(shippedServer(folder));
    for (const path of paths) yield* compared(server, path);
    writeFileSync(join(folder, "data/keys/keys.json"), "gone");
    yield { label: "errors, key source down", value: await failures(server.url), unit: "answers" };
    await server.end();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Round {
  readonly rate: number;
  readonly p99: number;
  /** Processor time of the server, which other work on the machine changes less. Microseconds. */
  readonly cpu: number;
}

async function roundOf({
  url,
  pid,
}: {
  readonly url: string;
  readonly pid: number;
}): Promise<Round> {
  const before = processorMs(pid);
  const { requests, latency, errors, non2xx } = await load(url);
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} answers of ${url} were not 200`);
  const cpu = ((processorMs(pid) - before) * 1000) / requests.total;
  return { rate: requests.average, p99: latency.p99, cpu };
}

async function* compared(
  server: { readonly url: string; readonly pid: number },
  path: string,
): AsyncGenerator<Figure> {
  const us = { url: `${server.url}${path}`, pid: server.pid };
  const child = await startChild(
    join(import.meta.dirname, "fixtures/same-answer-server.ts"),
    us.url,
  );
  const bare = { url: child.url, pid: child.process.pid ?? 0 };
  const ours: Round[] = [];
  const floor: Round[] = [];
  for (const each of [us, bare]) await roundOf(each);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await roundOf(us));
    floor.push(await roundOf(bare));
  }
  await child.end("SIGTERM");
  const figure = (label: string, unit: string, of: (round: Round) => number): Figure => ({
    label: `${path}${label}`,
    unit,
    value: quantile(ours.map(of), 0.5),
    baseline: quantile(floor.map(of), 0.5),
  });
  yield figure("", "requests/s", ({ rate }) => rate);
  yield figure(", p99", "ms", ({ p99 }) => p99);
  yield figure(", processor", "µs", ({ cpu }) => cpu);
}

/** The keys are looked at every 15 to 45 seconds: this looks on for as long. */
async function failures(origin: string): Promise<number> {
  let bad = 0;
  for (let round = 0; round < 50 / SECONDS; round += 1) {
    const { errors, non2xx } = await autocannon({
      url: `${origin}/.well-known/jwks.json`,
      connections: 10,
      duration: SECONDS,
      overallRate: 500,
    });
    bad += errors + non2xx;
  }
  return bad;
}
