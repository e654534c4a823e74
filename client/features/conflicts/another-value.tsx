import { useState } from "react";
import type { Scalar } from "../../../shared/estimate/entities.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { type FieldOf, textOf, typedValue, type ValueKind } from "./value-kind.ts";
import { ValueInput } from "./value-input.tsx";
import css from "./value-input.module.css";

type AnotherValueProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What the value is of: "Bedroom · Width". */
  readonly title: string;
  /** The field by its name. */
  readonly label: string;
  readonly kind: ValueKind;
  readonly target: FieldOf;
  readonly standing: Scalar;
  readonly priceBook: PriceBook | null;
  /** Who has settled it while this one is typed, in words; null while nobody has. */
  readonly meanwhile: string | null;
  readonly onUse: (value: Scalar) => void;
};

/** Neither of the two: a third value, with the input that the field has at home. */
export function AnotherValue({ open, onClose, title, meanwhile, ...rest }: AnotherValueProps) {
  const { t } = useWords();
  const w = useSubject(conflictWords);
  return (
    <Sheet open={open} onClose={onClose} title={title} closeLabel={t.close} startsInField>
      {/* Always there, so that it is read out when it fills. */}
      <output className={css["meanwhile"]}>
        {meanwhile === null ? null : (
          <>
            <p>{meanwhile}</p>
            <Button onClick={onClose}>{w.conflictsMeanwhileClose}</Button>
          </>
        )}
      </output>
      {open ? <Typing {...rest} isLate={meanwhile !== null} /> : null}
    </Sheet>
  );
}

type TypingProps = Omit<AnotherValueProps, "open" | "onClose" | "title" | "meanwhile"> & {
  readonly isLate: boolean;
};

function Typing({ label, kind, target, standing, priceBook, isLate, onUse }: TypingProps) {
  const w = useSubject(conflictWords);
  const [text, setText] = useState(() => textOf(kind, standing));
  const value = typedValue(kind, text, target, standing);
  const useIt = isLate ? w.conflictsMeanwhileUse : w.conflictsOtherUse;
  const use = () => {
    if (value !== undefined) onUse(value);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <ValueInput
        label={label}
        kind={kind}
        field={target.field}
        text={text}
        onText={setText}
        onNext={use}
        problem={value === undefined ? w.conflictsOtherNot : null}
        priceBook={priceBook}
        confirm={
          <Button type="submit" variant="primary" big wide disabled={value === undefined}>
            {useIt}
          </Button>
        }
      />
    </form>
  );
}
