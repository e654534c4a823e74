import type { Fields } from "../../../shared/estimate/entities.ts";
import { defaultCircumstances, defaultSurfaces } from "../../../shared/pricing/default-surfaces.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { Session } from "../../../shared/sync/wire.ts";
import type { SamplePlan } from "../../local/sample/make-sample.ts";
import type { Say } from "../../words/dictionary.ts";
import type { sample } from "../../words/en/sample.ts";

type Words = Say<typeof sample>;
type Measured = Pick<Fields<"area">, "name" | "length" | "width" | "height" | "doors" | "windows">;

/** Rooms of an ordinary house; each says a measure in another of the ways that the keypad takes. */
const rooms = (w: Words): readonly Measured[] => [
  { name: w.living, length: "18", width: "14", height: "8", doors: 2, windows: 3 },
  { name: w.kitchen, length: "12'6\"", width: "11", height: "8", doors: 1, windows: 1 },
  { name: w.bedroom, length: "12", width: "10'6\"", height: "8", doors: 1, windows: 2 },
];

/** A company that paints no rooms has a house from outside. */
const sides = (w: Words): readonly Measured[] => [
  { name: w.front, length: "40", width: "", height: "9", doors: 1, windows: 4 },
  { name: w.left, length: "28", width: "", height: "9", doors: 0, windows: 2 },
  { name: w.right, length: "28", width: "", height: "9", doors: 1, windows: 2 },
];

/** A house for playing: three areas measured, painted as the price book has them painted. */
export const samplePlan = (w: Words, { userId, userName }: Session): SamplePlan => ({
  customer: w.title,
  estimatorName: userName,
  estimatorId: userId,
  rooms: (priceBook: PriceBook) => {
    const kind = defaultSurfaces(priceBook, "room").some(({ painted }) => painted)
      ? "room"
      : "side";
    return (kind === "room" ? rooms(w) : sides(w)).map((measured) => ({
      area: { kind, ...measured, ...defaultCircumstances(priceBook), note: "" },
      surfaces: defaultSurfaces(priceBook, kind),
    }));
  },
});
