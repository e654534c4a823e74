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
  readonly name: string;
  readonly title: string;
  readonly trace: Trace;
}

const moneyRoots = ({ money, trace }: PricedOption, language: "en" | "es"): readonly Root[] => [
  {
    key: "total",
    name: offer[language].offerPrintMoney,
    title: offer[language].offerPrintMoney,
    trace,
  },
  ...[...money.payments, ...money.financing].map((payment) => ({
    key: `money-${payment.key}`,
    name: payment.label[language],
    title: `${payment.label[language]}: ${formatCents(payment.cents)}`,
    trace: payment.trace,
  })),
];

const lineRoots = (option: PricedOption, language: "en" | "es"): readonly Root[] =>
  option.lines.map((line) => ({
    key: line.id,
    name: lineName(line, language),
    title: `${lineName(line, language)}: ${formatCents(line.cents)}`,
    trace: line.trace,
  }));

const namesOf = (roots: readonly Root[]): readonly (readonly [Trace, string])[] =>
  roots.map(({ trace, name }) => [trace, name]);

/** Computed figures from the roots down, each after everything it is used in. */
function inOrder(roots: readonly Root[]): readonly Trace[] {
  const seen = new Set<Trace>();
  const upwards: Trace[] = [];
  const visit = (figure: Trace) => {
    if (seen.has(figure) || figure.inputs.length === 0) return;
    seen.add(figure);
    figure.inputs.forEach(visit);
    upwards.push(figure);
  };
  for (const { trace } of roots) visit(trace);
  return upwards.toReversed();
}

/**
 * Figures that no one part can keep to itself: used in two lines, or in a line and in another such figure. What is
 * used in such a figure alone is printed with it.
 */
function sharedBy(roots: readonly Root[]): readonly Trace[] {
  /** Where a figure is printed; undefined while nobody has used it. */
  const partOf = new Map<Trace, Trace>(roots.map(({ trace }) => [trace, trace]));
  const users = new Map<Trace, Set<Trace>>();
  const shared: Trace[] = [];
  const isRoot = new Set(partOf.keys());
  for (const figure of inOrder(roots)) {
    if (!isRoot.has(figure)) {
      const [only, ...others] = users.get(figure) ?? [];
      const isShared = only === undefined || others.length > 0;
      if (isShared) shared.push(figure);
      partOf.set(figure, isShared ? figure : only);
    }
    const part = partOf.get(figure) ?? figure;
    for (const input of figure.inputs) {
      const known = users.get(input) ?? new Set();
      users.set(input, known.add(part));
    }
  }
  return shared;
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
  // A line that stands under its own name further down needs no pointer.
  if (mark !== undefined)
    return {
      depth,
      label,
      value,
      formula: null,
      origin: mark === label ? [] : [w.offerPrintSee(mark)],
    };
  return { depth, label, value, formula, origin: said };
}

/** A figure and what is below it; what stands elsewhere, or above in the same part, is only named. */
function stepsOf(root: Trace, print: Printing): readonly Step[] {
  const steps: Step[] = [];
  const written = new Set<Trace>();
  const write = (trace: Trace, depth: number, under: string | undefined): void => {
    const [only, ...others] = trace.inputs;
    // A sum of one figure is that figure.
    if (depth > 0 && trace.op === "add" && only !== undefined && others.length === 0)
      return write(only, depth, under);
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
  const shared = sharedBy([...money, ...lines]);
  const marks = new Map(shared.map((figure, index) => [figure, `K${index + 1}`]));
  const names = traceNames(option, language);
  const sources: string[] = [];
  const print = {
    names,
    words,
    elsewhere: new Map([...namesOf([...money, ...lines]), ...marks]),
    sources,
  };
  const partOf = ({ key, title, trace }: Omit<Root, "name">): Part => ({
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
