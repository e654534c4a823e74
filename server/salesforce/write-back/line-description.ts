import type {
  PaintColour,
  PricedLine,
  PricedSurface,
} from "../../../shared/pricing/priced-estimate.ts";

/** The most that QuoteLineItem.Description holds. */
const LONGEST = 255;

/** Words for a quote line in the CRM: what is done where, in the office's English. */
export const lineDescription = (line: PricedLine): string => fitting(words(line));

/** As much of it as a line's description holds. */
export const fitting = (text: string): string => text.slice(0, LONGEST);

function words(line: PricedLine): string {
  switch (line.kind) {
    case "surface":
      return surfaceWords(line);
    case "item": {
      // As the tablet calls a line that nobody named.
      const label = typeof line.label === "string" ? line.label.trim() : line.label.en;
      return label || (line.how === "crew-days" ? "Days of the crew" : "Other work");
    }
    case "set-up":
      return "Set-up and clean-up";
    case "lead-safe":
      return "Lead-safe work";
    case "trip":
      return "Travel";
    case "charge":
      return line.label?.en ?? "Access";
    case "sundries":
      return line.label?.en ?? "Sundries";
    case "minimum-scope":
      return line.label === null ? "Minimum charge" : `Minimum charge: ${line.label.en}`;
    case "minimum":
      return "Minimum job charge";
  }
}

function surfaceWords(line: PricedSurface): string {
  const coats = line.coats === 1 ? "1 coat" : `${line.coats} coats`;
  const paint = `${line.product.en} ${line.sheen.en}, ${colour(line.colour)}`;
  const primer = line.primer === null ? "" : `, primer: ${line.primer.en}`;
  return `${line.areaName}: ${line.substrate.en}, ${coats}, ${paint}${primer}`;
}

function colour(of: PaintColour): string {
  switch (of.kind) {
    case "named":
      return of.name;
    case "slot":
      return of.label.en;
    case "primer":
      return "primer";
  }
}
