import { useEffect, useRef, useState } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { readHistory } from "../../local/queries/history.ts";
import { Button } from "../../ui/button.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { useToast } from "../../ui/toast.tsx";
import { takeOver } from "../../words/take-over.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./estimator-row.module.css";
import { TakeOver } from "./take-over.tsx";

type Estimate = Pick<RecordOf<"estimate">, "id" | "estimatorId" | "estimatorName" | "status">;

/** Whose estimate it is; somebody else's can be taken over, and then stays on one's own tablets. */
export function EstimatorRow({ estimate }: { readonly estimate: Estimate }) {
  const { t } = useWords();
  const local = useLocal();
  const { userId } = useSession();
  /** Whose it was before it was taken over here; null: it was not. */
  const [before, setBefore] = useState<string | null>(null);
  const { estimatorId, estimatorName } = estimate;
  const isMine = estimatorId === userId;
  return (
    <div className={css["row"]}>
      <dl className={css["fact"]}>
        <dt>{t.detailsEstimator}</dt>
        <dd>{isMine ? t.detailsYours(estimatorName) : estimatorName}</dd>
      </dl>
      {isMine || local.readOnly || estimate.status === "accepted" ? null : (
        <TakeOver estimate={estimate} onTaken={() => setBefore(estimatorName)} />
      )}
      {/* Always there, so that what comes into it is read out. */}
      <output className={css["taken"]}>
        {isMine && before !== null ? <Taken estimateId={estimate.id} name={before} /> : null}
      </output>
    </div>
  );
}

/** What was done, for as long as one looks at it, and the way back. */
function Taken({ estimateId, name }: { readonly estimateId: string; readonly name: string }) {
  const { t } = useWords();
  const w = useSubject(takeOver);
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  const line = useRef<HTMLSpanElement>(null);
  // The button that did it is gone, and would take the reader's place on the page with it.
  useEffect(() => line.current?.focus({ preventScroll: true }), []);
  const giveBack = async () => {
    const { undoes } = await readHistory(local, estimateId);
    if (undoes === "estimate.assign") await say(undo(local, estimateId));
    else toast.show({ text: t.editorUndoFromTop });
  };
  return (
    <>
      <TickIcon size={20} />
      <span ref={line} tabIndex={-1}>
        {w.takenOver(name)}
      </span>
      <Button onClick={() => void giveBack()}>{t.undo}</Button>
    </>
  );
}
