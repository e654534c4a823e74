import { useState } from "react";
import { Link } from "wouter";
import { mutationWords, reasonWords } from "../../chrome/edit-words/mutation-words.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { useWhen } from "../../chrome/use-when.ts";
import { useSay } from "../../chrome/use-say.ts";
import { discardRejected, keepRejected } from "../../local/actions/discard-rejected.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { RejectedEdit } from "../../local/rows.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { useToast } from "../../ui/toast.tsx";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { CopyText } from "./copy-text.tsx";
import { rejectedField } from "./rejected-field.ts";
import css from "./rejected-list.module.css";
import { rejectedText } from "./rejected-text.ts";
import { TextByHand } from "./text-by-hand.tsx";
import { useRefusedSettling } from "./use-refused-settling.ts";

/** The tray: edits the server refused. They leave it only by a person's hand. */
export function RejectedList({ edits }: { readonly edits: readonly RejectedEdit[] }) {
  const w = useSubject(where);
  if (edits.length === 0) return null;
  return (
    <Section title={w.rejectedTitle}>
      <ul>
        {edits.map((edit) => (
          <li key={edit.id} className={css["entry"]}>
            <RejectedEntry edit={edit} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RejectedEntry({ edit }: { readonly edit: RejectedEdit }) {
  const t = useEditWords();
  const w = useSubject(where);
  const { t: general } = useWords();
  const when = useWhen();
  const local = useLocal();
  const toast = useToast();
  const { subject, settling } = useRefusedSettling(edit);
  const field = rejectedField(edit, subject.valueWords, t);
  const did = mutationWords(edit.name, t);
  const label = settling?.label ?? field?.label;
  const name = label === undefined ? did : `${did}: ${label}`;
  const typed = settling?.wanted ?? (field ? w.rejectedTyped(field.value) : "");
  const now = settling?.now ?? "";
  const isTold =
    edit.reason === "conflict_settled" && settling !== null && settling.settledBy !== "";
  const reason = isTold ? w.rejectedSettledBy(settling.settledBy) : reasonWords(edit.reason, t);
  const text = rejectedText(
    edit,
    [name, subject.whole, typed, now, reason],
    when(edit.at),
    subject.valueWords,
    t,
  );
  const say = useSay();
  const [byHand, setByHand] = useState(false);
  const discard = async () => {
    const result = await say(discardRejected(local, edit.id));
    if (!result.ok) return;
    const keep = () => void say(keepRejected(local, edit));
    toast.show({ text: w.rejectedDiscarded, action: { label: general.undo, onAct: keep } });
  };
  return (
    <>
      <h3>{name}</h3>
      {subject.whole === "" ? null : <p className={css["soft"]}>{subject.whole}</p>}
      {typed === "" ? null : <p>{typed}</p>}
      {now === "" ? null : <p>{now}</p>}
      <p>{reason}</p>
      <p className={css["soft"]}>{when(edit.at)}</p>
      <div className={css["buttons"]}>
        <WayOut edit={edit} address={subject.address} />
        <CopyText text={text} onRefused={() => setByHand(true)} />
        <Button variant="quiet" onClick={() => void discard()}>
          {w.rejectedDiscard}
        </Button>
      </div>
      {byHand ? <TextByHand text={text} /> : null}
    </>
  );
}

type WayOutProps = { readonly edit: RejectedEdit; readonly address: string | null };

/** The screen where it can be put right; nothing when there is none. */
function WayOut({ edit, address }: WayOutProps) {
  const t = useEditWords();
  const w = useSubject(where);
  const isAboutConflicts = edit.reason === "open_conflicts" && edit.estimateId !== "";
  const href = isAboutConflicts ? `/estimates/${edit.estimateId}/conflicts` : address;
  if (href === null) return null;
  return (
    <Link href={href} asChild>
      <ButtonLink href={href}>{isAboutConflicts ? t.syncSettle : w.rejectedAgain}</ButtonLink>
    </Link>
  );
}
