import { type ReactNode, useState } from "react";
import { NO_PRIMER, PREP_BY_OPTION } from "../../../shared/pricing/choice-keys.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { namedIn } from "../../chrome/edit-words/value-words.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { lengthNote, quantityNote } from "../../chrome/measure-note.ts";
import { findColours } from "../../chrome/palette.ts";
import { CheckRow } from "../../ui/check-row.tsx";
import { Chip, ChipRow } from "../../ui/chip-row.tsx";
import { Field } from "../../ui/field.tsx";
import { KeypadField } from "../../ui/keypad/keypad-field.tsx";
import type { KeypadMode } from "../../ui/keypad/keypad-text.ts";
import { Keypad } from "../../ui/keypad/keypad.tsx";
import { NoteField } from "../../ui/note-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { SelectField, type SelectOption } from "../../ui/select-field.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import type { ValueKind } from "./value-kind.ts";
import css from "./value-input.module.css";

export type ValueInputProps = {
  readonly label: string;
  readonly kind: ValueKind;
  readonly field: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onNext: () => void;
  readonly problem: string | null;
  readonly priceBook: PriceBook | null;
  /** The button that takes the value; the keypad has one of its own. */
  readonly confirm: ReactNode;
};

const keypadModes: Readonly<Partial<Record<ValueKind, KeypadMode>>> = {
  length: "length",
  count: "count",
  decimal: "decimal",
  money: "decimal",
};

/** Swatches under a colour: what a sheet shows without being scrolled. */
const MOST_SWATCHES = 8;

/** The input of one field, as it is where the field is at home. */
export function ValueInput(props: ValueInputProps) {
  const mode = keypadModes[props.kind];
  return mode === undefined ? (
    <div className={css["words"]}>
      <WordInput {...props} />
      {props.confirm}
    </div>
  ) : (
    <NumberInput {...props} mode={mode} />
  );
}

function NumberInput({
  label,
  kind,
  field,
  text,
  onText,
  onNext,
  problem,
  mode,
}: ValueInputProps & { readonly mode: KeypadMode }) {
  const { t } = useWords();
  const w = useSubject(conflictWords);
  const [fresh, setFresh] = useState(true);
  const note =
    kind === "length"
      ? lengthNote(text, field === "height" ? "height" : "span", t)
      : kind === "decimal"
        ? quantityNote(text, null, t)
        : { echo: null, problem };
  const write = (next: string) => {
    setFresh(false);
    onText(next);
  };
  const shared = { label, mode, text, fresh, onText: write, onNext, ...note };
  return (
    <div className={css["numbers"]}>
      <div className={css["field"]}>
        <KeypadField {...shared} active onActivate={() => undefined} />
      </div>
      <Keypad {...shared} words={{ ...t, keypadNext: w.conflictsUse }} />
    </div>
  );
}

function WordInput({ label, kind, field, text, onText, problem, priceBook }: ValueInputProps) {
  const { language } = useWords();
  const t = useEditWords();
  const w = useSubject(conflictWords);
  switch (kind) {
    case "flag":
      return (
        <SegmentedControl
          label={label}
          hideLabel
          value={text}
          onValue={onText}
          options={[
            { value: "yes", label: t.conflictYes },
            { value: "no", label: t.conflictNo },
          ]}
        />
      );
    case "coats":
      return (
        <SegmentedControl
          label={label}
          hideLabel
          value={text}
          onValue={onText}
          options={["", "1", "2", "3", "4"].map((value) => ({
            value,
            label: value || t.editorByOptionShort,
          }))}
        />
      );
    case "choice": {
      const entries = namedIn(priceBook, field).map((entry): SelectOption => ({
        value: entry.key,
        label: entry.label[language],
      }));
      return (
        <SelectField
          label={label}
          options={[...usual(field, w.conflictsByOption, t.fieldNoPrimer), ...entries]}
          value={text}
          onValue={onText}
        />
      );
    }
    case "discounts": {
      const given = new Set(text.split(" ").filter((key) => key !== ""));
      const turn = (key: string, isOn: boolean) => {
        const keys = isOn ? [...given, key] : [...given].filter((other) => other !== key);
        onText(keys.toSorted().join(" "));
      };
      return namedIn(priceBook, "discounts").map((entry) => (
        <CheckRow
          key={entry.key}
          label={entry.label[language]}
          checked={given.has(entry.key)}
          onChecked={(isOn) => turn(entry.key, isOn)}
        />
      ));
    }
    case "note":
      return <NoteField label={label} value={text} onText={onText} onLeave={() => undefined} />;
    case "colour":
      return (
        <>
          <Field label={label} value={text} onText={onText} maxLength={120} autoComplete="off" />
          <ChipRow label={t.editorColourNames}>
            {findColours(priceBook?.colours ?? [], text, language, MOST_SWATCHES).shown.map(
              (colour) => (
                <Chip
                  key={colour.text}
                  pressed={colour.text === text}
                  onPress={() => onText(colour.text)}
                >
                  <Swatch colour={colour.css} name={colour.text} />
                </Chip>
              ),
            )}
          </ChipRow>
        </>
      );
    case "year":
      return (
        <Field
          label={label}
          value={text}
          onText={onText}
          inputMode="numeric"
          maxLength={4}
          problem={problem}
        />
      );
    case "length":
    case "count":
    case "decimal":
    case "money":
    case "text":
      return (
        <Field label={label} value={text} onText={onText} autoComplete="off" problem={problem} />
      );
  }
}

/** What can be chosen beside the entries of the price book: to choose nothing. */
function usual(field: string, byOption: string, noPrimer: string): readonly SelectOption[] {
  switch (field) {
    case "access":
    case "occupancy":
    case "addOn":
      return [];
    case "prep":
      return [{ value: PREP_BY_OPTION, label: byOption }];
    case "primer":
      return [
        { value: "", label: byOption },
        { value: NO_PRIMER, label: noPrimer },
      ];
    default:
      return [{ value: "", label: byOption }];
  }
}
