import type { Localised } from "../../../shared/pricing/book/numbers.ts";
import type { EntryReference, EstimateReference, Trace } from "../../../shared/pricing/trace.ts";
import { factorWords, figureWords, type FigureLanguage } from "./figure-words.ts";
import { figureNames } from "./figure-names.ts";
import { traceSentences } from "./trace-words.ts";

/** Sums of more figures are told by their number: the figures stand below. */
const MOST_IN_A_SENTENCE = 4;

/** What a figure belongs to, where the figure alone does not say: the line of a room in a sum of lines. */
export type TraceNames = ReadonlyMap<Trace, string>;

/** One figure of a trace in words. */
export interface TraceRow {
  readonly label: string;
  readonly value: string;
  /** "324 sq ft ÷ 110 sq ft per hour = 2.95 h"; null for what was typed or stands in the price book. */
  readonly formula: string | null;
  /** Where it comes from: a room, an entry of the price book and who published it. */
  readonly origin: readonly string[];
}

/** @param under the line that the figure stands under, which it does not have to name again. */
export function traceRow(
  trace: Trace,
  names: TraceNames,
  words: FigureLanguage,
  under?: string,
): TraceRow {
  const can = canOf(trace)?.label[words.language];
  const figure = figureNames[trace.key][words.language];
  const kind = can === undefined ? figure : `${figure}: ${can}`;
  const name = names.get(trace);
  return {
    label: name === undefined || name === under ? kind : name,
    value: figureWords(trace, words),
    formula: formulaWords(trace, words),
    origin: originWords(trace, words.language),
  };
}

/** The size of can that a figure is about, which its parts name. */
const canOf = ({ key, inputs }: Trace): EntryReference | undefined =>
  key === "cans-price" || key === "cans-volume"
    ? inputs.map(({ entry }) => entry).find((entry) => entry?.kind === "can")
    : undefined;

const signs = { add: " + ", subtract: " − ", multiply: " × ", divide: " ÷ " } as const;

function formulaWords(trace: Trace, words: FigureLanguage): string | null {
  const { language } = words;
  const say = traceSentences;
  const inputs = trace.inputs.map((input) => factorWords(input, words));
  const [first = "", second = "", third = ""] = inputs;
  const result = factorWords(trace, words);
  const equals = (formula: string) => `${formula} = ${result}`;
  switch (trace.op) {
    case "given":
    case "entry":
    case "constant":
      return null;
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      if (inputs.length === 1) return null;
      if (inputs.length > MOST_IN_A_SENTENCE) return say.sumOf[language](inputs.length);
      return equals(inputs.join(signs[trace.op]));
    case "round-up":
      return say.roundedUp[language](first);
    case "round-cents":
      return say.roundedCents[language](first);
    case "round-down":
      return say.roundedDown[language](first);
    case "apportion":
      return say.apportioned[language](first);
    case "at-least":
      return equals(say.largerOf[language](inputs.join(", ")));
    case "at-most":
      return equals(say.smallerOf[language](inputs.join(", ")));
    case "step":
      return say.step[language](first, second, third);
    case "line": {
      const [, , , at = "", value = ""] = inputs;
      const from = say.point[language](second, third);
      return say.line[language](first, from, say.point[language](at, value), result);
    }
    case "annuity":
      return say.annuity[language](first, second, third, result);
    case "mark-up":
      return equals(`${first} + ${second}`);
    case "margin":
      return equals(`${first} ÷ (100 % − ${second})`);
    case "percent-of":
      return equals(say.percentOf[language](first, second));
    case "share":
      return equals(`${third} × ${first} ÷ ${second}`);
    case "cheapest-cans":
      return say.cheapest[language](first);
  }
}

const nameOf = (name: string | Localised, language: FigureLanguage["language"]): string =>
  typeof name === "string" ? name : name[language];

function fromWords(from: EstimateReference, language: FigureLanguage["language"]): string {
  const where = nameOf(from.name, language);
  return from.typed === undefined
    ? traceSentences.measured[language](where)
    : traceSentences.typed[language](where, from.typed);
}

function originWords(trace: Trace, language: FigureLanguage["language"]): readonly string[] {
  const { entry, from } = trace;
  return [
    from && fromWords(from, language),
    entry && traceSentences.entry[language](entry.label[language]),
    entry?.includes?.[language],
    entry?.source,
  ].filter((line): line is string => line !== undefined && line !== "");
}

/** Figures in their order with a name each: the same figure may stand twice in a sum, as sides of a room do. */
export const numbered = (
  traces: readonly Trace[],
): readonly { readonly id: string; readonly trace: Trace }[] =>
  traces.map((trace, index) => ({ id: `${index} ${trace.key}`, trace }));
