import { isZero } from "../exact/exact.ts";
import type { AreaBand } from "./book/work.ts";
import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import type { OptionSurface } from "./option-surfaces.ts";
import { CENTS, constant, per, times, counted } from "./traced.ts";
import type { Trace } from "./trace.ts";
import type { Localised } from "./book/numbers.ts";

/** What trips, height and access cost, before profit. */
export interface ChargeCost {
  readonly kind: "trip" | "charge";
  readonly id: string;
  readonly label: Localised | null;
  readonly cost: Trace;
}

const BANDS = ["height", "access", "occupancy"] as const;

interface BandInUse {
  readonly kind: (typeof BANDS)[number];
  readonly band: AreaBand;
  readonly areas: Set<string>;
}

/** The bands with a charge that are in force where something is painted that they touch, with those areas. */
function bandsInUse(surfaces: readonly OptionSurface[]): readonly BandInUse[] {
  const found = new Map<string, BandInUse>();
  for (const { measured } of surfaces) {
    for (const kind of BANDS) {
      const band = measured.bands[kind];
      if (band?.charge === undefined || !measured.substrate.multipliers.includes(kind)) continue;
      const id = `charge-${kind}-${band.key}`;
      const known = found.get(id);
      if (known === undefined) found.set(id, { kind, band, areas: new Set([measured.area.id]) });
      else known.areas.add(measured.area.id);
    }
  }
  return [...found.values()];
}

function chargeOf(
  book: CompiledBook,
  { kind, band, areas }: BandInUse,
  crewDays: Trace,
): ChargeCost | null {
  const { key, label, charge } = band;
  if (charge === undefined) return null;
  const each = charge.per === "area" ? "area" : charge.per === "crew-day" ? "day" : "each";
  const name: EntryName = { kind, key, label };
  const rate = fromBook(book, "charge-each", per("cents", each), charge.cost, name);
  const count =
    charge.per === "area"
      ? constant("charge-count", counted("area"), areas.size)
      : charge.per === "job"
        ? constant("charge-count", counted("each"), 1)
        : crewDays;
  const cost = times("charge-cost", CENTS, count, rate);
  return { kind: "charge", id: `charge-${kind}-${key}`, label, cost };
}

function tripOf(book: CompiledBook, crewDays: Trace): ChargeCost {
  const name: EntryName = { kind: "labour", key: "trip", label: settingLabels.trip };
  const unit = per("cents", "day");
  const rate = fromBook(book, "charge-each", unit, book.book.labour.tripPerCrewDay, name);
  return {
    kind: "trip",
    id: "trip",
    label: null,
    cost: times("charge-cost", CENTS, crewDays, rate),
  };
}

/** Trips for each day on the job, and what the bands in force charge; nothing that comes to nothing. */
export const chargeCosts = (
  book: CompiledBook,
  surfaces: readonly OptionSurface[],
  crewDays: Trace,
): readonly ChargeCost[] =>
  [
    tripOf(book, crewDays),
    ...bandsInUse(surfaces)
      .flatMap((band) => chargeOf(book, band, crewDays) ?? [])
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  ].filter(({ cost }) => !isZero(cost.value));
