import type { Substrate } from "../book/substrate.ts";
import { cabinets } from "./cabinets.ts";
import { closets, furniture } from "./interior-fittings.ts";
import { doors, windows } from "./interior-openings.ts";
import {
  baseboard,
  beams,
  chairRail,
  crown,
  detailedCrown,
  shelves,
  tallBaseboard,
} from "./interior-trim.ts";
import { stairs } from "./stairs.ts";
import { accentWall, ceiling, popcornCeiling, wainscot, walls } from "./walls.ts";

/** The substrates of a room, in the order a painter walks it. */
export const interiorSubstrates: readonly Substrate[] = [
  walls,
  accentWall,
  ceiling,
  popcornCeiling,
  baseboard,
  tallBaseboard,
  crown,
  detailedCrown,
  chairRail,
  wainscot,
  ...doors,
  ...windows,
  ...closets,
  shelves,
  ...furniture,
  beams,
  ...cabinets,
  ...stairs,
];
