import { exact } from "../exact/exact.ts";
import { type CompiledBook, fromBook } from "./compiled-book.ts";
import { labourOf, prepKeyOf, type SurfaceLabour } from "./labour.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import { colourOf, gallonsOf, poolKey, type PoolMember } from "./paint-need.ts";
import type { Localised, OptionRule, ScopeChoice } from "./price-book.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { given } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** A surface as one option does it: product, coats, prep, and the work and paint that takes. */
export interface OptionSurface extends PoolMember {
  readonly measured: MeasuredSurface;
  readonly coats: number;
  readonly prep: Localised;
  readonly labour: SurfaceLabour;
  readonly poolKey: string;
}

/** The surface's own coats, or the option's when it leaves them open. */
function coatsOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  option: OptionRule,
  choice: ScopeChoice,
): Trace {
  const { id, coats } = measured.surface;
  const unit = { of: "coat" } as const;
  if (coats !== null) {
    const name = measured.substrate.label;
    return given("coats", unit, exact(coats), { kind: "surface", id, name, typed: String(coats) });
  }
  const { key, label } = option;
  const number = { value: String(choice.coats), source: option.source };
  return fromBook(book, "coats", unit, number, { kind: "option", key, label });
}

/** Does one surface the option's way; a problem instead when the book has no product or rate for it. */
function inOption(
  book: CompiledBook,
  option: OptionRule,
  choice: ScopeChoice | undefined,
  measured: MeasuredSurface,
  loaded: Trace,
  problems: Problem[],
): OptionSurface | null {
  const note = (code: ProblemCode, typed: string) => {
    const { area, surface } = measured;
    const about = { areaId: area.id, surfaceId: surface.id, option: option.key };
    problems.push({ code, blocking: true, typed, ...about });
    return null;
  };
  const product = book.products.get(choice?.product ?? "");
  const sheen = book.sheens.get(choice?.sheen ?? "");
  if (!choice || !product || !sheen) return note("no_product", measured.substrate.scope);
  const prepKey = prepKeyOf(measured, choice.prep);
  const level = book.prepLevels.get(prepKey);
  if (level === undefined) note("unknown_prep", prepKey);
  const coats = coatsOf(book, measured, option, choice);
  const count = Number(coats.value.n);
  const labour = labourOf(book, measured, count, level, loaded);
  if (labour === null) return note("no_rate_for_coats", String(count));
  const gallons = gallonsOf(book, measured, coats, product);
  const member: PoolMember = { gallons, product, sheen, colour: colourOf(book, measured) };
  const prep = level?.label ?? { en: prepKey, es: prepKey };
  return { ...member, measured, coats: count, prep, labour, poolKey: poolKey(member) };
}

/** All painted surfaces the option's way. Problems of the option alone are appended to `problems`. */
export function surfacesInOption(
  book: CompiledBook,
  option: OptionRule,
  surfaces: readonly MeasuredSurface[],
  loaded: Trace,
  problems: Problem[],
): readonly OptionSurface[] {
  const choices = new Map(option.scopes.map((choice) => [choice.scope, choice]));
  return surfaces.flatMap((measured) => {
    const choice = choices.get(measured.substrate.scope);
    return inOption(book, option, choice, measured, loaded, problems) ?? [];
  });
}
