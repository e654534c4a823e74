import { useMemo } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { editArea } from "../../local/actions/edit-area.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { SaveResult } from "../../local/save-result.ts";
import type { Local } from "../../local/local.ts";
import { countOf } from "../../chrome/measure-note.ts";
import { type Typing, useTyping } from "../../chrome/use-typing.ts";

/** `typedMeasure` of the estimate (shared/estimate/entities.ts). */
export const MAX_MEASURE = 40;

export type TypedAreaField = "name" | "length" | "width" | "height" | "doors" | "windows" | "note";

export interface AreaTyping extends Pick<Typing, "leave"> {
  readonly text: (field: TypedAreaField) => string;
  /** A text that the field cannot hold is left out, as a key that does nothing. */
  readonly type: (field: TypedAreaField, text: string) => void;
}

/** Typing into the fields of an area. Counts are typed as text and kept as numbers. */
export function useAreaTyping(area: RecordOf<"area">): AreaTyping {
  const local = useLocal();
  const stored = useMemo(() => storedTexts(area), [area]);
  const { text, type, leave } = useTyping(area.id, stored);
  return {
    text,
    leave,
    type(field, typed) {
      const save = saveFor(local, area.id, field, typed);
      if (save) type(field, typed, save);
    },
  };
}

const storedTexts = (area: RecordOf<"area">): Readonly<Record<TypedAreaField, string>> => ({
  name: area.name,
  length: area.length,
  width: area.width,
  height: area.height,
  doors: String(area.doors),
  windows: String(area.windows),
  note: area.note,
});

type Save = (gesture: string) => Promise<SaveResult<void>>;

function saveFor(local: Local, id: string, field: TypedAreaField, typed: string): Save | null {
  switch (field) {
    case "doors":
    case "windows": {
      const count = countOf(typed);
      return count === null ? null : (gesture) => editArea(local, id, field, count, gesture);
    }
    case "length":
    case "width":
    case "height":
      if (typed.length > MAX_MEASURE) return null;
      return (gesture) => editArea(local, id, field, typed, gesture);
    case "name":
    case "note":
      return (gesture) => editArea(local, id, field, typed, gesture);
  }
}
