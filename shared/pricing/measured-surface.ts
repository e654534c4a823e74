import type { AreaWithSurfaces, Estimate } from "../estimate/estimate.ts";
import type { RecordOf } from "../estimate/record.ts";
import { compare, isZero, type Exact } from "../exact/exact.ts";
import { type MultiplierKind, multiplierOrder, type Substrate } from "./book/substrate.ts";
import type { AreaBand, Multiplier } from "./book/work.ts";
import { type CompiledBook, type EntryName, fromBook } from "./compiled-book.ts";
import { colourOf, type PooledColour } from "./colour.ts";
import { type Dimensions, readDimensions } from "./dimensions.ts";
import type { Dimension, Problem, ProblemCode } from "./problem.ts";
import { quantityIn } from "./quantities.ts";
import { FACTOR, isOnce } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** Multipliers of one surface by what they multiply, in `multiplierOrder`. */
export interface Factors {
  readonly labour: readonly Trace[];
  readonly prep: readonly Trace[];
  /** Of gallons, the texture's left out. */
  readonly paint: readonly Trace[];
  /** The texture's on gallons: a product may know its own spread rate on a texture instead. */
  readonly texture: Trace | null;
}

/** The bands in force in an area. */
export interface AreaBands {
  readonly height: AreaBand | undefined;
  readonly access: AreaBand | undefined;
  readonly occupancy: AreaBand | undefined;
}

/** A painted surface with everything about it that no option changes. */
export interface MeasuredSurface {
  readonly area: RecordOf<"area">;
  readonly bands: AreaBands;
  readonly surface: RecordOf<"surface">;
  readonly substrate: Substrate;
  readonly quantity: Trace;
  readonly factors: Factors;
  /** The texture's key, as given or usual. */
  readonly texture: string;
  readonly colour: PooledColour;
}

export interface Measured {
  readonly surfaces: readonly MeasuredSurface[];
  /** Of the areas where something is painted, by the area's id. */
  readonly dimensions: ReadonlyMap<string, Dimensions>;
  readonly problems: readonly Problem[];
}

const bandAt = (book: CompiledBook, area: RecordOf<"area">, height: Exact) =>
  book.heightBands.findLast(
    ({ band, from }) => band.appliesTo.includes(area.kind) && compare(from, height) <= 0,
  )?.band;

function bandsIn(
  book: CompiledBook,
  area: RecordOf<"area">,
  { height }: Dimensions,
  problems: Problem[],
): AreaBands {
  const access = book.access.get(area.access);
  const occupancy = book.occupancy.get(area.occupancy);
  const about = { blocking: true, areaId: area.id };
  if (!access) problems.push({ code: "unknown_access", typed: area.access, ...about });
  if (!occupancy) problems.push({ code: "unknown_occupancy", typed: area.occupancy, ...about });
  return { height: height && bandAt(book, area, height.value), access, occupancy };
}

/** A surface's own condition, colour change and texture, each the usual one while it says nothing. */
function ownMultipliers(
  book: CompiledBook,
  surface: RecordOf<"surface">,
  note: (code: ProblemCode, typed: string) => void,
) {
  const find = (
    list: ReadonlyMap<string, Multiplier>,
    usual: readonly Multiplier[],
    key: string,
    code: ProblemCode,
  ): Multiplier | undefined => {
    if (key === "") return usual[0];
    const found = list.get(key);
    if (found === undefined) note(code, key);
    return found;
  };
  const { conditions, colourChanges, textures } = book.book;
  const { condition, colourChange, texture } = surface;
  return {
    condition: find(book.conditions, conditions, condition, "unknown_condition"),
    "colour-change": find(book.colourChanges, colourChanges, colourChange, "unknown_colour_change"),
    texture: find(book.textures, textures, texture, "unknown_texture"),
  };
}

type InForce = Readonly<Record<MultiplierKind, Multiplier | undefined>>;

function factorsFor(book: CompiledBook, substrate: Substrate, inForce: InForce): Factors {
  const factors: Record<"labour" | "prep" | "paint", Trace[]> = { labour: [], prep: [], paint: [] };
  let texture: Trace | null = null;
  for (const kind of multiplierOrder) {
    const multiplier = inForce[kind];
    if (multiplier === undefined || !substrate.multipliers.includes(kind)) continue;
    const name: EntryName = { kind, key: multiplier.key, label: multiplier.label };
    for (const effect of ["labour", "prep", "paint"] as const) {
      const number = multiplier[effect];
      if (number === undefined) continue;
      const factor = fromBook(book, "multiplier", FACTOR, number, name);
      if (isOnce(factor)) continue;
      if (kind === "texture" && effect === "paint") texture = factor;
      else factors[effect].push(factor);
    }
  }
  return { ...factors, texture };
}

