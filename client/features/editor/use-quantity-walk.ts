import { useMemo } from "react";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import type { QuantityUnit } from "../../../shared/pricing/book/substrate.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { useKeypadWalk } from "../../ui/keypad/use-keypad-walk.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { Words } from "../../words/dictionary.ts";
import { surfaceAmount } from "./area-facts.ts";
import { useEditor } from "./editor-context.tsx";
import { quantityNote } from "./measure-note.ts";
import { MAX_MEASURE } from "./use-area-typing.ts";
import { useTyping } from "../../chrome/use-typing.ts";

/** The own quantity of the surface that stands open, on the same keypad as the measures. */
export function useQuantityWalk({ area, surfaces }: AreaWithSurfaces, openId: string | null) {
  const words = useWords();
  const { t } = words;
  const local = useLocal();
  const editor = useEditor();
  const surface = surfaces.find(({ id }) => id === openId);
  const stored = useMemo(() => ({ quantity: surface?.quantity ?? "" }), [surface]);
  const typing = useTyping(openId ?? "", stored);

  const write = (text: string) => {
    if (openId === null || text.length > MAX_MEASURE) return;
    const value = text.trim() === "" ? null : text;
    typing.type("quantity", text, (gesture) =>
      setSurface(local, openId, "quantity", value, gesture),
    );
  };
  const walk = useKeypadWalk<"quantity">({
    fields: surface ? [{ id: "quantity", mode: "decimal" }] : [],
    text: () => typing.text("quantity"),
    onText: (_, text) => write(text),
    onEnd: typing.leave,
  });

  const substrate = editor.priceBook.substrates.find(({ key }) => key === surface?.substrate);
  const measured = surface && surfaceAmount(editor, area, { ...surface, quantity: null }, words);
  const described = {
    label: t.editorOwnQuantity(unitWord(substrate?.unit ?? "sqft", t)),
    ...quantityNote(typing.text("quantity"), measured ? t.editorFromMeasures(measured) : null, t),
  };
  return {
    close() {
      typing.leave();
      walk.close();
    },
    field: { ...walk.field("quantity"), ...described },
    keypad: walk.keypad ? { ...walk.keypad, ...described } : null,
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
