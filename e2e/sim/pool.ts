import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { planOf } from "./actions.ts";
import { seenAt } from "./mutants-seen-at.ts";
import type { Answer, Failure, Order } from "./orders.ts";

/** Histories that a thread plays before it reports. */
const CHUNK = 25;
/** Short-lived objects of a history fit in here, and are never moved. */
const YOUNG_MB = 64;

export interface Run {
  readonly from: number;
  readonly histories: number;
  readonly threads: number;
  readonly mutant?: string | undefined;
  readonly shorten?: boolean | undefined;
  readonly onProgress?: ((total: Total) => void) | undefined;
}

export interface Total {
  readonly histories: number;
  readonly mutations: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
}

/** Plays the histories of consecutive seeds in several threads, until all are done or one has failed. */
export async function playAll(run: Run): Promise<Total> {
  const faults = new Map<string, number>();
  const total = { histories: 0, mutations: 0, faults, failures: new Array<Failure>() };
  const end = run.from + run.histories;
  let next = run.from;
  const work = async (): Promise<void> => {
    const worker = startWorker(run.mutant);
    try {
      while (next < end && total.failures.length === 0) {
        const seeds = Array.from(
          { length: Math.min(CHUNK, end - next) },
          (_, index) => next + index,
        );
        next += seeds.length;
        const plans = seeds.map(planOf);
        const answer = await ask(worker, { plans, shorten: run.shorten ?? false });
        total.histories += answer.histories;
        total.mutations += answer.mutations;
        for (const [kind, count] of answer.faults)
          faults.set(kind, (faults.get(kind) ?? 0) + count);
        if (answer.failure) total.failures.push(answer.failure);
        run.onProgress?.(total);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: run.threads }, work));
  return total;
}

export const startWorker = (mutant?: string): Worker =>
  new Worker(new URL("worker.ts", import.meta.url), {
    workerData: mutant,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });

export async function ask(worker: Worker, order: Order): Promise<Answer> {
  const answered = once(worker, "message");
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(order);
  const [answer]: Answer[] = await answered;
  if (answer === undefined) throw new Error("a thread answered nothing");
  return answer;
}

/** What became of a mutant: the failure by which it was seen, and after how many histories. */
export interface Verdict {
  readonly name: string;
  readonly histories: number;
  readonly failure: Failure | null;
}

/** Plays histories with each mutant until it is seen, several mutants side by side. */
export async function seeMutants(
  names: readonly string[],
  run: Pick<Run, "from" | "histories" | "threads">,
  onVerdict: (verdict: Verdict) => void = () => {},
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const waiting = names.values();
  const work = async (): Promise<void> => {
    for (const name of waiting) {
      const from = seenAt.get(name) ?? run.from;
      const total = await playAll({ ...run, from, threads: 1, mutant: name });
      const verdict = { name, histories: total.histories, failure: total.failures[0] ?? null };
      verdicts.push(verdict);
      onVerdict(verdict);
    }
  };
  await Promise.all(Array.from({ length: run.threads }, work));
  return verdicts;
}
