import { useLocation } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useSay } from "../../chrome/use-say.ts";
import { draftsOf } from "../../chrome/use-typing.ts";
import { removeEstimate } from "../../local/actions/remove-estimate.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { TrashIcon } from "../../ui/icons.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./remove-estimate.module.css";

type RemoveEstimateProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly customerName: string;
};

/** Takes the estimate out of the list, with a way back. What a customer has agreed to stays. */
export function RemoveEstimate({ estimate, customerName }: RemoveEstimateProps) {
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  const [, navigate] = useLocation();
  if (estimate.status === "accepted")
    return <p className={css["accepted"]}>{t.detailsRemoveAccepted}</p>;

  const remove = async () => {
    // The last keys belong to what comes back with Undo.
    await draftsOf(local).settle();
    const result = await say(removeEstimate(local, estimate.id));
    if (!result.ok) return;
    navigate("/");
    const bringBack = { label: t.undo, onAct: () => void say(undo(local, estimate.id)) };
    toast.show({ text: t.detailsRemoved(customerName), action: bringBack });
  };
  return (
    <div className={css["remove"]}>
      <Button variant="danger" icon={<TrashIcon />} onClick={() => void remove()}>
        {t.detailsRemove}
      </Button>
    </div>
  );
}
