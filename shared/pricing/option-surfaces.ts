import { wholeNumber } from "../exact/exact.ts";
import type { OptionRule } from "./book/paint.ts";
import { choiceFor, type ScopeRule, scopeRules, type SurfaceChoice } from "./choices.ts";
import type { CompiledBook } from "./compiled-book.ts";
import { gallonsOf, primerGallonsOf } from "./gallons.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import {
  type JobQuantities,
  labourFactors,
  type PaintingWork,
  paintingOf,
  primingOf,
} from "./painting.ts";
import { PRIMER_COLOUR } from "./colour.ts";
import { poolKey, type PoolMember } from "./pools.ts";
import { prepOf } from "./prep.ts";
import type { PricedPrep } from "./priced-estimate.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { CENTS, HOURS, over, plusAll } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** The work on one surface. */
export interface SurfaceLabour {
  /** Hours of painting, primer and prep; a piece rate's money is turned into the hours it would buy. */
  readonly hours: Trace;
  /** The part of the hours that is paid by the hour; null when a piece rate pays for all of it. */
  readonly hourly: Trace | null;
  /** What piece rates pay, in cents, and the hours that money would buy; null for work by the hour. */
  readonly piece: { readonly cost: Trace; readonly implied: Trace } | null;
}

/** A surface as one option does it: product, coats, prep, and the work and paint that takes. */
export interface OptionSurface {
  readonly measured: MeasuredSurface;
  readonly choice: SurfaceChoice;
  readonly coats: number;
  readonly prep: PricedPrep;
  readonly labour: SurfaceLabour;
  readonly finish: PoolMember;
  readonly primer: PoolMember | null;
}

/** Adds up painting, primer and prep. */
function labourOf(
  painting: PaintingWork,
  priming: PaintingWork | null,
  prep: Trace | null,
  loaded: Trace,
): SurfaceLabour {
  if (painting.kind === "hours") {
    const primed = priming?.kind === "hours" ? priming.hours : null;
    const hours = plusAll("hours-line", HOURS, [painting.hours, primed, prep]) ?? painting.hours;
    return { hours, hourly: hours, piece: null };
  }
  const primed = priming?.kind === "pay" ? priming.pay : null;
  const cost = plusAll("piece-pay", CENTS, [painting.pay, primed]) ?? painting.pay;
  const implied = over("hours-implied", HOURS, cost, loaded);
  const hours = plusAll("hours-line", HOURS, [implied, prep]) ?? implied;
  return { hours, hourly: prep, piece: { cost, implied } };
}

/** The finish coats' hours, or those that their pay counts as. */
const hoursOfPainting = (painting: PaintingWork, loaded: Trace): Trace =>
  painting.kind === "hours" ? painting.hours : over("hours-implied", HOURS, painting.pay, loaded);

/** What all surfaces of an option have in common. */
interface Context {
  readonly book: CompiledBook;
  readonly option: OptionRule;
  readonly loaded: Trace;
  readonly jobQuantities: JobQuantities;
  readonly problems: Problem[];
}

/** The finish's part in its pool. */
function finishOf(
  book: CompiledBook,
  { colour: pooled, substrate: { scope } }: MeasuredSurface,
  { product, sheen, poolKeys }: SurfaceChoice,
  gallons: Trace,
): PoolMember {
  // The same text object for the same pool: texts made anew would each have to be hashed.
  const known = poolKeys.get(pooled.key);
  const key = known ?? poolKey(book, product, sheen, pooled, scope);
  if (known === undefined) poolKeys.set(pooled.key, key);
  return { key, gallons, product, sheen, colour: pooled.colour, scope };
}

/** The primer's part in its pool. */
function primerOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  { primer: chosen, method }: SurfaceChoice,
): PoolMember | null {
  if (chosen === null) return null;
  const { primer, product, sheen } = chosen;
  const { scope } = measured.substrate;
  const gallons = primerGallonsOf(book, measured, primer, product, method);
  const key = poolKey(book, product, sheen, PRIMER_COLOUR, scope);
  return { key, gallons, product, sheen, colour: PRIMER_COLOUR.colour, scope };
}

/** Does one surface the option's way; a problem instead when the book lacks something for it. */
function inOption(
  context: Context,
  scope: ScopeRule | undefined,
  measured: MeasuredSurface,
): OptionSurface | null {
  const { book, option, loaded, jobQuantities, problems } = context;
  const note = (code: ProblemCode, typed: string) => {
    const { area, surface } = measured;
    const about = { areaId: area.id, surfaceId: surface.id, option: option.key };
    problems.push({ code, blocking: true, typed, ...about });
  };
  const choice = choiceFor(book, scope, measured, note);
  if (choice === null) return null;
  const { product, method, primer } = choice;
  const coats = wholeNumber(choice.coats.value);
  const factors = labourFactors(book, measured, method);
  const painting = paintingOf(book, measured, coats, factors, jobQuantities);
  if (painting === null) {
    note("no_rate_for_coats", String(coats));
    return null;
  }
  const priming = primer && primingOf(book, measured, primer.primer, factors, jobQuantities);
  const prep = prepOf(book, measured, choice.prep, hoursOfPainting(painting, loaded), note);
  const gallons = gallonsOf(book, measured, choice.coats, product, method, prep.paint);
  return {
    measured,
    choice,
    coats,
    prep: prep.shown,
    labour: labourOf(painting, priming, prep.hours, loaded),
    finish: finishOf(book, measured, choice, gallons),
    primer: primerOf(book, measured, choice),
  };
}

/** All painted surfaces the option's way. Problems of the option alone are appended to `problems`. */
export function surfacesInOption(
  context: Context,
  surfaces: readonly MeasuredSurface[],
): readonly OptionSurface[] {
  const scopes = scopeRules(context.book, context.option);
  return surfaces.flatMap((measured) => {
    const scope = scopes.get(measured.substrate.scope);
    return inOption(context, scope, measured) ?? [];
  });
}
