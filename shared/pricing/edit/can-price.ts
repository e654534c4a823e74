import type { Can, Product } from "../book/paint.ts";
import { scaledText } from "./decimal-text.ts";

const OUNCES_PER_GALLON = 128;

/** What a gallon of a can's paint costs with the product's uplift, in whole cents: by it cans are compared. */
export function centsPerGallon(can: Can, { uplift }: Product): number {
  const ounces = Number(can.fluidOunces.value);
  if (!(ounces > 0)) return 0;
  const withUplift = scaledText(uplift.value, 1_000_000) ?? "0";
  const times = 100_000_000n + BigInt(withUplift);
  const numerator = BigInt(can.cost.cents) * BigInt(OUNCES_PER_GALLON) * times * 2n;
  const whole = numerator / (BigInt(ounces) * 100_000_000n);
  return Number((whole + 1n) / 2n);
}
