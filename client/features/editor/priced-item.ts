import type { PricedItem, PricedOption } from "../../../shared/pricing/priced-estimate.ts";

/** An item as an option prices it, whether it counts or is only offered; undefined while it cannot be. */
export function pricedItem(option: PricedOption | undefined, id: string): PricedItem | undefined {
  const line = option?.lines.find((it) => it.id === id);
  return line?.kind === "item" ? line : option?.offers.find((it) => it.id === id);
}
