import { useLayoutEffect, useRef } from "react";
import { KeypadField } from "../../ui/keypad/keypad-field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { SavedSign } from "../../chrome/saved-sign.tsx";
import { Section } from "../../ui/section.tsx";
import { DisputeMark } from "./dispute-mark.tsx";
import type { MeasureWalk } from "./use-measure-walk.ts";
import css from "./area-measures.module.css";

type AreaMeasuresProps = {
  readonly areaId: string;
  readonly walk: MeasureWalk;
  /** A field was tapped; it gets the keypad. */
  readonly onOpen: (field: string) => void;
};

/** The fields of the walk, each saying back how it was understood. */
export function AreaMeasures({ areaId, walk, onOpen }: AreaMeasuresProps) {
  const { t } = useWords();
  const top = useRef<HTMLDivElement>(null);
  const measuring = walk.activeId !== null;

  // What the keypad leaves of the page belongs to the measures. Before the field brings itself into sight, so
  // that a field far down the walk has the last word.
  useLayoutEffect(() => {
    if (measuring) top.current?.scrollIntoView({ block: "start" });
  }, [measuring]);

  return (
    <div ref={top} className={css["measures"]}>
      <Section title={t.areaMeasures} sign={<SavedSign />}>
        <div className={css["fields"]}>
          {walk.ids.map((id) => (
            <div key={id} data-field={id}>
              <KeypadField {...walk.field(id)} onActivate={() => onOpen(id)} />
              <DisputeMark id={areaId} field={id} />
            </div>
          ))}
        </div>
      </Section>
    </div>
  );
}
