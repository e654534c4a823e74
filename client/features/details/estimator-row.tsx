import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { assignEstimate } from "../../local/actions/assign-estimate.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./estimator-row.module.css";

type Estimate = Pick<RecordOf<"estimate">, "id" | "estimatorId" | "estimatorName" | "status">;

/** Whose estimate it is; somebody else's can be taken over, and then stays on one's own tablets. */
export function EstimatorRow({ estimate }: { readonly estimate: Estimate }) {
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  const { userId, userName } = useSession();
  const { id, estimatorId, estimatorName } = estimate;
  const isMine = estimatorId === userId;
  const takeOver = async () => {
    const result = await say(assignEstimate(local, id, { userId, userName }));
    if (!result.ok) return;
    const giveBack = { label: t.undo, onAct: () => void say(undo(local, id)) };
    toast.show({ text: t.detailsTakenOver, action: giveBack });
  };
  return (
    <div className={css["row"]}>
      <dl className={css["fact"]}>
        <dt>{t.detailsEstimator}</dt>
        <dd>{isMine ? t.detailsYours(estimatorName) : estimatorName}</dd>
      </dl>
      {isMine || local.readOnly || estimate.status === "accepted" ? null : (
        <Button onClick={() => void takeOver()}>{t.detailsTakeOver}</Button>
      )}
    </div>
  );
}
