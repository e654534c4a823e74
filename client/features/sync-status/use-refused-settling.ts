import { isEntityName } from "../../../shared/estimate/entities.ts";
import { asRecordOf } from "../../../shared/estimate/record.ts";
import { type NamedSubject, useNamedSubject } from "../../chrome/edit-words/use-named-subject.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { useRecordState } from "../../local/hooks/use-record-state.ts";
import type { RejectedEdit, Target } from "../../local/rows.ts";
import { where } from "../../words/where.ts";
import { useSubject } from "../../words/words-provider.tsx";
import { refusedSettling, type RefusedSettling } from "./refused-settling.ts";

/** What a refused edit is about by name: for a settling, what its conflict is about, and how it stands. */
export function useRefusedSettling(edit: RejectedEdit): {
  readonly subject: NamedSubject;
  readonly settling: RefusedSettling | null;
} {
  const t = useEditWords();
  const w = useSubject(where);
  const first = edit.operations[0];
  const isSettling = first?.entity === "conflict";
  const known = useRecordState(isSettling ? { entity: "conflict", id: first.id } : null);
  const conflict = isSettling && known ? asRecordOf("conflict", first.id, known.fields) : null;
  const about: Target | null =
    conflict && isEntityName(conflict.entity)
      ? { entity: conflict.entity, id: conflict.entityId }
      : null;
  const standing = useRecordState(about);
  const target = about ?? first ?? { entity: "estimate", id: edit.estimateId };
  const subject = useNamedSubject(target, edit.estimateId || null);
  const settling =
    conflict && refusedSettling(edit, conflict, standing ?? null, subject.valueWords, t, w);
  return { subject, settling: settling ?? null };
}
