import type { Substrate } from "./book/substrate.ts";
import type { HeightBand, Method, PrepLevel, Primer } from "./book/work.ts";
import { checkRate } from "./check-curves.ts";
import { NO_PRIMER, PREP_BY_OPTION } from "./choice-keys.ts";
import type { Walk } from "./walk.ts";

/** Percent. Ten times what is there is no waste and no prep but a slip of the finger. */
export const MAX_PERCENT = 1000;

export function checkSubstrate(substrate: Substrate, walk: Walk): void {
  const { appliesTo, scope, colourSlot, labour, method, multipliers } = substrate;
  walk.once(appliesTo, (index) => `appliesTo.${index}`);
  walk.refer("scopes", scope, "scope");
  walk.refer("colourSlots", colourSlot, "colourSlot");
  for (const [index, rate] of labour.byCoats.entries()) {
    checkRate(rate, `labour.byCoats.${index}`, walk);
  }
  walk.refer("methods", method, "method");
  walk.once(multipliers, (index) => `multipliers.${index}`);
}

/** Of two bands that begin at the same height, nobody could say which holds. */
export function heightBandCheck(): (band: HeightBand, walk: Walk) => void {
  const taken = new Map<string, string>();
  return ({ key, appliesTo, fromFeet }, walk) => {
    walk.once(appliesTo, (index) => `appliesTo.${index}`);
    for (const kind of new Set(appliesTo)) {
      const height = `${kind} ${Number(fromFeet.value)}`;
      const other = taken.get(height);
      if (other !== undefined) {
        walk.say("height_band_twice", fromFeet.value, other, "fromFeet.value");
        return;
      }
      taken.set(height, key);
    }
  };
}

export function checkMethod({ waste }: Method, walk: Walk): void {
  walk.atMost(MAX_PERCENT, waste, "waste");
}

export function checkPrimer({ key, product, sheen, percent, labour }: Primer, walk: Walk): void {
  if (key === NO_PRIMER) walk.say("reserved_key", key, "", "key");
  walk.refer("products", product, "product");
  checkSheen(product, sheen, "sheen", walk);
  walk.atMost(100, percent, "percent");
  walk.atMost(MAX_PERCENT, labour, "labour");
}

/** A sheen must be there, and be one that the product comes in. */
export function checkSheen(product: string, sheen: string, further: string, walk: Walk): void {
  const sheens = walk.known.sheens.get(product);
  if (!walk.known.keys.sheens.has(sheen)) walk.refer("sheens", sheen, further);
  else if (sheens?.has(sheen) === false) {
    walk.say("sheen_not_of_product", sheen, product, further);
  }
}

export function checkPrepLevel({ key, how }: PrepLevel, walk: Walk): void {
  if (key === PREP_BY_OPTION) walk.say("reserved_key", key, "", "key");
  if (how.kind === "tasks") {
    for (const [index, { task, percent }] of how.tasks.entries()) {
      walk.refer("prepTasks", task, `how.tasks.${index}.task`);
      walk.atMost(100, percent, `how.tasks.${index}.percent`);
    }
    walk.once(
      how.tasks.map(({ task }) => task),
      (index) => `how.tasks.${index}.task`,
    );
  }
  if (how.kind === "percent") {
    walk.atMost(MAX_PERCENT, how.labour, "how.labour");
    walk.atMost(MAX_PERCENT, how.paint, "how.paint");
  }
}
