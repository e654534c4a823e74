import { useMemo, useState } from "react";
import { valueAt, withValueAt } from "../../../shared/pricing/edit/json.ts";
import { draftsOf, useTyping } from "../../chrome/use-typing.ts";
import { useSay } from "../../chrome/use-say.ts";
import { useLocal } from "../../local/local-context.tsx";
import { useBook } from "./book-context.tsx";
import type { FormGroup, NumberField, TextField } from "./forms/form-fields.ts";
import { useBookEdits } from "./use-book-edits.ts";

/** What a field shows that cannot stand in the book yet, and over which text it was typed. */
interface Unfinished {
  readonly id: string;
  readonly text: string;
  readonly over: string;
}

export interface EntryTyping {
  readonly text: (field: Typed) => string;
  /** Why what the field shows is not in the draft. */
  readonly problem: (field: Typed) => string | null;
  readonly type: (field: Typed, typed: string) => void;
  /** English or Spanish of a label. */
  readonly words: (at: string, stored: string) => string;
  readonly typeWords: (at: string, typed: string) => void;
  readonly leave: () => void;
  /** A choice: written at once. */
  readonly choose: (at: string, value: unknown) => void;
}

type Typed = NumberField | TextField;

export const idOf = (field: Typed): string => (field.kind === "number" ? field.id : field.at);

/**
 * Typing into an entry of the price book. Every text that can stand there is in the draft with its key; one that cannot,
 * half a number, stays on the screen until it can.
 */
export function useEntryTyping(
  path: string,
  entry: unknown,
  groups: readonly FormGroup[],
): EntryTyping {
  const { b, tools } = useBook();
  const local = useLocal();
  const say = useSay();
  const { write } = useBookEdits();
  const [half, setHalf] = useState<Unfinished | null>(null);
  const stored = useMemo(() => storedTexts(groups), [groups]);
  const typing = useTyping(`book ${path}`, stored);

  const save = (id: string, at: string, typed: string, value: unknown) => {
    setHalf(null);
    typing.type(id, typed, (gesture) => write(path, at, value, gesture));
  };
  const fits = (at: string, value: unknown): boolean =>
    value !== undefined && tools.canStand(path, withValueAt(entry, at, value));

  return {
    text: (field) =>
      half?.id === idOf(field) && half.over === field.text ? half.text : typing.text(idOf(field)),
    problem: (field) =>
      half?.id === idOf(field) && half.over === field.text
        ? field.kind === "number"
          ? b.entryNotANumber
          : b.entryNotFitting
        : null,
    type(field, typed) {
      const value = field.parse(typed);
      const id = idOf(field);
      if (fits(field.at, value)) save(id, field.at, typed, value);
      else setHalf({ id, text: typed, over: field.text });
    },
    words: (at) => typing.text(at),
    typeWords(at, typed) {
      if (fits(at, typed)) save(at, at, typed, typed);
    },
    leave() {
      typing.leave();
      // Two fields may show one number: what was typed into the one gives way to what it has become.
      void draftsOf(local).settle();
    },
    choose(at, value) {
      const next = withValueAt(entry, at, value);
      if (valueAt(entry, at) === value || !tools.canStand(path, next)) return;
      void say(write(path, at, value));
    },
  };
}

function storedTexts(groups: readonly FormGroup[]): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { fields } of groups)
    for (const field of fields) {
      if (field.kind === "number" || field.kind === "text") texts[idOf(field)] = field.text;
      if (field.kind !== "words") continue;
      const at = field.at === "" ? "" : `${field.at}.`;
      texts[`${at}en`] = field.value.en;
      texts[`${at}es`] = field.value.es;
    }
  return texts;
}
