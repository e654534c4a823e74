import type { Substrate } from "../book/substrate.ts";
import { exteriorOpenings } from "./exterior-openings.ts";
import { exteriorTrim } from "./exterior-trim.ts";
import { outdoors } from "./outdoors.ts";
import { siding } from "./siding.ts";

/** The substrates of one side of a house, and of what stands around it. */
export const exteriorSubstrates: readonly Substrate[] = [
  ...siding,
  ...exteriorTrim,
  ...exteriorOpenings,
  ...outdoors,
];
