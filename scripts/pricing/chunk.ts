import fc from "fast-check";
import { compare } from "../../shared/pricing/reference/compare.ts";
import { rulesHit } from "../../shared/pricing/reference/coverage.ts";
import { inWords } from "../../shared/pricing/reference/first-difference.ts";
import {
  estimateWithBook,
  type EstimateWithBook,
} from "../../shared/pricing/testing/arbitrary-estimate.ts";

/** Pairs that are drawn from one seed and reported at once. */
export interface Chunk {
  readonly seed: number;
  readonly cases: number;
  /** fast-check's way to one pair of the seed; missing: all of them. */
  readonly path?: string;
}

export interface ChunkResult {
  readonly cases: number;
  /** How many pairs went through each rule. */
  readonly hits: ReadonlyMap<string, number>;
  /** The smallest pair found on which engine and reference do not agree, or that one of them throws on. */
  readonly failure: Failure | null;
}

export interface Failure {
  readonly seed: number;
  readonly path: string;
  readonly words: string;
  readonly smallest: EstimateWithBook;
}

/** Milliseconds that a pair is made smaller for: the last steps take longest and tell least. */
const SHRINKING = 60_000;

/** Compares all pairs of a chunk, and shrinks the first that they do not agree on. */
export function compareChunk({ seed, cases, path }: Chunk): ChunkResult {
  const hits = new Map<string, number>();
  let failedAt: number | null = null;
  const agree = fc.property(estimateWithBook, ({ estimate, book }) => {
    // Nothing smaller is found any more: shrinking ends.
    if (failedAt !== null && Date.now() - failedAt > SHRINKING) return true;
    let agrees = false;
    try {
      const { difference, reference } = compare(estimate, book);
      agrees = difference === null;
      // What shrinking tries is no case of its own.
      if (agrees && failedAt === null) count(hits, rulesHit(estimate, book, reference));
    } catch {
      // wordsFor says what it was.
    }
    if (!agrees) failedAt ??= Date.now();
    return agrees;
  });
  const found = fc.check(agree, { seed, numRuns: cases, ...(path === undefined ? {} : { path }) });
  const [smallest] = found.counterexample ?? [];
  return {
    cases: found.numRuns,
    hits,
    failure:
      smallest === undefined
        ? null
        : { seed, path: found.counterexamplePath ?? "", words: wordsFor(smallest), smallest },
  };
}

function count(hits: Map<string, number>, rules: ReadonlySet<string>): void {
  for (const rule of rules) hits.set(rule, (hits.get(rule) ?? 0) + 1);
}

/** Of the smallest pair itself: shrinking ends with pairs on which they do agree. */
function wordsFor({ estimate, book }: EstimateWithBook): string {
  try {
    const { difference } = compare(estimate, book);
    return difference === null ? "no difference when priced again" : inWords(difference);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
