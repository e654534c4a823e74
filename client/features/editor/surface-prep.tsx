import { PREP_BY_OPTION } from "../../../shared/pricing/choice-keys.ts";
import { useSay } from "../../chrome/use-say.ts";
import { draftsOf } from "../../chrome/use-typing.ts";
import { type Prep, setPrep } from "../../local/actions/set-prep.ts";
import { useLocal } from "../../local/local-context.tsx";
import { KeypadField } from "../../ui/keypad/keypad-field.tsx";
import { surface as surfaceWords } from "../../words/surface.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { Choice } from "./choice.tsx";
import { useGround } from "./editor-context.tsx";
import { Chip, ChipRow } from "../../ui/chip-row.tsx";
import type { SurfaceOptionsProps } from "./surface-options.tsx";
import { type PrepWay, taskField } from "./surface-field.ts";
import css from "./surface-options.module.css";

/** Prep in one of three ways: a level of the book, tasks in percent, or hours. Most surfaces never leave the first. */
export function SurfacePrep({ surface, walk }: Omit<SurfaceOptionsProps, "name">) {
  const { t } = useWords();
  const w = useSubject(surfaceWords);
  const local = useLocal();
  const say = useSay();
  const { priceBook } = useGround();
  const save = (prep: Partial<Prep>) => void say(setPrep(local, surface.id, prep));

  const go = async (way: PrepWay) => {
    walk.showPrepWay(way);
    // What was typed for the way that is left behind would still count.
    await draftsOf(local).settle();
    if (way !== "hours") save({ prepHours: null });
    if (way === "level") save({ prepHours: null, prepTasks: "" });
  };
  const ways: readonly (readonly [PrepWay, string])[] = [
    ["level", w.surfacePrepLevel],
    ...(priceBook.prepTasks.length === 0 ? [] : [["tasks", w.surfacePrepTasks] as const]),
    ["hours", w.surfacePrepHours],
  ];
  return (
    <div className={css["prep"]}>
      <h3>{t.areaPrep}</h3>
      <ChipRow label={w.surfacePrepWay}>
        {ways.map(([way, label]) => (
          <Chip key={way} pressed={walk.prepWay === way} onPress={() => void go(way)}>
            {label}
          </Chip>
        ))}
      </ChipRow>
      {walk.prepWay === "level" ? (
        <Levels surface={surface} onPrep={(prep) => save({ prep })} />
      ) : walk.prepWay === "hours" ? (
        <KeypadField {...walk.field("hours")} />
      ) : (
        <div className={css["tasks"]}>
          {priceBook.prepTasks.map(({ key }) => (
            <KeypadField key={key} {...walk.field(taskField(key))} compact />
          ))}
        </div>
      )}
    </div>
  );
}

type LevelsProps = Pick<SurfaceOptionsProps, "surface"> & {
  readonly onPrep: (prep: string) => void;
};

function Levels({ surface, onPrep }: LevelsProps) {
  const { t, language } = useWords();
  const { priceBook } = useGround();
  return (
    <Choice
      hideLabel
      label={t.areaPrep}
      options={[
        { value: PREP_BY_OPTION, label: t.editorByOptionShort },
        ...priceBook.prepLevels.map(({ key, label }) => ({ value: key, label: label[language] })),
      ]}
      value={surface.prep}
      onValue={onPrep}
    />
  );
}
