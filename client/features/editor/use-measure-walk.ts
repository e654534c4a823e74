import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useKeypadWalk } from "../../ui/keypad/use-keypad-walk.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { Words } from "../../words/dictionary.ts";
import { lengthNote, type MeasureNote } from "../../chrome/measure-note.ts";
import type { AreaTyping } from "./use-area-typing.ts";

const roomFields = ["length", "width", "height", "doors", "windows"] as const;
const sideFields = ["length", "height", "doors", "windows"] as const;

export type MeasureField = (typeof roomFields)[number];
export type MeasureWalk = ReturnType<typeof useMeasureWalk>;

const isCount = (field: MeasureField): boolean => field === "doors" || field === "windows";

/** The walk around a room: length, width, height, doors, windows; a side of a house has no width. */
export function useMeasureWalk(area: RecordOf<"area">, typing: AreaTyping) {
  const { t } = useWords();
  const ids: readonly MeasureField[] = area.kind === "room" ? roomFields : sideFields;
  const walk = useKeypadWalk<MeasureField>({
    fields: ids.map((id) => ({ id, mode: isCount(id) ? "count" : "length" })),
    text: typing.text,
    onText: typing.type,
  });
  const { activeId } = walk;
  const goOn = () => {
    typing.leave();
    walk.keypad?.onNext();
  };
  const described = (id: MeasureField) => ({
    label: measureLabel(id, t),
    ...noteFor(id, typing.text(id), t),
  });
  return {
    ids,
    activeId,
    close: () => {
      typing.leave();
      walk.close();
    },
    open: (wanted: string) => {
      const id = ids.find((known) => known === wanted);
      if (!id || id === activeId) return;
      typing.leave();
      walk.open(id);
    },
    field: (id: MeasureField) => ({ ...walk.field(id), ...described(id), onNext: goOn }),
    keypad:
      walk.keypad && activeId ? { ...walk.keypad, ...described(activeId), onNext: goOn } : null,
  };
}

function measureLabel(field: MeasureField, t: Words): string {
  switch (field) {
    case "length":
      return t.areaLength;
    case "width":
      return t.areaWidth;
    case "height":
      return t.areaHeight;
    case "doors":
      return t.areaDoors;
    case "windows":
      return t.areaWindows;
  }
}

function noteFor(field: MeasureField, typed: string, t: Words): MeasureNote {
  if (isCount(field)) return { echo: null, problem: null };
  return lengthNote(typed, field === "height" ? "height" : "span", t);
}
