import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import autocannon from "autocannon";
import { maria } from "../server/sync/testing/estimate-fixtures.ts";
import { startChild } from "../server/sync/testing/start-child.ts";
import type { Figure } from "./figure.ts";
import type { FrontingCommand, FrontingReport } from "./fixtures/fronting-server.ts";
import { LeanClient } from "./fixtures/lean-client.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * Reads of CompanyCam's projects through the real app over loopback HTTP. Remembered: p95 at 200 a second, and the most a
 * second at 16 connections, in turns with a bare node:http server that answers the same bytes. Cold: what a read adds to the
 * 50 ms that CompanyCam takes, and how many calls a thousand of them at once cause. In an outage: p95 of the answers an hour
 * old, every one of which has to be a 200 that says how old it is.
 */
export const name = "fronting";

const PATH = "/api/v1/companycam/projects";
const CONNECTIONS = 16;
const SECONDS = 3;
/** Requests a second of a company whose tablets all look at photos. */
const STEADY_RATE = 200;
const ROUNDS = 3;
const COLD_READS = 30;
const AT_ONCE = 1000;
const UPSTREAM_MS = 50;
const HOUR_MS = 60 * 60_000;

const headers = { "x-test-user": maria.userId, "x-test-role": maria.role };

export async function* run(): AsyncGenerator<Figure> {
  const child = fork(join(import.meta.dirname, "fixtures/fronting-server.ts"), {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const client = await clientOf(child);
  try {
    yield* cold(child, client.lean);
    yield* remembered(client.url);
    yield* outage(child, client);
  } finally {
    client.lean.close();
    child.kill("SIGTERM");
  }
}

async function clientOf(child: ChildProcess) {
  if (child.stdout === null) throw new TypeError("its output is read");
  const [url] = await once(createInterface({ input: child.stdout }), "line");
  return { url: String(url), lean: new LeanClient(String(url), AT_ONCE) };
}

async function command(child: ChildProcess, told: FrontingCommand): Promise<FrontingReport> {
  const answer = once(child, "message");
  child.send(told);
  const [report]: FrontingReport[] = await answer;
  if (report === undefined) throw new Error("the server said nothing");
  return report;
}

async function* cold(child: ChildProcess, client: LeanClient): AsyncGenerator<Figure> {
  const read = async (): Promise<number> => {
    const begun = performance.now();
    const { status, body } = await client.send({ method: "GET", path: PATH, headers });
    if (status !== 200) throw new Error(body);
    return performance.now() - begun;
  };
  await command(child, { takesMs: UPSTREAM_MS });
  const times: number[] = [];
  for (let each = 0; each < COLD_READS; each += 1) {
    await command(child, { forget: true });
    times.push(await read());
  }
  yield {
    label: `a cold read, of which CompanyCam takes ${UPSTREAM_MS} ms`,
    value: quantile(times.slice(5), 0.5),
    unit: "ms",
    baseline: UPSTREAM_MS,
  };
  const before = await command(child, { forget: true });
  await Promise.all(Array.from({ length: AT_ONCE }, read));
  const after = await command(child, {});
  yield {
    label: `calls by ${AT_ONCE} cold reads at once`,
    value: after.calls - before.calls,
    unit: "calls",
  };
}

interface Round {
  readonly rate: number;
  readonly p95: number;
}

/** @param overallRate requests a second; as many as are answered when left out. */
async function roundOf(url: string, overallRate?: number): Promise<Round> {
  const times: number[] = [];
  const options = {
    url,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
    ...(overallRate !== undefined && { overallRate }),
  };
  const { requests, non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    // Only the instance tells of each answer, and finer than in whole milliseconds.
    autocannon(options, (error: unknown, result) =>
      error instanceof Error ? reject(error) : resolve(result),
    ).on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} answers of ${url} were not 200`);
  return { rate: requests.average, p95: quantile(times, 0.95) };
}

async function* remembered(url: string): AsyncGenerator<Figure> {
  const bare = await startChild(join(import.meta.dirname, "fixtures/bare-server.ts"));
  const answer = await fetch(`${url}${PATH}`, { headers });
  await fetch(bare.url, { method: "PUT", body: await answer.arrayBuffer() });
  const p95 = { ours: [] as number[], floor: [] as number[] };
  const rate = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [who, address] of [
      ["ours", `${url}${PATH}`],
      ["floor", bare.url],
    ] as const) {
      p95[who].push((await roundOf(address, STEADY_RATE)).p95);
      rate[who].push((await roundOf(address)).rate);
    }
  await bare.end("SIGTERM");
  yield {
    label: `remembered, at ${STEADY_RATE}/s, p95`,
    value: quantile(p95.ours, 0.5),
    unit: "ms",
    baseline: quantile(p95.floor, 0.5),
  };
  yield {
    label: "remembered, the most",
    value: quantile(rate.ours, 0.5),
    unit: "requests/s",
    baseline: quantile(rate.floor, 0.5),
  };
}

async function* outage(
  child: ChildProcess,
  { url, lean }: { readonly url: string; readonly lean: LeanClient },
): AsyncGenerator<Figure> {
  await command(child, { takesMs: null, later: HOUR_MS });
  const { p95 } = await roundOf(`${url}${PATH}`, STEADY_RATE);
  yield { label: `an hour into an outage, at ${STEADY_RATE}/s, p95`, value: p95, unit: "ms" };
  const { status, cache } = await lean.send({ method: "GET", path: PATH, headers });
  if (status !== 200 || cache !== "stale") throw new Error(`${status}, ${cache}`);
  const begun = performance.now();
  const unknown = await lean.send({ method: "GET", path: `${PATH}/nobody-knows`, headers });
  if (unknown.status !== 503) throw new Error(`${unknown.status} ${unknown.body}`);
  yield {
    label: "what was never read is refused after",
    value: performance.now() - begun,
    unit: "ms",
  };
}
