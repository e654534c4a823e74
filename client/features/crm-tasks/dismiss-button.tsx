import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { crm } from "../../words/crm.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";

type DismissButtonProps = { readonly isBusy: boolean; readonly onDismiss: () => void };

/** Closes a task without sending the estimate, after one question: there is no way back but accepting it anew. */
export function DismissButton({ isBusy, onDismiss }: DismissButtonProps) {
  const { t } = useWords();
  const w = useSubject(crm);
  const [asking, setAsking] = useState(false);
  const dismiss = () => {
    setAsking(false);
    onDismiss();
  };
  return (
    <>
      <Button variant="quiet" disabled={isBusy} onClick={() => setAsking(true)}>
        {w.crmDismiss}
      </Button>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={w.crmDismissSure}
        closeLabel={t.close}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
            <Button variant="danger" onClick={dismiss}>
              {w.crmDismiss}
            </Button>
          </>
        }
      >
        <p>{w.crmDismissLead}</p>
      </Sheet>
    </>
  );
}