/** A height that no quantity needs still decides the height band: required, unless all is typed. */
function heightProblem(
  book: CompiledBook,
  area: RecordOf<"area">,
  dimensions: Dimensions,
  substrate: Substrate,
  isTyped: boolean,
): Problem | undefined {
  const fault = dimensions.faults.get("height");
  if (fault === undefined || !substrate.multipliers.includes("height")) return undefined;
  const matters = book.heightBands.some(({ band }) => band.appliesTo.includes(area.kind));
  if (!matters) return undefined;
  return { ...fault, blocking: !(isTyped && fault.code === "dimension_missing") };
}

/** What one surface comes to: itself measured, or nothing, with what is wrong in either case. */
interface SurfaceReading {
  readonly measured?: MeasuredSurface | undefined;
  readonly problems: readonly Problem[];
}

function readSurface(
  book: CompiledBook,
  area: RecordOf<"area">,
  dimensions: Dimensions,
  bands: AreaBands,
  surface: RecordOf<"surface">,
): SurfaceReading {
  const about = { blocking: true, areaId: area.id, surfaceId: surface.id };
  const substrate = book.substrates.get(surface.substrate);
  if (substrate === undefined) {
    return { problems: [{ code: "unknown_substrate", typed: surface.substrate, ...about }] };
  }
  const problems: Problem[] = [];
  if (!substrate.appliesTo.includes(area.kind)) {
    problems.push({ code: "substrate_not_here", typed: surface.substrate, ...about });
  }
  const result = quantityIn(book, area, dimensions, substrate, surface);
  if (!result.ok) return { problems: [...problems, result.problem] };
  const { quantity } = result;
  if (isZero(quantity.value)) {
    const counted = substrate.quantity.kind === "doors" || substrate.quantity.kind === "windows";
    // A room without windows has no windows to paint: that is no slip.
    if (!counted) problems.push({ code: "priced_zero", ...about });
    return { problems };
  }
  const isTyped = (surface.quantity ?? "").trim() !== "";
  const height = heightProblem(book, area, dimensions, substrate, isTyped);
  if (height !== undefined) problems.push(height);
  const own = ownMultipliers(book, surface, (code, typed) =>
    problems.push({ code, typed, ...about }),
  );
  const factors = factorsFor(book, substrate, { ...bands, ...own });
  const texture = own.texture?.key ?? "";
  const colour = colourOf(book, surface, substrate);
  const measured = { area, bands, surface, substrate, quantity, factors, texture, colour };
  return { measured, problems };
}

/** A dimension that several surfaces miss is one problem, blocking if it blocks any of them. */
function onePerDimension(problems: readonly Problem[]): readonly Problem[] {
  const others: Problem[] = [];
  const worst = new Map<Dimension, Problem>();
  for (const problem of problems) {
    const { dimension, blocking } = problem;
    if (dimension === undefined) others.push(problem);
    else if (blocking || !worst.has(dimension)) worst.set(dimension, problem);
  }
  return [...others, ...worst.values()];
}

interface MeasuredArea {
  readonly surfaces: readonly MeasuredSurface[];
  readonly problems: readonly Problem[];
  readonly dimensions: Dimensions;
}

function measureArea(
  book: CompiledBook,
  { area, surfaces }: AreaWithSurfaces,
): MeasuredArea | null {
  const painted = surfaces.filter((surface) => surface.painted);
  if (painted.length === 0) return null;
  const dimensions = readDimensions(area);
  const problems: Problem[] = [];
  const bands = bandsIn(book, area, dimensions, problems);
  const readings = painted.map((surface) => readSurface(book, area, dimensions, bands, surface));
  const ofSurfaces = onePerDimension(readings.flatMap((reading) => reading.problems));
  return {
    surfaces: readings.flatMap((reading) => reading.measured ?? []),
    problems: [...dimensions.doubts, ...problems, ...ofSurfaces],
    dimensions,
  };
}

/** Reads what was typed and looks up what it touches, once for all options. */
export function measureEstimate(book: CompiledBook, estimate: Estimate): Measured {
  const dimensions = new Map<string, Dimensions>();
  const areas = estimate.areas.flatMap((here) => {
    const measured = measureArea(book, here);
    if (measured === null) return [];
    dimensions.set(here.area.id, measured.dimensions);
    return [measured];
  });
  return {
    surfaces: areas.flatMap((area) => area.surfaces),
    problems: areas.flatMap((area) => area.problems),
    dimensions,
  };
}
