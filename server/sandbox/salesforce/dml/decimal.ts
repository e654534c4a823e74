/** Exact decimal arithmetic on the two-digit numbers Salesforce keeps for money and quantities. */

/** Rounds half away from zero at the decimal digit, so 1.005 becomes 1.01 as a person expects. */
export function roundTo(value: number, scale: number): number {
  const shifted = shiftPoint(Math.abs(value), scale);
  return Math.sign(value) * shiftPoint(Math.round(shifted), -scale) || 0;
}

/** Moves the decimal point in the printed number: multiplying would bring in binary noise. */
function shiftPoint(value: number, places: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

const toHundredths = (value: number): bigint => BigInt(Math.round(roundTo(value, 2) * 100));

const fromHundredths = (value: bigint): number => Number(value) / 100;

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return dividend < 0n ? -((-dividend + half) / divisor) : (dividend + half) / divisor;
}

/** Sum of amounts, each of at most two digits after the point. */
export function addMoney(amounts: readonly number[]): number {
  return fromHundredths(amounts.reduce((sum, amount) => sum + toHundredths(amount), 0n));
}

/** Quantity times price less a discount in percent, rounded once, at the end, to the cent. */
export function lineTotal(quantity: number, unitPrice: number, discount = 0): number {
  const exact =
    toHundredths(quantity) * toHundredths(unitPrice) * (10_000n - toHundredths(discount));
  return fromHundredths(divideRounded(exact, 1_000_000n));
}

/** By how many percent `total` is below `subtotal`, to two digits. */
export function discountPercent(subtotal: number, total: number): number {
  const base = toHundredths(subtotal);
  if (base === 0n) return 0;
  return fromHundredths(divideRounded((base - toHundredths(total)) * 10_000n, base));
}
