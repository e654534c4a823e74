import { type Bench, type Figure, figureLine } from "./figure.ts";
import { loadBench } from "./load.ts";

/** The process of one benchmark, started by `run.ts`: sends it a line for each figure. */
const bench = await loadBench(process.argv[2] ?? "");
try {
  for await (const figure of figuresOf(bench)) process.send?.(figureLine(bench.name, figure));
} catch (error) {
  console.error(`${bench.name} failed:`, error);
  process.exitCode = 1;
}

async function* figuresOf({ run }: Bench): AsyncGenerator<Figure> {
  const found = run();
  yield* found instanceof Promise ? await found : found;
}
