import { useMemo, useState } from "react";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { parseTaskPercents, printTaskPercents } from "../../../shared/estimate/prep-tasks.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { QuantityUnit } from "../../../shared/pricing/book/substrate.ts";
import { useTyping } from "../../chrome/use-typing.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { KeypadFieldProps } from "../../ui/keypad/keypad-field.tsx";
import { useKeypadWalk } from "../../ui/keypad/use-keypad-walk.ts";
import type { Words } from "../../words/dictionary.ts";
import { useWords } from "../../words/words-provider.tsx";
import { surfaceAmount } from "./area-facts.ts";
import { useEditor } from "./editor-context.tsx";
import { type MeasureNote, quantityNote } from "../../chrome/measure-note.ts";
import { type PrepWay, type SurfaceField, taskField } from "./surface-field.ts";
import { MAX_MEASURE } from "./use-area-typing.ts";

export interface SurfaceWalk {
  readonly field: (id: SurfaceField) => KeypadFieldProps;
  readonly prepWay: PrepWay;
  /** Shows the fields of another way; what stands in the record is the panel's to change. */
  readonly showPrepWay: (way: PrepWay) => void;
}

const wayOf = (surface: RecordOf<"surface"> | undefined): PrepWay => {
  if (surface === undefined) return "level";
  if (surface.prepHours !== null) return "hours";
  return surface.prepTasks === "" ? "level" : "tasks";
};

function storedTexts(surface: RecordOf<"surface"> | undefined): Readonly<Record<string, string>> {
  const tasks = parseTaskPercents(surface?.prepTasks ?? "");
  return {
    quantity: surface?.quantity ?? "",
    hours: surface?.prepHours ?? "",
    ...Object.fromEntries(tasks.map(({ task, percent }) => [taskField(task), String(percent)])),
  };
}

/** What is typed about the surface that stands open, on the same keypad as the measures. */
export function useSurfaceWalk({ area, surfaces }: AreaWithSurfaces, openId: string | null) {
  const words = useWords();
  const { t, language } = words;
  const local = useLocal();
  const editor = useEditor();
  const surface = surfaces.find(({ id }) => id === openId);
  const stored = useMemo(() => storedTexts(surface), [surface]);
  const typing = useTyping(openId ?? "", stored);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly way: PrepWay } | null>(null);
  const prepWay = chosen?.id === openId ? chosen.way : wayOf(surface);
  const { prepTasks } = editor.priceBook;

  const taskIds = prepWay === "tasks" ? prepTasks.map(({ key }) => taskField(key)) : [];
  const ids = ["quantity", ...(prepWay === "hours" ? ["hours"] : taskIds)];

  const write = (id: SurfaceField, typed: string) => {
    if (openId === null || typed.length > MAX_MEASURE) return;
    const value = typed.trim() === "" ? null : typed;
    if (id === "quantity" || id === "hours") {
      const field = id === "hours" ? "prepHours" : "quantity";
      return typing.type(id, typed, (gesture) => setSurface(local, openId, field, value, gesture));
    }
    const percent = Number(typed);
    if (percent > 100) return;
    const all = prepTasks.map(({ key }) => {
      const own = taskField(key);
      return { task: key, percent: own === id ? percent : Number(typing.text(own)) };
    });
    const tasks = printTaskPercents(all);
    typing.type(id, percent === 0 ? "" : typed, (gesture) =>
      setSurface(local, openId, "prepTasks", tasks, gesture),
    );
  };

  const walk = useKeypadWalk<SurfaceField>({
    fields: surface
      ? ids.map((id) => ({ id, mode: id.startsWith("task:") ? "count" : "decimal" }))
      : [],
    text: typing.text,
    onText: write,
    onEnd: typing.leave,
  });

  const described = (id: SurfaceField): MeasureNote & { readonly label: string } => {
    if (id === "hours")
      return {
        label: t.editorPrepHours,
        ...quantityNote(typing.text(id), t.editorPrepHoursNote, t),
      };
    if (id !== "quantity") {
      const task = prepTasks.find(({ key }) => taskField(key) === id);
      return { label: `${task?.label[language] ?? id}, %`, echo: null, problem: null };
    }
    const substrate = editor.priceBook.substrates.find(({ key }) => key === surface?.substrate);
    const measured = surface && surfaceAmount(editor, area, { ...surface, quantity: null }, words);
    return {
      label: t.editorOwnQuantity(unitWord(substrate?.unit ?? "sqft", t)),
      ...quantityNote(typing.text(id), measured ? t.editorFromMeasures(measured) : null, t),
    };
  };
  const goOn = () => {
    typing.leave();
    walk.keypad?.onNext();
  };
  const { activeId } = walk;

  return {
    activeId,
    open: (id: SurfaceField) => {
      if (id !== activeId) typing.leave();
      if (ids.includes(id)) walk.open(id);
    },
    close() {
      typing.leave();
      walk.close();
    },
    prepWay,
    showPrepWay: (way: PrepWay) => {
      if (openId === null) return;
      walk.close();
      setChosen({ id: openId, way });
    },
    field: (id: SurfaceField) => ({ ...walk.field(id), ...described(id), onNext: goOn }),
    keypad:
      walk.keypad && activeId !== null
        ? { ...walk.keypad, ...described(activeId), onNext: goOn }
        : null,
  };
}

function unitWord(unit: QuantityUnit, t: Words): string {
  switch (unit) {
    case "sqft":
      return t.editorUnitSquareFeet;
    case "lf":
      return t.editorUnitLinearFeet;
    case "each":
      return t.editorUnitPieces;
  }
}
