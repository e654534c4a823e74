import { type Fraction, larger, sumOf, whole } from "./fraction.ts";
import { handOut } from "./handing-out.ts";
import { itemPrice } from "./items.ts";
import { type Job, poolCharge } from "./job.ts";
import type { OptionSurface } from "./option-surface.ts";

/** A line in whole cents. */
export interface Line {
  readonly kind:
    | "surface"
    | "item"
    | "set-up"
    | "lead-safe"
    | "trip"
    | "charge"
    | "sundries"
    | "minimum-scope"
    | "minimum";
  /** A surface's or item's id; an adjustment's label, empty for the kinds there is one of. */
  readonly id: string;
  readonly cents: bigint;
}

/** What set-up's part of the sum is called when ties go to the smaller id. */
const SET_UP = "set up";

/** Page, section 6, all lines of an option: surfaces, items, then adjustments. */
export function linesOf(job: Job): readonly Line[] {
  const { book, hours, profit } = job;
  const surfaces = job.surfaces.map((surface) => ({
    id: surface.measured.surface.id,
    exact: surfacePrice(job, surface),
  }));
  const setUp = {
    id: SET_UP,
    exact: hours.asCharged(hours.setUp).times(profit.hourCharge()),
  };
  const handedOut = handOut([...surfaces, setUp]);

  const rounded = (kind: Line["kind"], id: string, price: Fraction): readonly Line[] =>
    price.nearest() === 0n ? [] : [{ kind, id, cents: price.nearest() }];

  const before: readonly Line[] = [
    ...surfaces.map(({ id }) => ({ kind: "surface" as const, id, cents: handedOut.get(id) ?? 0n })),
    ...job.items.map((read) => ({
      kind: "item" as const,
      id: read.item.id,
      cents: itemPrice(book, read, profit, job.sundriesByTheHour).price.nearest(),
    })),
    ...(hours.setUp.isZero()
      ? []
      : [{ kind: "set-up" as const, id: "", cents: handedOut.get(SET_UP) ?? 0n }]),
    ...rounded("lead-safe", "", leadSafePrice(job)),
    ...rounded("trip", "", profit.charges(job.trip)),
    ...job.bands.flatMap(({ label, cost }) => rounded("charge", label, profit.charges(cost))),
    ...job.started.flatMap(({ label, cost }) => rounded("sundries", label, profit.sundries(cost))),
  ];
  const withScopes = [...before, ...scopeMinimums(job, before)];
  return [...withScopes, ...minimumCharge(job, withScopes)];
}

function surfacePrice(job: Job, { measured, choices, work }: OptionSurface): Fraction {
  const { hours, profit } = job;
  const ofPools = job.pools.flatMap((pool) =>
    pool.uses
      .filter((use) => use.surfaceId === measured.surface.id)
      .map((use) => poolCharge(job, pool).times(use.gallons).over(pool.gallons)),
  );
  return sumOf([
    hours.asCharged(work.paidByTheHour).times(profit.hourCharge(choices.product)),
    profit.labour(work.pay, choices.product),
    ...ofPools,
  ]);
}

/** "At least the rule's minimum"; lead-safe work needs a surface. */
function leadSafePrice({ book, estimate, surfaces, hours, profit }: Job): Fraction {
  if (estimate.leadSafe !== true || book.leadSafe === null || surfaces.length === 0) {
    return whole(0);
  }
  const surcharge = hours
    .asCharged(hours.leadHours)
    .times(profit.hourCharge())
    .plus(profit.labour(hours.leadPay));
  return larger(surcharge, whole(book.leadSafe.minimum.cents));
}

function scopeMinimums(job: Job, lines: readonly Line[]): readonly Line[] {
  return job.book.scopes.flatMap((scope) => {
    const ids = new Set(
      job.surfaces
        .filter(({ measured }) => measured.substrate.scope === scope.key)
        .map(({ measured }) => measured.surface.id),
    );
    const comesTo = centsOf(lines.filter(({ kind, id }) => kind === "surface" && ids.has(id)));
    const minimum = BigInt(scope.minimum?.cents ?? 0);
    if (comesTo <= 0n || comesTo >= minimum) return [];
    return [{ kind: "minimum-scope" as const, id: scope.label.en, cents: minimum - comesTo }];
  });
}

function minimumCharge({ book }: Job, lines: readonly Line[]): readonly Line[] {
  const aboveZero = centsOf(lines.filter(({ cents }) => cents > 0n));
  const minimum = BigInt(book.minimumCharge.cents);
  if (aboveZero === 0n || aboveZero >= minimum) return [];
  return [{ kind: "minimum", id: "", cents: minimum - aboveZero }];
}

export const centsOf = (lines: readonly { readonly cents: bigint }[]): bigint =>
  lines.reduce((sum, { cents }) => sum + cents, 0n);
