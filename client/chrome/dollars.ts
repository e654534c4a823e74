/** The most a field takes: a hundred million dollars is no line of a paint job. */
const MAX_DIGITS = 8;

/** Dollars as typed on the keypad, in cents: `125`, `125.5`, `125.50`; nothing is 0. Null for what is no amount. */
export function centsOf(typed: string): number | null {
  const text = typed.replaceAll(/[\s,$]/g, "");
  if (text === "") return 0;
  const found = /^(\d*)\.?(\d{0,2})$/.exec(text);
  if (!found) return null;
  const [, whole = "", rest = ""] = found;
  if (whole.length > MAX_DIGITS) return null;
  return Number(`${whole || "0"}${rest.padEnd(2, "0")}`);
}

/** The shortest text that stands for an amount, whatever its sign; none for nothing. */
export function dollarsText(cents: number): string {
  const amount = Math.abs(cents);
  if (amount === 0) return "";
  const rest = String(amount % 100).padStart(2, "0");
  return `${Math.floor(amount / 100)}${rest === "00" ? "" : `.${rest.replace(/0$/, "")}`}`;
}
