import { once } from "node:events";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { FuzzChunk, FuzzResult } from "../e2e/fuzz/fuzz-chunk.ts";

/**
 * `npm run fuzz -- --bodies 50000 --seed 1`: sends damaged requests to the server's app over a store with data, and says
 * which of them it stumbled over or changed something for that it may not.
 */
/** A server's log grows with every edit, and is looked at whole after each. */
const CHUNK = 250;
const WORKERS = 2;
/** Every so many chunks, one is for the routes that are not of sync. */
const ROUTES_EVERY = 4;

const { values } = parseArgs({
  options: {
    bodies: { type: "string", default: "50000" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: String(WORKERS) },
  },
});

const begun = performance.now();
const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(0);
const thousands = (count: number): string => count.toLocaleString("en-US");

const statuses: Record<string, number> = {};
const problems: string[] = [];
let done = 0;
let changing = 0;

function take(result: FuzzResult, wanted: number): void {
  done += result.bodies;
  changing += result.changing;
  problems.push(...result.problems);
  for (const [status, count] of Object.entries(result.statuses))
    statuses[status] = (statuses[status] ?? 0) + count;
  if (done % 5000 === 0)
    console.log(
      `${thousands(done)} of ${thousands(wanted)}, ${problems.length} problems, ${seconds()} s`,
    );
}

async function answerOf(worker: Worker, chunk: FuzzChunk): Promise<FuzzResult> {
  const answer = once(worker, "message");
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(chunk);
  const [result]: FuzzResult[] = await answer;
  if (result === undefined) throw new Error("a worker answered nothing");
  return result;
}

const wanted = Number(values.bodies);
const chunks = Array.from({ length: Math.ceil(wanted / CHUNK) }, (_, index) => ({
  seed: (Math.imul(Number(values.seed), 1_000_003) + index) | 0,
  bodies: Math.min(CHUNK, wanted - index * CHUNK),
  of: index % ROUTES_EVERY === ROUTES_EVERY - 1 ? ("routes" as const) : ("sync" as const),
})).values();
await Promise.all(
  Array.from({ length: Number(values.workers) }, async () => {
    const worker = new Worker(new URL("../e2e/fuzz/worker.ts", import.meta.url));
    try {
      for (const chunk of chunks) take(await answerOf(worker, chunk), wanted);
    } finally {
      await worker.terminate();
    }
  }),
);
for (const problem of problems.slice(0, 10)) console.log(`\n${problem}`);
for (const [status, count] of Object.entries(statuses).toSorted(
  ([, one], [, other]) => other - one,
))
  console.log(`${thousands(count).padStart(9)}  answered ${status}`);
console.log(
  `\n${thousands(done)} bodies, ${problems.length} problems, ${thousands(changing)} changed something, ${seconds()} s`,
);
// A run in which nothing came through has looked at the door only.
process.exitCode = problems.length > 0 || changing === 0 ? 1 : 0;
