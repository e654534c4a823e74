import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Trace, TraceKey } from "../../../shared/pricing/trace.ts";
import { lineName } from "../../chrome/line-name.ts";
import type { Language } from "../../words/language.ts";
import type { TraceNames } from "./trace-row.ts";

/** Figures of a line that appear in sums with those of other lines. */
const ofALine: ReadonlySet<TraceKey> = new Set<TraceKey>([
  "line-price",
  "line-price-exact",
  "item-price",
  "item-cost",
  "material-price",
  "crew-cost",
  "crew-hours",
  "crew-line-days",
  "hours-line",
  "hours-line-charged",
  "piece-pay",
  "gallons-line",
  "quantity",
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
  "job-cost",
  "job-sqft",
  "job-quantity",
  "sundries-amount",
  "crew-days",
  "crew-days-measured",
]);

/** Names for the figures of every line of an option, so that a sum says what it adds. */
export function traceNames(option: PricedOption, language: Language): TraceNames {
  const names = new Map<Trace, string>();
  for (const line of [...option.lines, ...option.offers]) {
    const name = lineName(line, language);
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
