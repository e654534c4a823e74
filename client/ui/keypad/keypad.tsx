import { memo, type PointerEvent, type ReactNode } from "react";
import { CloseIcon, EraseIcon, MinusIcon, NextIcon, PlusIcon } from "../icons.tsx";
import { IconButton } from "../icon-button.tsx";
import { useStableHandler } from "../use-stable-handler.ts";
import { keypadLayout, type KeypadSlot } from "./keypad-layout.ts";
import { isDigit, pressKey, type KeypadKey, type KeypadMode } from "./keypad-text.ts";
import { PrettyText } from "./pretty-text.tsx";
import css from "./keypad.module.css";

/** The words on and behind the keys; a dictionary with these names fits as it is. */
export type KeypadWords = {
  readonly keypadFeet: string;
  readonly keypadFeetName: string;
  readonly keypadInches: string;
  readonly keypadInchesName: string;
  readonly keypadHalf: string;
  readonly keypadQuarter: string;
  readonly keypadEighth: string;
  readonly keypadPoint: string;
  readonly keypadPlus: string;
  readonly keypadLess: string;
  readonly keypadMore: string;
  readonly keypadErase: string;
  readonly keypadClear: string;
  readonly keypadNext: string;
  readonly keypadDone: string;
};

export type KeypadProps = {
  readonly mode: KeypadMode;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onNext: () => void;
  /** Puts the keypad away. */
  readonly onDone?: (() => void) | undefined;
  readonly label: string;
  readonly echo: string | null;
  readonly problem: string | null;
  readonly words: KeypadWords;
  /** One line beside the label, where the keypad hides what is otherwise always in sight: a running price. */
  readonly aside?: ReactNode;
  /** The text stands selected: the next digit begins anew. */
  readonly fresh?: boolean | undefined;
};

/** The one keypad. It stands in a `KeypadDock`, beside or under the fields, never over them. */
export function Keypad(props: KeypadProps) {
  const { mode, text, onText, onNext, onDone, label, echo, problem, words, aside } = props;
  const { fresh = false } = props;
  const press = useStableHandler((key: KeypadSlot["key"]) =>
    key === "next" ? onNext() : onText(pressKey(text, key, mode, fresh)),
  );
  return (
    <section
      className={css["keypad"]}
      data-mode={mode}
      aria-label={label}
      onPointerDown={keepFocusInField}
    >
      <div className={css["readout"]}>
        <span className={css["label"]} aria-hidden="true">
          {label}
        </span>
        {aside ? <div className={css["aside"]}>{aside}</div> : null}
        <span
          className={css["text"]}
          aria-hidden="true"
          data-fresh={fresh && text !== ""}
          data-long={text.length > 14}
        >
          <PrettyText text={text} />
        </span>
        <span className={problem === null ? css["echo"] : css["problem"]} aria-hidden="true">
          {problem ?? echo}
        </span>
      </div>
      {onDone ? (
        <div className={css["done"]}>
          <IconButton label={words.keypadDone} icon={<CloseIcon />} onClick={onDone} />
        </div>
      ) : null}
      <Keys mode={mode} words={words} onPress={press} />
    </section>
  );
}

type KeysProps = Pick<KeypadProps, "mode" | "words"> & {
  readonly onPress: (key: KeypadSlot["key"]) => void;
};

/** The keys stay as they are while the text they make changes. */
const Keys = memo(function Keys({ mode, words, onPress }: KeysProps) {
  return (
    <div className={css["keys"]}>
      {keypadLayout[mode].map((slot) => (
        <Key key={slot.area} slot={slot} words={words} onPress={() => onPress(slot.key)} />
      ))}
    </div>
  );
});

type KeyProps = {
  readonly slot: KeypadSlot;
  readonly words: KeypadWords;
  readonly onPress: () => void;
};

function Key({ slot, words, onPress }: KeyProps) {
  const { face, name } = keyFace(slot.key, words);
  return (
    <button
      type="button"
      className={css["key"]}
      data-key={slot.key}
      style={{ gridArea: slot.area }}
      aria-label={name}
      onClick={onPress}
    >
      {face}
    </button>
  );
}

type Face = { readonly face: ReactNode; readonly name?: string | undefined };

function keyFace(key: KeypadKey | "next", words: KeypadWords): Face {
  if (isDigit(key)) return { face: key };
  switch (key) {
    case "half":
      return { face: <PrettyText text="1/2" />, name: words.keypadHalf };
    case "quarter":
      return { face: <PrettyText text="1/4" />, name: words.keypadQuarter };
    case "eighth":
      return { face: <PrettyText text="1/8" />, name: words.keypadEighth };
    case "feet":
      return { face: words.keypadFeet, name: words.keypadFeetName };
    case "inches":
      return { face: words.keypadInches, name: words.keypadInchesName };
    case "point":
      return { face: ".", name: words.keypadPoint };
    case "plus":
      return { face: <PlusIcon />, name: words.keypadPlus };
    case "less":
      return { face: <MinusIcon />, name: words.keypadLess };
    case "more":
      return { face: <PlusIcon />, name: words.keypadMore };
    case "erase":
      return { face: <EraseIcon size={36} />, name: words.keypadErase };
    case "clear":
      return { face: words.keypadClear };
    case "next":
      return { face: <NextFace word={words.keypadNext} />, name: words.keypadNext };
  }
}

function NextFace({ word }: { readonly word: string }) {
  return (
    <>
      <span className={css["word"]}>{word}</span>
      <NextIcon />
    </>
  );
}

/** Taps leave the caret in the field, where a laser may type next; the keys stay reachable by Tab. */
function keepFocusInField(event: PointerEvent): void {
  event.preventDefault();
}
