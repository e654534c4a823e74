import { once } from "node:events";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { allRules } from "../shared/pricing/reference/all-rules.ts";
import { type Chunk, type ChunkResult, compareChunk, type Failure } from "./pricing/chunk.ts";

/**
 * `npm run pricing:compare -- --cases 100000 --seed 1`: prices random estimates with random price books, by the engine
 * and by the reference (docs/pricing.md), and says where they do not agree, with the smallest such pair as JSON.
 *
 * `--seed <seed> --path <path>`, as printed with a difference, looks at that one again.
 */
const CHUNK = 250;
const WORKERS = 2;
/** Any whole number of 32 bits will do as a seed. Those of two runs must not run into each other. */
const seedOf = (run: number, chunk: number): number => (Math.imul(run, 1_000_003) + chunk) | 0;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    path: { type: "string" },
    workers: { type: "string", default: String(WORKERS) },
  },
});

const begun = performance.now();
const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(0);
/** Of all threads: says how long a run takes on a machine that is not shared. */
const processorSeconds = (): string => {
  const { user, system } = process.cpuUsage();
  return ((user + system) / 1_000_000).toFixed(0);
};
const thousands = (count: number): string => count.toLocaleString("en-US");

/** Fewer cases than these may miss a rule. */
const ENOUGH = 10_000;

const hits = new Map<string, number>();
const failures: Failure[] = [];
let done = 0;
let missed = 0;

function take({ cases, hits: ofChunk, failure }: ChunkResult, wanted: number): void {
  const before = done;
  done += cases;
  for (const [rule, count] of ofChunk) hits.set(rule, (hits.get(rule) ?? 0) + count);
  if (failure !== null) failures.push(failure);
  if (Math.floor(before / 5000) < Math.floor(done / 5000)) {
    const differences = `${failures.length} difference${failures.length === 1 ? "" : "s"}`;
    console.log(`${thousands(done)} of ${thousands(wanted)}, ${differences}, ${seconds()} s`);
  }
}

/** Hands the chunks to the workers until all are done or one has found a difference. */
async function compareAll(chunks: readonly Chunk[], wanted: number, workers: number) {
  const waiting = chunks.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      const worker = new Worker(new URL("pricing/worker.ts", import.meta.url));
      try {
        for (const chunk of waiting) {
          if (failures.length > 0) break;
          take(await answerOf(worker, chunk), wanted);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
}

async function answerOf(worker: Worker, chunk: Chunk): Promise<ChunkResult> {
  const answer = once(worker, "message");
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(chunk);
  const [result]: ChunkResult[] = await answer;
  if (result === undefined) throw new Error("a worker answered nothing");
  return result;
}

/** Prints how many cases went through each rule, and says how many rules none went through. */
function printHits(): number {
  console.log("\nCases that went through a rule:");
  for (const rule of allRules) {
    console.log(`${thousands(hits.get(rule) ?? 0).padStart(9)}  ${rule}`);
  }
  return allRules.filter((rule) => !hits.has(rule)).length;
}

function printFailure({ seed, path, words, smallest }: Failure): void {
  console.log(`\nDifference: ${words}`);
  console.log(`Look again: npm run pricing:compare -- --seed ${seed} --path ${path}`);
  console.log(`Price book:\n${JSON.stringify(smallest.book, null, 2)}`);
  console.log(`Estimate:\n${JSON.stringify(smallest.estimate, null, 2)}`);
}

if (values.path === undefined) {
  const wanted = Number(values.cases);
  const chunks = Array.from({ length: Math.ceil(wanted / CHUNK) }, (_, index) => ({
    seed: seedOf(Number(values.seed), index),
    cases: Math.min(CHUNK, wanted - index * CHUNK),
  }));
  await compareAll(chunks, wanted, Number(values.workers));
  missed = printHits();
} else {
  take(compareChunk({ seed: Number(values.seed), cases: CHUNK, path: values.path }), 1);
}
for (const failure of failures) printFailure(failure);
console.log(
  `\n${thousands(done)} cases, ${failures.length} differences, ` +
    `${allRules.length - missed} of ${allRules.length} rules met, ` +
    `${seconds()} s (${processorSeconds()} s of processor)`,
);
const isVacuous = missed > 0 && done >= ENOUGH;
process.exitCode = failures.length > 0 || isVacuous ? 1 : 0;
