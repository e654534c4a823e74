import type { Estimate } from "../../../shared/estimate/estimate.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { Problem } from "../../../shared/pricing/problem.ts";
import { problems } from "../../words/problems.ts";
import type { Language } from "../../words/language.ts";

/** What one tap would do about a problem: data, so that it can be told and tested without a tablet. */
export type Fix =
  | {
      readonly kind: "add-surface";
      readonly areaId: string;
      readonly substrate: string;
      readonly painted: boolean;
    }
  | { readonly kind: "paint"; readonly surfaceId: string }
  | { readonly kind: "primer"; readonly surfaceId: string; readonly primer: string }
  | { readonly kind: "lead"; readonly leadSafe: boolean }
  | { readonly kind: "discounts"; readonly discounts: string };

export interface NamedFix {
  readonly label: string;
  readonly fix: Fix;
}

const fixable = [
  "undecided",
  "companion_missing",
  "primer_missing",
  "lead_undecided",
  "discount_ended",
  "unknown_discount",
] as const satisfies readonly Problem["code"][];

const isFixable = (code: Problem["code"]): code is (typeof fixable)[number] =>
  fixable.some((known) => known === code);

type Opened = { readonly estimate: Estimate; readonly priceBook: PriceBook };

/** The obvious answers to a problem, the likeliest first; none where a person has to look. */
export function fixesFor(
  problem: Problem,
  opened: Opened,
  language: Language,
): readonly NamedFix[] {
  const w = problems[language];
  const { code, typed = "", areaId, surfaceId } = problem;
  if (!isFixable(code)) return [];
  switch (code) {
    case "undecided":
      if (areaId === undefined) return [];
      return [
        {
          label: w.fixAdd(substrateName(typed, opened, language)),
          fix: { kind: "add-surface", areaId, substrate: typed, painted: true },
        },
        {
          label: w.fixNotPainted,
          fix: { kind: "add-surface", areaId, substrate: typed, painted: false },
        },
      ];
    case "companion_missing":
      return areaId === undefined ? [] : companionFix(areaId, typed, opened, language);
    case "primer_missing": {
      const [primer] = opened.priceBook.primers;
      if (surfaceId === undefined || primer === undefined) return [];
      const label = w.fixPrimer(primer.label[language]);
      return [{ label, fix: { kind: "primer", surfaceId, primer: primer.key } }];
    }
    case "lead_undecided":
      return [
        { label: w.fixLeadYes, fix: { kind: "lead", leadSafe: true } },
        { label: w.fixLeadNo, fix: { kind: "lead", leadSafe: false } },
      ];
    case "discount_ended":
    case "unknown_discount": {
      const given = opened.estimate.estimate.discounts.split(" ");
      const discounts = given.filter((key) => key !== typed).join(" ");
      return [{ label: w.fixDiscount, fix: { kind: "discounts", discounts } }];
    }
  }
}

const substrateName = (key: string, { priceBook }: Opened, language: Language): string =>
  priceBook.substrates.find((substrate) => substrate.key === key)?.label[language] ?? key;

function companionFix(
  areaId: string,
  substrate: string,
  opened: Opened,
  language: Language,
): readonly NamedFix[] {
  const w = problems[language];
  const name = substrateName(substrate, opened, language);
  const area = opened.estimate.areas.find((it) => it.area.id === areaId);
  const there = area?.surfaces.find((surface) => surface.substrate === substrate);
  if (there) return [{ label: w.fixPaint(name), fix: { kind: "paint", surfaceId: there.id } }];
  return [
    { label: w.fixAdd(name), fix: { kind: "add-surface", areaId, substrate, painted: true } },
  ];
}
