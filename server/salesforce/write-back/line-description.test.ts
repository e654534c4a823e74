import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { price } from "../../../shared/pricing/price.ts";
import {
  buildArea,
  buildEstimate,
  buildItem,
} from "../../../shared/pricing/testing/build-estimate.ts";
import { lineDescription } from "./line-description.ts";

test("a line is called what the tablet calls it, named or not", () => {
  const items = [
    buildItem("crew", { kind: "crew-days", label: "", painters: "2", quantity: "1.5" }),
    buildItem("bought", { kind: "price", label: " ", unitCost: 250_00 }),
    buildItem("named", { kind: "price", label: "Scissor lift", unitCost: 250_00 }),
  ];
  const estimate = { ...buildEstimate([buildArea("a", [{ substrate: "walls" }])]), items };
  const lines = price(estimate, examplePriceBook).options[0]?.lines ?? [];
  expect(lines.filter(({ kind }) => kind === "item").map(lineDescription)).toEqual([
    "Days of the crew",
    "Other work",
    "Scissor lift",
  ]);
});
