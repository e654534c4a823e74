import type { Estimate } from "../../estimate/estimate.ts";
import type { HintRule, PriceBook } from "../price-book.ts";
import { decimal, Fraction } from "./fraction.ts";
import type { OptionSurface } from "./option-surface.ts";
import type { Problems } from "./problems.ts";
import { dimensionOf } from "./quantity.ts";
import { stateOf } from "./states.ts";

/** Page, section 8: the hints about the estimate as a whole and about its areas. */
export function addHints(estimate: Estimate, book: PriceBook, problems: Problems): void {
  for (const rule of book.hints) {
    for (const area of estimate.areas) addAreaHint(book, rule, area, problems);
  }
  const { leadSafe, yearBuilt, state } = estimate.estimate;
  const isPainted = estimate.areas.some(({ surfaces }) => surfaces.some(({ painted }) => painted));
  if (book.leadSafe !== null && leadSafe === null && yearBuilt !== null && isPainted) {
    if (yearBuilt < book.leadSafe.beforeYear) {
      problems.add({ code: "lead_undecided", blocking: false });
    }
  }
  const byState = book.salesTax.states.length > 0 || book.payments.depositCaps.length > 0;
  if (byState && stateOf(state) === null) problems.add({ code: "state_unknown", blocking: false });
}

function addAreaHint(
  book: PriceBook,
  rule: HintRule,
  { area, surfaces }: Estimate["areas"][number],
  problems: Problems,
): void {
  const about = { areaId: area.id, blocking: false };
  const painted = surfaces.filter((surface) => surface.painted);
  const paints = (substrate: string) => painted.some((it) => it.substrate === substrate);
  switch (rule.kind) {
    case "undecided": {
      const decided = surfaces.some(({ substrate }) => substrate === rule.substrate);
      if (area.kind === rule.areaKind && !decided) problems.add({ code: "undecided", ...about });
      return;
    }
    case "companion": {
      const surface = painted.find(({ substrate }) => substrate === rule.substrate);
      if (surface !== undefined && !rule.companions.some(paints)) {
        problems.add({ code: "companion_missing", surfaceId: surface.id, ...about });
      }
      return;
    }
    case "high-access": {
      const height = dimensionOf(area, "height");
      if (!(height instanceof Fraction) || painted.length === 0) return;
      if (area.kind !== rule.areaKind) return;
      if (height.isAbove(decimal(rule.overFeet.value)) && area.access === book.access[0]?.key) {
        problems.add({ code: "high_without_access", ...about });
      }
      return;
    }
    case "primer":
      return;
  }
}

/** "A colour change without its primer": whether there is one depends on the option. */
export function addPrimerHints(
  book: PriceBook,
  option: string,
  surfaces: readonly OptionSurface[],
  problems: Problems,
): void {
  for (const rule of book.hints) {
    if (rule.kind !== "primer") continue;
    for (const { measured, choices } of surfaces) {
      if (measured.bands["colour-change"]?.key !== rule.colourChange) continue;
      if (choices.primer !== null) continue;
      problems.add({
        code: "primer_missing",
        blocking: false,
        areaId: measured.area.id,
        surfaceId: measured.surface.id,
        option,
      });
    }
  }
}

/** Section 8: discounts that are unknown or over are not given, and do not block. */
export function addDiscountProblems(
  { estimate, day }: Estimate,
  book: PriceBook,
  problems: Problems,
): void {
  for (const key of estimate.discounts.split(" ").filter((it) => it !== "")) {
    const discount = book.discounts.find((it) => it.key === key);
    if (discount === undefined) problems.add({ code: "unknown_discount", blocking: false });
    else if (discount.until !== null && day > discount.until) {
      problems.add({ code: "discount_ended", blocking: false });
    }
  }
}
