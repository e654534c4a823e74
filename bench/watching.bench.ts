import { join } from "node:path";
import autocannon from "autocannon";
import { startChild } from "../server/sync/testing/start-child.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * What counting and limiting cost the smallest request there is: requests a second of `GET /api/session` from 20
 * connections, with metrics and limits. Baseline: the same app without them, in turns. Median of the rounds.
 */
export const name = "watching";

const ROUNDS = 7;
const ROUND_SECONDS = 2;
const CONNECTIONS = 20;

export async function run(): Promise<readonly Figure[]> {
  const script = join(import.meta.dirname, "fixtures/watched-server.ts");
  const [watched, bare] = await Promise.all([
    startChild(script, "watched"),
    startChild(script, "bare"),
  ]);
  const rates: { readonly watched: number[]; readonly bare: number[] } = { watched: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [first, second] = [await rateOf(watched.url), await rateOf(bare.url)];
    // The first round warms both up.
    if (round === 0) continue;
    rates.watched.push(first);
    rates.bare.push(second);
  }
  await Promise.all([watched.end("SIGTERM"), bare.end("SIGTERM")]);
  const value = quantile(rates.watched, 0.5);
  return [{ value, unit: "requests/s", baseline: quantile(rates.bare, 0.5) }];
}

async function rateOf(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url: `${url}/api/session`,
    connections: CONNECTIONS,
    duration: ROUND_SECONDS,
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`);
  return requests.average;
}
