import type { Estimate } from "../estimate/estimate.ts";
import { compileBook } from "./compiled-book.ts";
import { measureItems } from "./items.ts";
import { measureEstimate } from "./measured-surface.ts";
import type { PriceBook } from "./price-book.ts";
import type { PricedEstimate } from "./priced-estimate.ts";
import { priceOption } from "./price-option.ts";
import type { Problem } from "./problem.ts";

/**
 * Prices an estimate: every option of the price book side by side, exact to the cent, the same on a tablet
 * and on the server.
 *
 * Rounding happens at these points and nowhere else: hours, if the book says so, up to whole ones per job;
 * paint up to cans per product, colour and sheen; surfaces and set-up together, and each item on its own, to
 * cents. The order of areas, surfaces and items changes no cent.
 *
 * Pure. Never throws for an estimate whose records pass their schemas and a price book that
 * `parsePriceBook` let through: what cannot be priced is a problem, the rest is priced all the same.
 */
export function price(estimate: Estimate, priceBook: PriceBook): PricedEstimate {
  const { id, version, name, isExample } = priceBook;
  const book = compileBook(priceBook);
  const measured = measureEstimate(book, estimate);
  const problems: Problem[] = [...measured.problems];
  const items = measureItems(book, estimate.items, problems);
  const blocked = problems.some((problem) => problem.blocking);
  const options = priceBook.options.map((option) =>
    priceOption(book, option, measured.surfaces, items, blocked, problems),
  );
  return { priceBook: { id, version, name, isExample }, options, problems };
}
