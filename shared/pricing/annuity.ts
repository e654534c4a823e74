import { divide, type Exact, exact, isZero, multiply, ONE, subtract, add } from "../exact/exact.ts";

const TWELVE_HUNDRED = exact(1200);

function power(base: Exact, exponent: number): Exact {
  let result = ONE;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    if (rest > 1) square = multiply(square, square);
  }
  return result;
}

/**
 * What one cent borrowed costs a month, so that nothing is owed after `months` equal payments, each at a
 * month's end: `i / (1 - (1 + i)^-months)`, what spreadsheets call PMT. Exact, hence long: compute it once a plan.
 *
 * @param apr percent a year; 0 divides evenly.
 * @param months 1 or more.
 */
export function annuityFactor(apr: Exact, months: number): Exact {
  if (isZero(apr)) return exact(1, months);
  const monthly = divide(apr, TWELVE_HUNDRED);
  const growth = power(add(ONE, monthly), months);
  return divide(multiply(monthly, growth), subtract(growth, ONE));
}
