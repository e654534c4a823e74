import type { RecordOf } from "../estimate/record.ts";
import type { Substrate } from "./book/substrate.ts";
import type { CompiledBook } from "./compiled-book.ts";
import type { PaintColour } from "./priced-estimate.ts";

/** A colour with the key under which its paint is pooled: capitals and spaces do not make another colour. */
export interface PooledColour {
  readonly colour: PaintColour;
  readonly key: string;
}

/** Under the finish coats. */
export const PRIMER_COLOUR: PooledColour = { colour: { kind: "primer" }, key: "+primer" };

const spelling = (name: string): string => name.trim().replace(/\s+/g, " ");

/** The colour a surface is pooled under: as typed, or its substrate's colour slot while not chosen. */
export function colourOf(
  book: CompiledBook,
  surface: RecordOf<"surface">,
  { colourSlot: slot }: Substrate,
): PooledColour {
  const name = spelling(surface.colour);
  if (name !== "") return { colour: { kind: "named", name }, key: `=${name.toLowerCase()}` };
  const label = book.colourSlots.get(slot)?.label ?? { en: slot, es: slot };
  return { colour: { kind: "slot", slot, label }, key: slot };
}
