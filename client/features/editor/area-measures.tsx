import { KeypadField } from "../../ui/keypad/keypad-field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { SavedSign } from "../../chrome/saved-sign.tsx";
import { Section } from "../../ui/section.tsx";
import { useInSight } from "./use-in-sight.ts";
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
  const { activeId } = walk;
  const top = useInSight<HTMLDivElement>(activeId !== null, "start");
  const active = useInSight<HTMLDivElement>(activeId, "nearest");

  return (
    <div ref={top} className={css["measures"]}>
      <Section title={t.areaMeasures} sign={<SavedSign />}>
        <div className={css["fields"]}>
          {walk.ids.map((id) => (
            <div key={id} ref={id === activeId ? active : null} data-field={id}>
              <KeypadField {...walk.field(id)} onActivate={() => onOpen(id)} />
            </div>
          ))}
        </div>
      </Section>
    </div>
  );
}
