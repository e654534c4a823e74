import { shownValue } from "../../chrome/edit-words/shown-value.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { useWhen } from "../../chrome/use-when.ts";
import { resolveConflict } from "../../local/actions/resolve-conflict.ts";
import { useLocal } from "../../local/local-context.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject } from "../../words/words-provider.tsx";
import type { OpenConflictProps } from "./conflict-card.tsx";
import { isLong } from "./is-long.ts";
import { keepWords } from "./keep-words.ts";
import { echoOf } from "./echo-of.ts";
import { ShownSide } from "./shown-side.tsx";
import { type Side, sidesOf } from "./sides.ts";
import { TwoSides } from "./two-sides.tsx";

/** Two values for one field: keep one of them. */
export function FieldConflict({ conflict, standing, subject }: OpenConflictProps) {
  const t = useEditWords();
  const w = useSubject(conflictWords);
  const local = useLocal();
  const say = useSay();
  const when = useWhen();
  const { userName } = useSession();
  const { entity, field } = conflict;
  const sides = sidesOf(conflict, standing);
  const { valueWords, priceBook } = subject;
  const words = ({ json }: Side) => shownValue(json, { entity, field, valueWords }, t);
  const long = isLong(sides.map(words));
  const shown = sides.map((side) => {
    const keep = keepWords(side, sides, userName, w);
    return {
      key: side.keep,
      title: side.keep === "theirs" ? w.conflictsNow : w.conflictsAside,
      shown: (
        <ShownSide
          field={field}
          text={words(side)}
          priceBook={priceBook}
          long={long}
          echo={echoOf(side.json, conflict, t)}
        />
      ),
      who: side.name || (side.moved ? w.conflictsMoved : w.conflictsUnknown),
      // By the clock of their tablet: what was typed first may well have come to the server last.
      when: side.at === null ? "" : w.conflictsEntered(when(side.at)),
      keep,
      keepName: `${keep}: ${words(side)}`,
    };
  });
  return (
    <TwoSides
      sides={shown}
      onKeep={(keep) => void say(resolveConflict(local, conflict.id, { keep }))}
    />
  );
}
