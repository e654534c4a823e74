import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startRedis } from "../server/live/testing/redis-server.ts";
import { startCluster } from "../server/store/testing/cluster.ts";
import {
  addCustomer,
  colleague,
  maria,
  mutation,
  OTHER_TABLET,
  pushOf,
  TABLET,
} from "../server/sync/testing/estimate-fixtures.ts";
import {
  type ServerChild,
  startChild,
  startServerChild,
} from "../server/sync/testing/start-child.ts";
import { PROTOCOL, SCHEMA } from "../shared/sync/wire.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * From the acknowledgement of a push at one server process to the poke on a stream of the other, and to the answer of
 * the pull that the poke asks for. Baseline: the same bytes through a bare broadcast, in the same run. A poke that was
 * there before the acknowledgement counts as 0. A tablet adds up to 250 ms of chance (client/sync/engine.ts).
 */
export const name = "live-servers";

const PUSHES = 40;
/** So that the pushes fall anywhere between two looks at the database. */
const LONGEST_PAUSE_MS = 400;

export async function* run(): AsyncGenerator<Figure> {
  const bare = await startChild(join(import.meta.dirname, "fixtures/bare-broadcast.ts"));
  const floor = await measure(bare, bare, false);
  await bare.end("SIGTERM");
  for (const [way, times] of await allWays())
    for (const what of ["poke", "pulled"] as const)
      for (const percent of [50, 99])
        yield {
          label: `${way}/${what}/p${percent}`,
          value: quantile(times[what], percent / 100),
          unit: "ms",
          baseline: quantile(floor.poke, percent / 100),
        };
}

interface Times {
  readonly poke: readonly number[];
  readonly pulled: readonly number[];
}

async function allWays(): Promise<readonly (readonly [string, Times])[]> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  const cluster = await startCluster();
  const redis = await startRedis();
  const url = cluster.url("postgres");
  try {
    const embedded = await withServers([await startServerChild(directory)]);
    const polling = await withServers([await startServerChild(url), await startServerChild(url)]);
    await cluster.run("postgres", "drop schema public cascade; create schema public");
    const linked = await withServers([
      await startServerChild(url, redis.url),
      await startServerChild(url, redis.url),
    ]);
    return [
      ["embedded", embedded],
      ["polling", polling],
      ["redis", linked],
    ];
  } finally {
    await redis.stop();
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function withServers(servers: readonly ServerChild[]): Promise<Times> {
  const [here, there = here] = servers;
  if (!here || !there) throw new RangeError("no server");
  try {
    return await measure(here, there, true);
  } finally {
    await Promise.all(servers.map((server) => server.end("SIGTERM")));
  }
}

async function measure(here: ServerChild, there: ServerChild, pulls: boolean): Promise<Times> {
  const stream = await listen(there);
  const poke: number[] = [];
  const pulled: number[] = [];
  let cursor = 0;
  for (let seq = 1; seq <= PUSHES; seq += 1) {
    await pause(Math.random() * LONGEST_PAUSE_MS);
    const arrival = stream.next();
    const operation = { ...addCustomer, id: `c${seq}` };
    const push = pushOf([mutation(seq, seq, [operation])], TABLET);
    await post(here, "push", push, maria.userId);
    const acknowledged = performance.now();
    poke.push(Math.max(0, (await arrival) - acknowledged));
    if (!pulls) continue;
    const envelope = { protocol: PROTOCOL, schema: SCHEMA, build: "bench" };
    const pull = { ...envelope, clientId: OTHER_TABLET, epoch: 1, cursor };
    const answer = await post(there, "pull", pull, colleague.userId);
    pulled.push(performance.now() - acknowledged);
    cursor = Number(/"cursor":(\d+)/.exec(answer)?.[1]);
  }
  stream.close();
  return { poke, pulled };
}

async function post({ url }: ServerChild, path: string, body: object, as: string) {
  const response = await fetch(`${url}/api/sync/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-test-user": as },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** `next` resolves with the moment at which a poke of a later revision than any before arrived. */
async function listen({ url }: ServerChild) {
  const closing = new AbortController();
  const response = await fetch(`${url}/api/sync/events`, {
    headers: { "x-test-user": colleague.userId },
    signal: closing.signal,
  });
  if (response.body === null) throw new Error("no stream");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let last = -1;
  const next = async (): Promise<number> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new Error("the stream ended");
      const rev = Math.max(
        ...Array.from(value.matchAll(/"rev":(\d+)/g), ([, text]) => Number(text)),
      );
      if (rev <= last) continue;
      last = rev;
      return performance.now();
    }
  };
  await next();
  return { next, close: () => closing.abort() };
}
