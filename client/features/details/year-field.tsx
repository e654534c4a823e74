import { useState } from "react";
import { Field } from "../../ui/field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import type { EstimateTyping } from "./use-estimate-typing.ts";
import { needsLeadSafety, readYear } from "./year-built.ts";

type YearFieldProps = {
  readonly typing: EstimateTyping;
  /** The year as the record has it: when it changes, what was half typed over the old one is past. */
  readonly stored: number | null;
  /** The price book has a rule for lead: the question under the field says what the hint would. */
  readonly asks: boolean;
};

/** Half a year, and the one it was typed over. */
interface Unfinished {
  readonly text: string;
  readonly over: number | null;
  readonly left: boolean;
}

/** The year a house was built. A year cannot be kept before its last digit: until then it says so. */
export function YearField({ typing, stored, asks }: YearFieldProps) {
  const { t } = useWords();
  const [half, setHalf] = useState<Unfinished | null>(null);
  const unfinished = half?.over === stored ? half : null;
  const text = unfinished?.text ?? typing.text("yearBuilt");

  const type = (typed: string) => {
    const digits = typed.replaceAll(/\D/g, "");
    const kept = typing.typeYear(digits);
    setHalf(kept ? null : { text: digits, over: stored, left: digits.length === 4 });
  };
  const leave = () => {
    typing.leave();
    if (unfinished) setHalf({ ...unfinished, left: true });
  };

  return (
    <Field
      label={t.detailsYear}
      value={text}
      onText={type}
      onBlur={leave}
      inputMode="numeric"
      maxLength={4}
      autoComplete="off"
      hint={!asks && needsLeadSafety(readYear(text)) ? t.detailsLeadSafe : undefined}
      problem={unfinished?.left ? t.detailsYearUnfinished : null}
    />
  );
}
