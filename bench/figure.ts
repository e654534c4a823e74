/** One number that a benchmark found. */
export interface Figure {
  /** Which of several numbers of the benchmark this is; left out when there is only one. */
  readonly label?: string | undefined;
  readonly value: number;
  /** "ms", "bytes", "requests/s". */
  readonly unit: string;
  /** The same measure of the bare alternative, in the same run: what cannot be beaten. */
  readonly baseline?: number | undefined;
}

/** What a file `bench/<something>.bench.ts` exports. */
export interface Bench {
  readonly name: string;
  readonly run: () => AsyncIterable<Figure> | Promise<readonly Figure[]>;
}

/** The line a figure is printed as; `ratio` is value over baseline. */
export function figureLine(bench: string, { label, value, unit, baseline }: Figure): string {
  return JSON.stringify({
    bench: label === undefined ? bench : `${bench}/${label}`,
    value: round(value),
    unit,
    baseline: baseline === undefined ? null : round(baseline),
    ratio: baseline === undefined || baseline === 0 ? null : round(value / baseline),
  });
}

/** Four digits say more than any of these measurements can. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
