import { exact } from "../exact/exact.ts";
import { type CompiledBook, type EntryName, fromBook } from "./compiled-book.ts";
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

/** What the option does with one scope. */
interface Choice {
  readonly rule: ScopeChoice;
  readonly coats: Trace;
}

const COATS = { of: "coat" } as const;

function choicesOf(book: CompiledBook, option: OptionRule): ReadonlyMap<string, Choice> {
  const name: EntryName = { kind: "option", key: option.key, label: option.label };
  return new Map(
    option.scopes.map((rule) => {
      const number = { value: String(rule.coats), source: option.source };
      return [rule.scope, { rule, coats: fromBook(book, "coats", COATS, number, name) }];
    }),
  );
}

/** The surface's own coats, or the option's when it leaves them open. */
function coatsOf({ surface, substrate }: MeasuredSurface, choice: Choice): Trace {
  const { id, coats } = surface;
  if (coats === null) return choice.coats;
  const typed = String(coats);
  return given("coats", COATS, exact(coats), { kind: "surface", id, name: substrate.label, typed });
}

/** Does one surface the option's way; a problem instead when the book has no product or rate for it. */
function inOption(
  book: CompiledBook,
  option: OptionRule,
  choice: Choice | undefined,
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
  const product = book.products.get(choice?.rule.product ?? "");
  const sheen = book.sheens.get(choice?.rule.sheen ?? "");
  if (!choice || !product || !sheen) return note("no_product", measured.substrate.scope);
  const prepKey = prepKeyOf(measured, choice.rule.prep);
  const level = book.prepLevels.get(prepKey);
  if (level === undefined) note("unknown_prep", prepKey);
  const coats = coatsOf(measured, choice);
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
  const choices = choicesOf(book, option);
  return surfaces.flatMap((measured) => {
    const choice = choices.get(measured.substrate.scope);
    return inOption(book, option, choice, measured, loaded, problems) ?? [];
  });
}
