import type { PaintColour, PricedLine } from "../../../shared/pricing/priced-estimate.ts";

/** The most that QuoteLineItem.Description holds. */
const LONGEST = 255;

/** Words for a quote line in the CRM: what is done where, in the office's English. */
export function lineDescription(line: PricedLine): string {
  return words(line).slice(0, LONGEST);
}

function words(line: PricedLine): string {
  switch (line.kind) {
    case "surface": {
      const coats = line.coats === 1 ? "1 coat" : `${line.coats} coats`;
      const paint = `${line.product.en} ${line.sheen.en}, ${colour(line.colour)}`;
      return `${line.areaName}: ${line.substrate.en}, ${coats}, ${paint}`;
    }
    case "item":
      return line.label === "" ? "Item" : line.label;
    case "set-up":
      return "Set-up and clean-up";
    case "minimum":
      return "Minimum job charge";
  }
}

const colour = (of: PaintColour): string => (of.kind === "named" ? of.name : of.label.en);
