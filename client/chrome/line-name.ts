import type { PricedLine } from "../../shared/pricing/priced-estimate.ts";
import type { Language } from "../words/language.ts";
import { offer } from "../words/offer.ts";

/** What a line is called where lines of all rooms stand together: "Bedroom, walls". */
export function lineName(line: PricedLine, language: Language): string {
  const w = offer[language];
  const label = "label" in line ? line.label : null;
  const said = typeof label === "string" ? label.trim() : (label?.[language] ?? "");
  switch (line.kind) {
    case "surface":
      return `${line.areaName}: ${line.substrate[language]}`;
    case "item":
      return said || (line.how === "crew-days" ? w.offerCrew : w.offerUnnamed);
    case "set-up":
      return w.offerSetUp;
    case "lead-safe":
      return w.offerLeadSafe;
    case "trip":
      return w.offerTrip;
    case "charge":
    case "sundries":
      return said;
    case "minimum-scope":
      return w.offerMinimumOf(said);
    case "minimum":
      return w.offerMinimum;
  }
}
