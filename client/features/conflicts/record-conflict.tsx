import { wantedOf } from "../../../shared/sync/conflict-resolution.ts";
import { shownValue } from "../../chrome/edit-words/shown-value.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { useSay } from "../../chrome/use-say.ts";
import { useWhen } from "../../chrome/use-when.ts";
import { resolveConflict } from "../../local/actions/resolve-conflict.ts";
import { useLocal } from "../../local/local-context.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject } from "../../words/words-provider.tsx";
import type { OpenConflictProps } from "./conflict-card.tsx";
import { isLong } from "./is-long.ts";
import { ShownSide } from "./shown-side.tsx";
import { changesSeen } from "./sides.ts";
import { type ShownSideOf, TwoSides } from "./two-sides.tsx";

/** One removed it, the other changed it: it stays removed or comes back; it stays or goes. */
export function RecordConflict({ conflict, standing, subject }: OpenConflictProps) {
  const t = useEditWords();
  const w = useSubject(conflictWords);
  const local = useLocal();
  const say = useSay();
  const when = useWhen();
  const { entity } = conflict;
  const { valueWords, priceBook } = subject;
  const words = (json: string) => shownValue(json, { entity, field: "*", valueWords }, t);
  const isRemoval = wantedOf(conflict)?.kind === "removal";
  const changes = isRemoval ? changesSeen(conflict.base, standing) : conflict.mine;
  const changedWords = words(changes) || t.conflictWhole;
  const long = isLong([changedWords]);
  const theirsName = conflict.theirsName || w.conflictsUnknown;

  const removed = (name: string) => ({
    who: w.conflictsRemovedBy(name),
    shown: <ShownSide field="*" text={w.conflictsGone} priceBook={priceBook} long={long} />,
  });
  const changed = (name: string) => ({
    who: w.conflictsChangedBy(name),
    shown: <ShownSide field="*" text={changedWords} priceBook={priceBook} long={long} />,
  });
  const movedOn = isRemoval ? w.conflictsIsGone : w.conflictsIsBack;
  const stands = isRemoval ? w.conflictsKeepIt : w.conflictsLeaveRemoved;
  const cameLater = isRemoval ? w.conflictsRemoveIt : w.conflictsBringBack;
  const sides: readonly ShownSideOf[] = [
    {
      key: "theirs",
      title: w.conflictsNow,
      ...(isRemoval ? changed(theirsName) : removed(theirsName)),
      when: when(conflict.theirsAt),
      note: standing.deleted === isRemoval ? movedOn : undefined,
      keep: stands,
      keepName: stands,
    },
    {
      key: "mine",
      title: w.conflictsAside,
      ...(isRemoval ? removed(conflict.authorName) : changed(conflict.authorName)),
      when: when(conflict.authorAt),
      keep: cameLater,
      keepName: cameLater,
      danger: isRemoval,
    },
  ];
  return (
    <TwoSides
      sides={sides}
      onKeep={(keep) => void say(resolveConflict(local, conflict.id, { keep }))}
    />
  );
}
