import {
  echoLength,
  lengthDoubt,
  parseLength,
  type LengthParts,
} from "../../shared/units/length.ts";
import { parseQuantity } from "../../shared/units/decimal.ts";
import type { Words } from "../words/dictionary.ts";

/** What stands under a measure: how it was understood, or what is wrong with it. */
export interface MeasureNote {
  readonly echo: string | null;
  readonly problem: string | null;
}

const quiet: MeasureNote = { echo: null, problem: null };

/** Counts that the estimate can hold (`openingCount` in shared/estimate/entities.ts). */
export const MAX_OPENINGS = 99;

function longForm({ feet, inches, fraction }: LengthParts, t: Words): string {
  const part = fraction === null ? "" : `${fraction.top}/${fraction.bottom}`;
  const shown = [inches === 0 && part !== "" ? "" : String(inches), part].filter(Boolean).join(" ");
  if (shown === "0") return t.editorFeet(String(feet));
  return feet === 0 ? t.editorInches(shown) : t.editorFeetAndInches(String(feet), shown);
}

/** "12 ft 6 in = 12.5 ft"; a whole number of feet is not said twice. */
export function lengthNote(typed: string, measure: "span" | "height", t: Words): MeasureNote {
  const parsed = parseLength(typed);
  if (!parsed.ok) {
    switch (parsed.error.code) {
      case "empty":
        return quiet;
      case "not_a_length":
        return { echo: null, problem: t.keypadNotLength };
      case "too_many_inches":
        return { echo: null, problem: t.editorTooManyInches };
      case "too_long":
        return { echo: null, problem: t.editorBeyondLong };
    }
  }
  const parts = echoLength(parsed.ticks);
  switch (lengthDoubt(parsed.ticks, measure)) {
    case "missing_mark":
      return { echo: null, problem: t.keypadTooLong(parts.decimalFeet) };
    case "very_high":
      return { echo: null, problem: t.keypadTooHigh(parts.decimalFeet) };
    case null: {
      const long = longForm(parts, t);
      const whole = parts.inches === 0 && parts.fraction === null;
      return { echo: whole ? long : t.keypadEcho(long, parts.decimalFeet), problem: null };
    }
  }
}

/** The count that a typed text stands for; null when it is more than an area can have. */
export function countOf(typed: string): number | null {
  const count = Number(typed.replaceAll(/\D/g, ""));
  return count <= MAX_OPENINGS ? count : null;
}

/** Under an own quantity: `echo` is what the measures would give. */
export function quantityNote(typed: string, echo: string | null, t: Words): MeasureNote {
  const parsed = parseQuantity(typed);
  if (parsed.ok || parsed.error.code === "empty") return { echo, problem: null };
  return { echo: null, problem: t.editorNotNumber };
}
