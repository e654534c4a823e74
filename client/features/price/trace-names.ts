import type { PricedLine, PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Trace, TraceKey } from "../../../shared/pricing/trace.ts";
import type { Language } from "../../words/language.ts";
import type { Words } from "../../words/dictionary.ts";
import type { TraceNames } from "./trace-row.ts";

/** Figures of a line that appear in sums with those of other lines. */
const ofALine: ReadonlySet<TraceKey> = new Set<TraceKey>([
  "line-price",
  "line-price-exact",
  "item-price",
  "hours-line",
  "hours-line-charged",
  "gallons-line",
]);

/** Below these stand figures of other lines too. */
const ofTheJob: ReadonlySet<TraceKey> = new Set<TraceKey>([
  "pool-charge",
  "gallons-pool",
  "hours-job",
  "hours-job-charged",
  "hours-painting",
  "hours-by-hour",
  "charges-before-minimum",
]);

/** What a line is called where lines of all rooms stand together: "Bedroom, walls". */
export function lineName(line: PricedLine, language: Language, t: Words): string {
  switch (line.kind) {
    case "surface":
      return `${line.areaName}: ${line.substrate[language]}`;
    case "item":
      return line.label;
    case "set-up":
      return t.priceSetUp;
    case "minimum":
      return t.priceMinimum;
  }
}

/** Names for the figures of every line of an option, so that a sum says what it adds. */
export function traceNames(option: PricedOption, language: Language, t: Words): TraceNames {
  const names = new Map<Trace, string>();
  for (const line of option.lines) {
    const name = lineName(line, language, t);
    names.set(line.trace, name);
    nameBelow(line.trace, name, names);
  }
  return names;
}

function nameBelow(trace: Trace, name: string, names: Map<Trace, string>): void {
  for (const input of trace.inputs) {
    if (ofTheJob.has(input.key)) continue;
    if (ofALine.has(input.key) && !names.has(input)) names.set(input, name);
    nameBelow(input, name, names);
  }
}
