import type { PricedEstimate, PricedOption } from "../../shared/pricing/priced-estimate.ts";
import type { Language } from "../words/language.ts";
import { lineName } from "./line-name.ts";

/** A line that costs something else, in cents; null where there is no such line. */
export interface LineChange {
  readonly id: string;
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** What another price book would make of one option. */
export interface OptionChange {
  readonly key: string;
  readonly name: string;
  /** The totals; null for an option that one of the books does not have. */
  readonly before: number | null;
  readonly after: number | null;
  /** A customer could have accepted it, and could not any more. */
  readonly lost: boolean;
  /** Only lines that differ. */
  readonly lines: readonly LineChange[];
}

const keysOf = (before: PricedEstimate, after: PricedEstimate): readonly string[] => [
  ...new Set([...after.options, ...before.options].map(({ key }) => key)),
];

/** The options of the later book, then those it no longer has, each with what differs. */
export function optionChanges(
  before: PricedEstimate,
  after: PricedEstimate,
  language: Language,
): readonly OptionChange[] {
  return keysOf(before, after).flatMap((key) => {
    const old = before.options.find((option) => option.key === key);
    const now = after.options.find((option) => option.key === key);
    const named = now ?? old;
    if (named === undefined) return [];
    return [
      {
        key,
        name: named.label[language],
        before: old?.totalCents ?? null,
        after: now?.totalCents ?? null,
        lost: old?.acceptable === true && now?.acceptable !== true,
        lines: lineChanges(old, now, language),
      },
    ];
  });
}

function lineChanges(
  old: PricedOption | undefined,
  now: PricedOption | undefined,
  language: Language,
): readonly LineChange[] {
  const before = new Map(old?.lines.map((line) => [line.id, line]));
  const after = new Map(now?.lines.map((line) => [line.id, line]));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    const named = other ?? one;
    if (named === undefined || one?.cents === other?.cents) return [];
    const name = lineName(named, language);
    return [{ id, name, before: one?.cents ?? null, after: other?.cents ?? null }];
  });
}
