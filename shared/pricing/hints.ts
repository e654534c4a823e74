import type { AreaWithSurfaces, Estimate } from "../estimate/estimate.ts";
import { stateCodeOf } from "../estimate/state-code.ts";
import { compare, type Exact } from "../exact/exact.ts";
import { decimalToExact } from "../units/decimal.ts";
import type { CompiledBook } from "./compiled-book.ts";
import type { Dimensions } from "./dimensions.ts";
import type { HintRule } from "./price-book.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import type { Problem } from "./problem.ts";

const paintedIn = ({ surfaces }: AreaWithSurfaces, substrate: string) =>
  surfaces.find((surface) => surface.painted && surface.substrate === substrate);

const isPainted = ({ surfaces }: AreaWithSurfaces): boolean =>
  surfaces.some((surface) => surface.painted);

function hintIn(
  book: CompiledBook,
  rule: HintRule,
  here: AreaWithSurfaces,
  height: Exact | undefined,
): Problem | null {
  const { area, surfaces } = here;
  const about = { blocking: false, areaId: area.id };
  switch (rule.kind) {
    case "undecided": {
      if (area.kind !== rule.areaKind) return null;
      const isDecided = surfaces.some((surface) => surface.substrate === rule.substrate);
      return isDecided ? null : { code: "undecided", typed: rule.substrate, ...about };
    }
    case "companion": {
      const surface = paintedIn(here, rule.substrate);
      if (surface === undefined) return null;
      if (rule.companions.some((key) => paintedIn(here, key) !== undefined)) return null;
      const typed = rule.companions[0];
      return { code: "companion_missing", typed, surfaceId: surface.id, ...about };
    }
    case "high-access": {
      if (height === undefined || area.kind !== rule.areaKind) return null;
      if (area.access !== book.book.access[0]?.key) return null;
      const isHigh = compare(height, decimalToExact(rule.overFeet.value)) > 0;
      return isHigh ? { code: "high_without_access", typed: area.height, ...about } : null;
    }
    case "primer":
      return null;
  }
}

const sinceLeadRule = (book: CompiledBook, { estimate }: Estimate): boolean => {
  const { leadSafe } = book.book;
  return (
    leadSafe === null || estimate.yearBuilt === null || estimate.yearBuilt >= leadSafe.beforeYear
  );
};

/**
 * What a careful estimator would ask about an estimate, whatever the option.
 *
 * @param dimensions of the areas where something is painted, by the area's id.
 */
export function estimateHints(
  book: CompiledBook,
  estimate: Estimate,
  dimensions: ReadonlyMap<string, Dimensions>,
): readonly Problem[] {
  const hints = estimate.areas.flatMap((here) => {
    const height = dimensions.get(here.area.id)?.height?.value;
    return book.book.hints.flatMap((rule) => hintIn(book, rule, here, height) ?? []);
  });
  const { leadSafe, state } = estimate.estimate;
  if (!sinceLeadRule(book, estimate) && leadSafe === null && estimate.areas.some(isPainted)) {
    hints.push({ code: "lead_undecided", blocking: false });
  }
  const { salesTax, payments } = book.book;
  const hangsOnState = salesTax.states.length > 0 || payments.depositCaps.length > 0;
  if (hangsOnState && stateCodeOf(state) === null) {
    hints.push({ code: "state_unknown", blocking: false, typed: state });
  }
  return hints;
}

/** Surfaces whose colour change wants a primer, in an option that gives them none. */
export function primerHints(
  book: CompiledBook,
  surfaces: readonly OptionSurface[],
  option: string,
): readonly Problem[] {
  const wanting = new Set(
    book.book.hints.flatMap((rule) => (rule.kind === "primer" ? [rule.colourChange] : [])),
  );
  if (wanting.size === 0) return [];
  const usual = book.book.colourChanges[0]?.key ?? "";
  const changeOf = ({ measured }: OptionSurface): string => measured.surface.colourChange || usual;
  return surfaces
    .filter((surface) => surface.primer === null && wanting.has(changeOf(surface)))
    .map(({ measured: { area, surface } }) => ({
      code: "primer_missing",
      blocking: false,
      areaId: area.id,
      surfaceId: surface.id,
      typed: surface.colourChange || usual,
      option,
    }));
}
