import type { RecordOf } from "../../../shared/estimate/record.ts";
import { editArea } from "../../local/actions/edit-area.ts";
import { useLocal } from "../../local/local-context.tsx";

import { useWords } from "../../words/words-provider.tsx";
import { Choice } from "./choice.tsx";
import { DisputeMark } from "./dispute-mark.tsx";
import { useEditor } from "./editor-context.tsx";
import { NoteField } from "../../ui/note-field.tsx";
import css from "./area-circumstances.module.css";
import type { AreaTyping } from "./use-area-typing.ts";
import { useSay } from "../../chrome/use-say.ts";

type AreaCircumstancesProps = { readonly area: RecordOf<"area">; readonly typing: AreaTyping };

/** How hard the area is to get at, what stands in it, and what the crew should know. */
export function AreaCircumstances({ area, typing }: AreaCircumstancesProps) {
  const { t, language } = useWords();
  const local = useLocal();
  const { estimate, priceBook } = useEditor();
  const say = useSay();
  const options = (bands: typeof priceBook.access) =>
    bands.map(({ key, label }) => ({ value: key, label: label[language] }));
  // Nothing on the outside of a house goes slower because of furniture: nobody is asked about it there.
  const here = estimate.areas.find((it) => it.area.id === area.id)?.surfaces ?? [];
  const isSlowed = priceBook.substrates.some(
    ({ key, multipliers }) =>
      multipliers.includes("occupancy") && here.some(({ substrate }) => substrate === key),
  );
  const isUsual = area.occupancy === priceBook.occupancy[0]?.key;
  return (
    <div className={css["circumstances"]}>
      <Choice
        label={t.areaAccess}
        options={options(priceBook.access)}
        value={area.access}
        onValue={(access) => void say(editArea(local, area.id, "access", access))}
      />
      <DisputeMark id={area.id} field="access" />
      {isSlowed || !isUsual ? (
        <Choice
          label={t.editorOccupancy}
          options={options(priceBook.occupancy)}
          value={area.occupancy}
          onValue={(occupancy) => void say(editArea(local, area.id, "occupancy", occupancy))}
        />
      ) : null}
      <DisputeMark id={area.id} field="occupancy" />
      <NoteField
        label={t.areaNote}
        value={typing.text("note")}
        onText={(text) => typing.type("note", text)}
        onLeave={typing.leave}
      />
      <DisputeMark id={area.id} field="note" />
    </div>
  );
}
