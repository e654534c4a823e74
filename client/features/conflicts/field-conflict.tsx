import { useState } from "react";
import { isEntityName } from "../../../shared/estimate/entities.ts";
import { fieldWords } from "../../chrome/edit-words/field-words.ts";
import { shownValue } from "../../chrome/edit-words/shown-value.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { useSay } from "../../chrome/use-say.ts";
import { useWhen } from "../../chrome/use-when.ts";
import { resolveConflict } from "../../local/actions/resolve-conflict.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./conflict-card.module.css";
import type { OpenConflictProps } from "./conflict-card.tsx";
import { ShownSide } from "./shown-side.tsx";
import { isNamed, type Side, sidesOf } from "./sides.ts";
import { TwoSides } from "./two-sides.tsx";
import { valueKind } from "./value-kind.ts";

const { Part: AnotherValue } = lazyPart(
  async () => (await import("./another-value.tsx")).AnotherValue,
);

/** Two values for one field: keep one of them, or type another. */
export function FieldConflict({ conflict, standing, subject, name }: OpenConflictProps) {
  const t = useEditWords();
  const w = useSubject(conflictWords);
  const local = useLocal();
  const say = useSay();
  const when = useWhen();
  const [typing, setTyping] = useState(false);
  const { entity, field } = conflict;
  const sides = sidesOf(conflict, standing);
  const kind = isEntityName(entity) ? valueKind(entity, field) : null;
  const { valueWords, priceBook } = subject;
  const words = ({ json }: Side) => shownValue(json, { entity, field, valueWords }, t);
  const shown = sides.map((side) => {
    const keep = isNamed(side, sides) ? w.conflictsKeep(side.name) : w.conflictsKeepThis;
    return {
      key: side.keep,
      title: side.keep === "theirs" ? w.conflictsNow : w.conflictsAside,
      shown: <ShownSide field={field} text={words(side)} priceBook={priceBook} />,
      who: side.name || (side.moved ? w.conflictsMoved : w.conflictsUnknown),
      when: when(side.at),
      keep,
      keepName: `${keep}: ${words(side)}`,
    };
  });
  return (
    <>
      <TwoSides
        sides={shown}
        onKeep={(keep) => void say(resolveConflict(local, conflict.id, { keep }))}
      />
      {kind === null || !isEntityName(entity) ? null : (
        <>
          <div className={css["another"]}>
            <Button variant="quiet" onClick={() => setTyping(true)}>
              {kind === "choice" || kind === "flag" ? w.conflictsOtherChoice : w.conflictsOther}
            </Button>
          </div>
          <AnotherValue
            open={typing}
            onClose={() => setTyping(false)}
            title={name}
            label={fieldWords(entity, field, t) ?? name}
            kind={kind}
            target={{ entity, field }}
            standing={standing.fields[field] ?? null}
            priceBook={priceBook}
            onUse={(value) => {
              setTyping(false);
              void say(resolveConflict(local, conflict.id, { keep: "other", value }));
            }}
          />
        </>
      )}
    </>
  );
}
