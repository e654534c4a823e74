import { useState } from "react";
import { Link } from "wouter";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { SaveProblem } from "../../chrome/save-problem.tsx";
import { acceptEstimate } from "../../local/actions/accept-estimate.ts";
import { useConflicts } from "../../local/hooks/use-trouble.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { SaveError } from "../../local/save-result.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { formatCents } from "../../ui/format-cents.ts";
import { Money } from "../../ui/money.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./accept-sheet.module.css";

type AcceptSheetProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly estimateId: string;
  readonly option: PricedOption;
};

/** The one question before a price is agreed on, naming the option and the total. */
export function AcceptSheet({ open, onClose, estimateId, option }: AcceptSheetProps) {
  const { t, language } = useWords();
  const local = useLocal();
  const [error, setError] = useState<SaveError | null>(null);
  const toSettle = useConflicts(estimateId)?.length ?? 0;
  const name = option.label[language];
  const total = formatCents(option.totalCents);

  const accept = async () => {
    const result = await acceptEstimate(local, estimateId, {
      optionId: option.key,
      total: option.totalCents,
    });
    // Accepted already: by a second tap, or in another tab. The page behind the sheet says so.
    if (result.ok || result.error.code === "accepted") close();
    else setError(result.error);
  };
  const close = () => {
    setError(null);
    onClose();
  };

  return (
    <Sheet
      open={open}
      onClose={close}
      title={t.priceAcceptQuestion(name, total)}
      closeLabel={t.close}
      footer={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button variant="primary" big disabled={toSettle > 0} onClick={() => void accept()}>
            {t.priceAcceptYes(name)}
          </Button>
        </>
      }
    >
      <div className={css["question"]}>
        <Money cents={option.totalCents} size="xxl" />
        {toSettle > 0 ? (
          <ToSettle estimateId={estimateId} count={toSettle} />
        ) : (
          <>
            <p>{t.acceptConfirm}</p>
            <p>{t.acceptSafe}</p>
            {error ? <SaveProblem error={error} /> : null}
          </>
        )}
      </div>
    </Sheet>
  );
}

/** Nobody agrees to what two people do not agree about. */
function ToSettle({ estimateId, count }: { readonly estimateId: string; readonly count: number }) {
  const { t } = useWords();
  const address = `/estimates/${estimateId}/conflicts`;
  return (
    <ErrorNotice
      happened={t.syncToSettle(count)}
      safe={t.errorSafe}
      todo={t.saveOpenConflictsTodo}
      action={
        <Link href={address} asChild>
          <ButtonLink variant="primary" href={address}>
            {t.syncSettle}
          </ButtonLink>
        </Link>
      }
    />
  );
}
