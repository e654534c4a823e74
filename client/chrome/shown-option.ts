import type { RecordOf } from "../../shared/estimate/record.ts";
import type { PricedEstimate, PricedOption } from "../../shared/pricing/priced-estimate.ts";

/**
 * The option whose price stands for the estimate where there is room for one: the accepted one, else the one
 * asked for, else the middle one, which is what most customers take.
 */
export function shownOption(
  estimate: Pick<RecordOf<"estimate">, "acceptedOption">,
  priced: PricedEstimate | null,
  wanted: string | null = null,
): PricedOption | undefined {
  const options = priced?.options ?? [];
  const byKey = (key: string | null) => options.find((option) => option.key === key);
  return (
    byKey(estimate.acceptedOption) ??
    byKey(wanted) ??
    options[Math.floor(Math.max(0, options.length - 1) / 2)]
  );
}
