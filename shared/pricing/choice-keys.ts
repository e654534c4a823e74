/** A surface's `prep` that leaves the level to the option, as `coats: null` does. */
export const PREP_BY_OPTION = "by-option";
/** A surface's `primer` that wants none although the option has one. */
export const NO_PRIMER = "none";
