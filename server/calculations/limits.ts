/** Bytes of a request's body at the most: the largest estimate and a complete price book, by value. */
export const MAX_CALCULATION_BYTES = 4_000_000;
/** A trace has some 35 figures for each surface, 8 KB of JSON. */
export const MAX_TRACED_SURFACES = 1000;
/** From here on others get a turn between reading, pricing and writing. */
export const LONG_SURFACES = 500;
