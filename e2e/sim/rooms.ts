import type { NewArea, NewSurface } from "../../client/local/actions/add-area.ts";
import { bedroom } from "../../client/local/testing/sample-records.ts";
import { newSurface } from "../../shared/pricing/default-surfaces.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";

const [access] = examplePriceBook.access;
const [occupancy] = examplePriceBook.occupancy;

/** A room that the example price book can price. */
export const newRoom: NewArea = {
  ...bedroom,
  access: access?.key ?? "",
  occupancy: occupancy?.key ?? "",
};

export const roomSurfaces: readonly NewSurface[] = examplePriceBook.substrates
  .slice(0, 1)
  .map(({ key }) => newSurface(key, true));
