import { setImmediate } from "node:timers/promises";
import { price } from "../../shared/pricing/price.ts";
import type { Calculation } from "../../shared/pricing/wire/calculation.ts";
import { pricedToJson } from "../../shared/pricing/wire/priced-to-json.ts";
import { byteBounded } from "../cache/byte-bounded.ts";
import type { Clock } from "../clock.ts";
import { cacheHolder } from "../memory/cache-holders.ts";
import type { Sheddable } from "../memory/memory-watch.ts";
import type { Store } from "../store/store.ts";
import { BookShelf } from "./book-shelf.ts";
import { contentHash } from "./content-hash.ts";
import { findJob, type Job } from "./find-job.ts";
import { LONG_SURFACES, MAX_TRACED_SURFACES } from "./limits.ts";
import { refusal, type Result } from "./refusal.ts";

/** A priced estimate as JSON text in UTF-8. */
export interface Answer {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Whether it was priced before and kept. */
  readonly isKept: boolean;
  /** How long pricing took this time. */
  readonly priceMs: number;
}

export interface Calculator {
  /** @param companyId whose records ids name. */
  calculate(companyId: string, calculation: Calculation): Promise<Result<Answer>>;
  /** What it keeps, to be given back when memory is short. */
  readonly caches: readonly Sheddable[];
}

/** Some seventy estimates of twenty rooms. The same one is asked for again while somebody looks at it. */
const MAX_ANSWER_BYTES = 4_000_000;

/**
 * Prices what it is asked for, with the same `price()` as the tablet. Answers are kept by their content, so that the
 * same estimate with the same price book is priced once, whoever asks.
 */
export function createCalculator({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): Calculator {
  const shelf = new BookShelf();
  const answers = byteBounded<Uint8Array<ArrayBuffer>>(MAX_ANSWER_BYTES);
  return {
    caches: [cacheHolder("calculations.answers", answers), shelf.holder],
    async calculate(companyId, calculation) {
      const today = new Date(clock.now()).toISOString().slice(0, 10);
      const found = await findJob({ store, shelf, companyId, today }, calculation);
      if (!found.ok) return found;
      const { value: job } = found;
      const { trace } = calculation;
      if (trace && job.surfaces > MAX_TRACED_SURFACES) return refusal({ code: "trace_too_large" });
      const key = contentHash(job.text, job.day, job.book.hash, String(trace));
      const kept = answers.get(key);
      if (kept !== undefined) return { ok: true, value: { body: kept, isKept: true, priceMs: 0 } };
      const answer = await priceJob(job, trace);
      answers.set(key, answer.body, { size: answer.body.byteLength });
      return { ok: true, value: answer };
    },
  };
}

async function priceJob({ day, book, surfaces, estimate }: Job, trace: boolean): Promise<Answer> {
  const turn = (): Promise<unknown> | undefined =>
    surfaces > LONG_SURFACES ? setImmediate() : undefined;
  await turn();
  const whole = estimate();
  const begun = performance.now();
  const priced = price(whole, book.book);
  const priceMs = performance.now() - begun;
  await turn();
  const json = pricedToJson(priced, { day, trace });
  await turn();
  return { body: new TextEncoder().encode(JSON.stringify(json)), isKept: false, priceMs };
}
