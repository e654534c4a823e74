import { useState } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { assignEstimate } from "../../local/actions/assign-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import { othersWaiting } from "../../local/people-here.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { takeOver as words } from "../../words/take-over.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./estimator-row.module.css";
import { takeOverWords } from "./take-over-words.ts";

type TakeOverProps = {
  readonly estimate: Pick<RecordOf<"estimate">, "id" | "estimatorId" | "estimatorName">;
  readonly onTaken: () => void;
};

/** Makes somebody else's estimate one's own, once it is said what that means. */
export function TakeOver({ estimate, onTaken }: TakeOverProps) {
  const { t } = useWords();
  const w = useSubject(words);
  const local = useLocal();
  const say = useSay();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const { id, estimatorId, estimatorName } = estimate;
  const theirs = othersWaiting(session).find(({ userId }) => userId === estimatorId);
  const take = async () => {
    setAsking(false);
    const result = await say(assignEstimate(local, id, session));
    if (result.ok) onTaken();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{w.takeOver}</Button>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={w.takeOverSure}
        closeLabel={t.close}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
            <Button variant="primary" onClick={() => void take()}>
              {w.takeOver}
            </Button>
          </>
        }
      >
        <div className={css["meaning"]}>
          {takeOverWords(estimatorName, theirs?.waiting ?? 0, w).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </Sheet>
    </>
  );
}
