import { useState } from "react";
import { CheckRow } from "../ui/check-row.tsx";
import { FieldGrid } from "../ui/field-grid.tsx";
import { Figure } from "../ui/figure.tsx";
import { KeypadDock } from "../ui/keypad/keypad-dock.tsx";
import { KeypadField } from "../ui/keypad/keypad-field.tsx";
import { Keypad } from "../ui/keypad/keypad.tsx";
import { useKeypadWalk } from "../ui/keypad/use-keypad-walk.ts";
import { List } from "../ui/list.tsx";
import { Money } from "../ui/money.tsx";
import { Screen } from "../ui/screen.tsx";
import { Stepper } from "../ui/stepper.tsx";
import { TwoPane } from "../ui/two-pane.tsx";
import { useWords } from "../words/words-provider.tsx";
import { sampleWords } from "./gallery-words.ts";
import css from "./gallery.module.css";
import { SampleAreas } from "./sample-areas.tsx";
import { SampleHeader } from "./sample-header.tsx";

const fields = [
  { id: "length", mode: "length" },
  { id: "width", mode: "length" },
  { id: "height", mode: "length" },
] as const;

type Id = (typeof fields)[number]["id"];

/** The room editor: fields, surfaces and the docked keypad; on its side with the areas and the running price. */
export function EditorScene() {
  const { t } = useWords();
  const [texts, setTexts] = useState<Readonly<Record<Id, string>>>({
    length: `12' 6 1/2"`,
    width: "126",
    height: "8",
  });
  const [doors, setDoors] = useState(2);
  const [ceiling, setCeiling] = useState(true);
  const labels = { length: t.areaLength, width: t.areaWidth, height: t.areaHeight };
  const echoes = { length: t.keypadEcho("12 ft 6 ½ in", "12.54"), width: null, height: "8 ft" };
  const problems = { length: null, width: t.keypadTooLong("126"), height: null };
  const walk = useKeypadWalk<Id>({
    fields,
    text: (id) => texts[id],
    onText: (id, text) => setTexts({ ...texts, [id]: text }),
  });
  const active = walk.activeId;

  const editor = (
    <KeypadDock
      keypad={
        walk.keypad && active ? (
          <Keypad
            {...walk.keypad}
            label={labels[active]}
            echo={echoes[active]}
            problem={problems[active]}
            words={t}
          />
        ) : null
      }
    >
      <div className={css["stack"]}>
        <FieldGrid>
          {fields.map(({ id }) => (
            <KeypadField
              key={id}
              {...walk.field(id)}
              label={labels[id]}
              echo={echoes[id]}
              problem={problems[id]}
            />
          ))}
        </FieldGrid>
        <Stepper
          label={t.areaDoors}
          value={doors}
          onValue={setDoors}
          lessLabel={sampleWords.doorLess}
          moreLabel={sampleWords.doorMore}
        />
        <List label={t.areaSurfaces}>
          <li>
            <CheckRow
              label={sampleWords.walls}
              detail={t.areaCoatCount(2)}
              checked
              onChecked={() => {}}
              meta={t.areaSquareFeet("392")}
            />
          </li>
          <li>
            <CheckRow
              label={sampleWords.ceiling}
              checked={ceiling}
              onChecked={setCeiling}
              meta={t.areaSquareFeet("188")}
            />
          </li>
          <li>
            <CheckRow
              label={sampleWords.baseboard}
              checked={false}
              onChecked={() => {}}
              meta={t.areaLinearFeet("55")}
            />
          </li>
        </List>
      </div>
    </KeypadDock>
  );

  return (
    <Screen
      fill
      header={
        <SampleHeader title="Living room" detail="Marisol Vega" state="saved" text={t.syncLocal} />
      }
    >
      <TwoPane
        list={<SampleAreas />}
        detail={editor}
        show="detail"
        price={
          <Figure
            label={sampleWords.priceSoFar}
            value={<Money cents={481_250} size="xl" rolls />}
            onOpen={() => {}}
          />
        }
      />
    </Screen>
  );
}
