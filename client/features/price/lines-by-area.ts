import type { PricedLine, PricedOption } from "../../../shared/pricing/priced-estimate.ts";

/** Lines that belong together, with their sum in cents. */
export interface LineGroup {
  readonly key: string;
  /** The area's name; null for what belongs to the job as a whole, by `kind`. */
  readonly areaName: string | null;
  readonly kind: "area" | "items" | "job";
  readonly lines: readonly PricedLine[];
  readonly cents: number;
}

const kindOf = (line: PricedLine | undefined): LineGroup["kind"] =>
  line?.kind === "surface" ? "area" : line?.kind === "item" ? "items" : "job";

const keyOf = (line: PricedLine): string =>
  line.kind === "surface" ? `area-${line.areaId}` : kindOf(line);

/** An option's lines area by area in the painter's order, then other work, then what the whole job needs. */
export function linesByArea({ lines }: PricedOption): readonly LineGroup[] {
  return [...Map.groupBy(lines, keyOf)].map(([key, group]) => {
    const [first] = group;
    return {
      key,
      areaName: first?.kind === "surface" ? first.areaName : null,
      kind: kindOf(first),
      lines: group,
      cents: group.reduce((sum, { cents }) => sum + cents, 0),
    };
  });
}
