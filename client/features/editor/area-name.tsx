import type { RecordOf } from "../../../shared/estimate/record.ts";
import { Field } from "../../ui/field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import type { Words } from "../../words/dictionary.ts";
import { freeName } from "./area-names.ts";
import { Chip, ChipRow } from "../../ui/chip-row.tsx";
import { DisputeMark } from "./dispute-mark.tsx";
import { useEditor } from "./editor-context.tsx";
import type { AreaKind } from "./new-area.ts";
import type { AreaTyping } from "./use-area-typing.ts";
import css from "./area-name.module.css";

type AreaNameProps = {
  readonly area: RecordOf<"area">;
  readonly typing: AreaTyping;
  /** The name is typed on the tablet's own keyboard: ours makes room. */
  readonly onEnter: () => void;
};

const quickNames = (kind: AreaKind, t: Words): readonly string[] =>
  kind === "room"
    ? [
        t.editorLivingRoom,
        t.editorKitchen,
        t.editorDiningRoom,
        t.editorBedroom,
        t.editorBath,
        t.editorHall,
      ]
    : [t.editorFront, t.editorRear, t.editorLeft, t.editorRight];

/** The area's name: one tap for the usual ones, typed for the others. */
export function AreaName({ area, typing, onEnter }: AreaNameProps) {
  const { t } = useWords();
  const { estimate } = useEditor();
  const others = estimate.areas.filter((other) => other.area.id !== area.id);
  const taken = others.map((other) => other.area.name);
  const name = typing.text("name");
  return (
    <div className={css["name"]}>
      <Field
        label={t.areaName}
        value={name}
        maxLength={120}
        autoComplete="off"
        enterKeyHint="done"
        onText={(text) => typing.type("name", text)}
        onFocus={onEnter}
        onBlur={typing.leave}
      />
      <DisputeMark id={area.id} field="name" />
      <DisputeMark id={area.id} field="*" />
      <ChipRow label={t.editorQuickNames}>
        {quickNames(area.kind, t).map((quick) => (
          <Chip
            key={quick}
            pressed={name === quick || name.startsWith(`${quick} `)}
            onPress={() => {
              typing.type("name", freeName(quick, taken));
              typing.leave();
            }}
          >
            {quick}
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
}
