import { KeypadField } from "../../ui/keypad/keypad-field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { SavedSign } from "./saved-sign.tsx";
import { Section } from "./section.tsx";
import type { MeasureWalk } from "./use-measure-walk.ts";
import css from "./area-measures.module.css";

type AreaMeasuresProps = {
  readonly walk: MeasureWalk;
  /** A field was tapped; it gets the keypad. */
  readonly onOpen: (field: string) => void;
};

/** The fields of the walk, each saying back how it was understood. */
export function AreaMeasures({ walk, onOpen }: AreaMeasuresProps) {
  const { t } = useWords();
  return (
    <Section title={t.areaMeasures} sign={<SavedSign />}>
      <div className={css["fields"]}>
        {walk.ids.map((id) => (
          <KeypadField key={id} {...walk.field(id)} onActivate={() => onOpen(id)} />
        ))}
      </div>
    </Section>
  );
}
