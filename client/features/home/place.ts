import type { Sought } from "../../local/queries/find-estimates.ts";

/** A row by its address, and how far below the top of what scrolls it stood. */
export interface Anchor {
  readonly href: string;
  readonly offset: number;
}

/** Where somebody was in the list, for when they come back to it from an estimate. */
export interface Place {
  readonly sought: Sought;
  /** Pages of the whole list that were read. */
  readonly pages: number;
  readonly scrollTop: number;
  /** The row that stood at the top when the list was left. */
  readonly anchor: Anchor | null;
}

const top: Place = { sought: { text: "", filter: "all" }, pages: 1, scrollTop: 0, anchor: null };
const places = new WeakMap<object, Place>();

/** @param of the opened tablet: another person begins at the top. */
export const placeIn = (of: object): Place => places.get(of) ?? top;

export const keepPlace = (of: object, part: Partial<Place>): void => {
  places.set(of, { ...placeIn(of), ...part });
};
