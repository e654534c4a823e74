import type { Fields } from "../../../shared/estimate/entities.ts";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { defaultCircumstances } from "../../../shared/pricing/default-surfaces.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { NewArea } from "../../local/actions/add-area.ts";

export type AreaKind = Fields<"area">["kind"];

/**
 * A room or side with nothing measured but its height, which it takes, with access and furniture, from the
 * last of its kind: the rooms of a house are as high as each other, and Next passes over it with one tap.
 */
export function newArea(
  kind: AreaKind,
  name: string,
  priceBook: PriceBook,
  areas: readonly AreaWithSurfaces[],
): NewArea {
  const last = areas.findLast(({ area }) => area.kind === kind)?.area;
  const { access, occupancy } = last ?? defaultCircumstances(priceBook);
  return {
    kind,
    name,
    length: "",
    width: "",
    height: last?.height ?? "",
    doors: 0,
    windows: 0,
    access,
    occupancy,
    note: "",
  };
}
