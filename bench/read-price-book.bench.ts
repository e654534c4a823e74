import { readFileSync } from "node:fs";
import { examplePriceBook } from "../shared/pricing/example-price-book.ts";
import { parsePriceBook } from "../shared/pricing/parse-price-book.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./fixtures/quantile.ts";

/** How long it takes to read a price book's document and to be sure of it, or to refuse it. */
export const name = "read-price-book";

const WARM_UP_RUNS = 30;
const TIMED_RUNS = 40;

function median(work: () => unknown): number {
  const runs = Array.from({ length: WARM_UP_RUNS + TIMED_RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return quantile(runs.slice(WARM_UP_RUNS), 0.5);
}

const tooMany = {
  ...examplePriceBook,
  colours: Array.from({ length: 10_000 }, () => ({ name: "White", code: "", hex: "#ffffff" })),
};
const formatOne = new URL("../shared/pricing/testing/format-1-example.json", import.meta.url);

/** The baseline is JSON.parse of the same text: nobody can read a document in less. */
export async function* run(): AsyncGenerator<Figure> {
  const example = JSON.stringify(examplePriceBook);
  const documents = {
    [`example, ${Math.round(example.length / 1000)} KB`]: example,
    "example of format 1": readFileSync(formatOne, "utf8"),
    "10,000 entries refused": JSON.stringify(tooMany),
  };
  for (const [label, document] of Object.entries(documents)) {
    const baseline = median(() => JSON.parse(document));
    yield { label, value: median(() => parsePriceBook(document)), unit: "ms", baseline };
  }
}
