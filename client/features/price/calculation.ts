import { lineName } from "../../chrome/line-name.ts";
import { formatCents } from "../../ui/format-cents.ts";
import { offer } from "../../words/offer.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Trace } from "../../../shared/pricing/trace.ts";
import type { FigureLanguage } from "./figure-words.ts";
import { type TraceNames, traceRow } from "./trace-row.ts";
import { traceNames } from "./trace-names.ts";

/** One figure of the printed calculation. */
export interface Step {
  /** How far below the part's own figure it stands. */
  readonly depth: number;
  readonly label: string;
  readonly value: string;
  readonly formula: string | null;
  /** What was typed, the entry of the price book, "source 3", "see K2". */
  readonly origin: readonly string[];
}

/** A figure with everything it was computed from, each printed once. */
export interface Part {
  readonly key: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** The whole of an option's trace, for paper. */
export interface Calculation {
  readonly money: readonly Part[];
  readonly lines: readonly Part[];
  /** Marked K1, K2...: figures that several parts use. */
  readonly shared: readonly Part[];
  /** In plain words; `source 1` is the first. */
  readonly sources: readonly string[];
}

interface Root {
  readonly key: string;
  readonly title: string;
  readonly trace: Trace;
}

const moneyRoots = ({ money, trace }: PricedOption, language: "en" | "es"): readonly Root[] => [
  { key: "total", title: offer[language].offerPrintMoney, trace },
  ...[...money.payments, ...money.financing].map((payment) => ({
    key: `money-${payment.key}`,
    title: `${payment.label[language]}: ${formatCents(payment.cents)}`,
    trace: payment.trace,
  })),
];

const lineRoots = (option: PricedOption, language: "en" | "es"): readonly Root[] =>
  option.lines.map((line) => ({
    key: line.id,
    title: `${lineName(line, language)}: ${formatCents(line.cents)}`,
    trace: line.trace,
  }));

/** Computed figures below a root, itself included; other roots are not entered. */
function reachedFrom(
  root: Trace,
  stops: ReadonlySet<Trace>,
  seen: Set<Trace> = new Set(),
): Set<Trace> {
  for (const input of root.inputs) {
    if (input.inputs.length === 0 || stops.has(input) || seen.has(input)) continue;
    seen.add(input);
    reachedFrom(input, stops, seen);
  }
  return seen;
}

/** Figures that more than one root needs, in the order in which they are met. */
function sharedBy(roots: readonly Root[], stops: ReadonlySet<Trace>): readonly Trace[] {
  const uses = new Map<Trace, number>();
  for (const { trace } of roots)
    for (const figure of reachedFrom(trace, stops)) uses.set(figure, (uses.get(figure) ?? 0) + 1);
  return [...uses].filter(([, count]) => count > 1).map(([figure]) => figure);
}

interface Printing {
  readonly names: TraceNames;
  readonly words: FigureLanguage;
  /** How figures are called that are printed in a part of their own. */
  readonly elsewhere: ReadonlyMap<Trace, string>;
  /** Grows while parts are written, so that the list names only what is used. */
  readonly sources: string[];
}

function numberOf(source: string, sources: string[]): number {
  const known = sources.indexOf(source);
  return known >= 0 ? known + 1 : sources.push(source);
}

function stepOf(trace: Trace, depth: number, print: Printing, under: string | undefined): Step {
  const { names, words, elsewhere, sources } = print;
  const w = offer[words.language];
  const { label, value, formula, origin } = traceRow(trace, names, words, under);
  const source = trace.entry?.source;
  const mark = depth === 0 ? undefined : elsewhere.get(trace);
  const said = origin.filter((line) => line !== source);
  if (source) said.push(w.offerPrintSource(String(numberOf(source, sources))));
  if (mark !== undefined)
    return { depth, label, value, formula: null, origin: [w.offerPrintSee(mark)] };
  return { depth, label, value, formula, origin: said };
}

/** A figure and what is below it; what stands elsewhere, or above in the same part, is only named. */
function stepsOf(root: Trace, print: Printing): readonly Step[] {
  const steps: Step[] = [];
  const written = new Set<Trace>();
  const write = (trace: Trace, depth: number, under: string | undefined) => {
    const step = stepOf(trace, depth, print, under);
    const isAgain = written.has(trace) && trace.inputs.length > 0;
    steps.push(isAgain ? { ...step, formula: null } : step);
    if (isAgain || (depth > 0 && print.elsewhere.has(trace))) return;
    written.add(trace);
    const line = print.names.get(trace) ?? under;
    for (const input of trace.inputs) write(input, depth + 1, line);
  };
  write(root, 0, undefined);
  return steps;
}

/** Everything an option was computed from, down to what was typed and what stands in the price book. */
export function calculationOf(option: PricedOption, words: FigureLanguage): Calculation {
  const { language } = words;
  const money = moneyRoots(option, language);
  const lines = lineRoots(option, language);
  const titles = new Map([...lines, ...money].map(({ trace, title }) => [trace, title]));
  const shared = sharedBy([...lines, ...money], new Set(titles.keys()));
  const marks = new Map(shared.map((figure, index) => [figure, `K${index + 1}`]));
  const names = traceNames(option, language);
  const sources: string[] = [];
  const print = { names, words, elsewhere: new Map([...titles, ...marks]), sources };
  const partOf = ({ key, title, trace }: Root): Part => ({
    key,
    title,
    steps: stepsOf(trace, print),
  });
  return {
    money: money.map(partOf),
    lines: lines.map(partOf),
    shared: shared.map((trace) => {
      const { label, value } = traceRow(trace, names, words);
      const mark = marks.get(trace) ?? "";
      return partOf({ key: mark, title: `${mark} ${label}: ${value}`, trace });
    }),
    sources,
  };
}
