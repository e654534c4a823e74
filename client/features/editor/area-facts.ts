import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { QuantityUnit } from "../../../shared/pricing/book/substrate.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { surfaceQuantity } from "../../../shared/pricing/quantities.ts";
import { problemsOfEveryOption } from "../../chrome/problems-of-every-option.ts";
import { quantityWords } from "../../chrome/quantity-words.ts";
import type { WordsApi } from "../../words/words-provider.tsx";
import type { Editor } from "./editor-context.tsx";

type Words = Pick<WordsApi, "t" | "language" | "number">;

/** An area's measures as they were typed: "12' 6" × 10' × 8'"; empty while nothing is. */
export function measuresLine(area: RecordOf<"area">): string {
  const typed =
    area.kind === "side" ? [area.length, area.height] : [area.length, area.width, area.height];
  return typed
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join(" × ");
}

const unitOf = ({ substrates }: PriceBook, key: string): QuantityUnit | undefined =>
  substrates.find((substrate) => substrate.key === key)?.unit;

/** What a surface is called in the price book; its key where the book does not know it. */
export const surfaceName = (
  { priceBook }: Pick<Editor, "priceBook">,
  { substrate }: Pick<RecordOf<"surface">, "substrate">,
  { language }: Pick<Words, "language">,
): string =>
  priceBook.substrates.find(({ key }) => key === substrate)?.label[language] ?? substrate;

/** How much of one surface there is, in words; null while it cannot be told. */
export function surfaceAmount(
  { priceBook }: Pick<Editor, "priceBook">,
  area: RecordOf<"area">,
  surface: Pick<RecordOf<"surface">, "substrate" | "quantity">,
  words: Words,
): string | null {
  const unit = unitOf(priceBook, surface.substrate);
  const result = surfaceQuantity(priceBook, area, surface);
  if (unit === undefined || !result?.ok) return null;
  return quantityWords(result.quantity.value, unit, words);
}

/** "Walls 324 sq ft", for each surface that is painted and measured; what is counted is not worth the line. */
export function amountsOf(
  ground: Pick<Editor, "priceBook">,
  { area, surfaces }: AreaWithSurfaces,
  words: Words,
): readonly string[] {
  return surfaces
    .filter(({ painted }) => painted)
    .filter(({ substrate }) => unitOf(ground.priceBook, substrate) !== "each")
    .flatMap((surface) => {
      const amount = surfaceAmount(ground, area, surface, words);
      const name = surfaceName(ground, surface, words);
      return amount === null ? [] : [`${name} ${amount}`];
    });
}

/** What the lines of each area come to in the shown option, in cents, by the area's id. */
export function centsByArea({ option }: Pick<Editor, "option">): ReadonlyMap<string, number> {
  const cents = new Map<string, number>();
  for (const line of option?.lines ?? [])
    if (line.kind === "surface") cents.set(line.areaId, (cents.get(line.areaId) ?? 0) + line.cents);
  return cents;
}

/** What is wrong in an area, in one sentence; hints do not block. */
export interface AreaProblem {
  readonly sentence: string;
  readonly blocking: boolean;
}

/** What is wrong in an area, blocking things first, each said once. */
export function areaProblems(
  { priced, names, problemWords }: Pick<Editor, "priced" | "names" | "problemWords">,
  areaId: string,
  words: Words,
): readonly AreaProblem[] {
  if (!priced || !problemWords) return [];
  const here = problemsOfEveryOption(
    priced.problems.filter((problem) => problem.areaId === areaId),
    priced.options.length,
  );
  const said = new Map<string, AreaProblem>();
  for (const blocking of [true, false])
    for (const problem of here.filter((it) => it.blocking === blocking)) {
      const sentence = problemWords(problem, names, words);
      if (!said.has(sentence)) said.set(sentence, { sentence, blocking });
    }
  return [...said.values()];
}
