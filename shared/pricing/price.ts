import type { Estimate } from "../estimate/estimate.ts";
import { stateCodeOf } from "../estimate/state-code.ts";
import type { Exact } from "../exact/exact.ts";
import { type CompiledBook, compileBook } from "./compiled-book.ts";
import { estimateHints } from "./hints.ts";
import { squareFeetOf } from "./implied.ts";
import { readItems } from "./items.ts";
import { measureEstimate, type MeasuredSurface } from "./measured-surface.ts";
import type { Terms } from "./money.ts";
import { type JobQuantities, loadedRate } from "./painting.ts";
import type { PriceBook } from "./price-book.ts";
import type { PricedEstimate } from "./priced-estimate.ts";
import { priceOption } from "./price-option.ts";
import type { Problem } from "./problem.ts";
import { total, counted } from "./traced.ts";

/** Quantities by substrate, where a rate goes by the whole job. */
function jobQuantities(surfaces: readonly MeasuredSurface[]): JobQuantities {
  const goingByJob = surfaces.filter(({ substrate }) =>
    substrate.labour.byCoats.some((rate) => "kind" in rate && rate.by === "job"),
  );
  return new Map(
    [...Map.groupBy(goingByJob, ({ substrate }) => substrate)].map(([{ key, unit }, members]) => [
      key,
      total(
        "job-quantity",
        counted(unit),
        members.map(({ quantity }) => quantity),
      ),
    ]),
  );
}

/** The discounts that are given and not over yet. */
function termsOf({ book }: CompiledBook, { estimate, day }: Estimate, problems: Problem[]): Terms {
  const given = new Set(estimate.discounts.split(" ").filter((key) => key !== ""));
  for (const key of given) {
    if (book.discounts.some((discount) => discount.key === key)) continue;
    problems.push({ code: "unknown_discount", blocking: false, typed: key });
  }
  const discounts = book.discounts.filter(({ key, until }) => {
    if (!given.has(key)) return false;
    const isOver = until !== null && until < day;
    if (isOver) problems.push({ code: "discount_ended", blocking: false, typed: key });
    return !isOver;
  });
  return { discounts, state: stateCodeOf(estimate.state) };
}

/** Square feet of the areas that items say they cover. */
function coveredSqft(book: CompiledBook, estimate: Estimate): ReadonlyMap<string, Exact> {
  const covered = new Set(estimate.items.map(({ areaId }) => areaId));
  return new Map(
    estimate.areas
      .filter(({ area }) => covered.has(area.id))
      .map((area) => [area.area.id, squareFeetOf(book, area)]),
  );
}

/**
 * Prices an estimate: every option of the price book side by side, exact to the cent, the same on a tablet
 * and on the server. docs/pricing.md is what it does, and names every point where it rounds.
 *
 * Pure. Never throws for an estimate whose records pass their schemas and a price book that
 * `parsePriceBook` let through: what cannot be priced is a problem, the rest is priced all the same.
 */
export function price(estimate: Estimate, priceBook: PriceBook): PricedEstimate {
  const { id, version, name, isExample } = priceBook;
  const book = compileBook(priceBook);
  const measured = measureEstimate(book, estimate);
  const problems: Problem[] = [...measured.problems];
  const items = readItems(book, estimate.items, problems);
  const terms = termsOf(book, estimate, problems);
  const blocked = problems.some((problem) => problem.blocking);
  const job = {
    book,
    surfaces: measured.surfaces,
    items,
    terms,
    leadSafe: estimate.estimate.leadSafe === true,
    loaded: loadedRate(book),
    jobQuantities: jobQuantities(measured.surfaces),
    coveredSqft: coveredSqft(book, estimate),
    blocked,
  };
  const priced = priceBook.options.map((option) => priceOption(job, option, problems));
  // An item may be too dear in one option only; its problem is the estimate's, and blocks them all.
  const isBlocked = problems.some(({ blocking, option }) => blocking && option === undefined);
  const options = isBlocked ? priced.map((it) => ({ ...it, acceptable: false })) : priced;
  problems.push(...estimateHints(book, estimate, measured.dimensions));
  return { priceBook: { id, version, name, isExample }, options, problems };
}
