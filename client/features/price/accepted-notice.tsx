import { type Ref, useState } from "react";
import { Link } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { EstimateStandingWords } from "../../chrome/estimate-standing-words.tsx";
import { SaveProblem } from "../../chrome/save-problem.tsx";
import { reopenEstimate } from "../../local/actions/accept-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { SaveError } from "../../local/save-result.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { formatCents } from "../../ui/format-cents.ts";
import { TickIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./accepted-notice.module.css";

type AcceptedNoticeProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly option: PricedOption;
  readonly ref: Ref<HTMLDivElement>;
};

/** What the customer agreed to and how far it has come; what Salesforce said when it did not take it. */
export function AcceptedNotice({ estimate, option, ref }: AcceptedNoticeProps) {
  const { t, language } = useWords();
  const local = useLocal();
  const [error, setError] = useState<SaveError | null>(null);
  const total = formatCents(estimate.acceptedTotal ?? option.totalCents);
  const reopen = async () => {
    const result = await reopenEstimate(local, estimate.id);
    setError(result.ok ? null : result.error);
  };
  return (
    <div ref={ref} tabIndex={-1} className={css["notice"]}>
      <Banner
        icon={<TickIcon />}
        action={
          local.readOnly ? null : <Button onClick={() => void reopen()}>{t.editorReopen}</Button>
        }
      >
        <p className={css["accepted"]}>{t.priceAccepted(option.label[language], total)}</p>
        <p>
          <EstimateStandingWords estimateId={estimate.id} />
          {estimate.crmQuoteId === null ? null : ` · ${t.priceQuote(estimate.crmQuoteId)}`}
        </p>
      </Banner>
      {error ? <SaveProblem error={error} /> : null}
      {estimate.crmState === "refused" ? (
        <ErrorNotice
          happened={t.priceRefusedBecause(estimate.crmMessage ?? "")}
          safe={t.priceRefusedSafe}
          todo={t.priceRefusedTodo}
          action={<Settle estimateId={estimate.id} />}
        />
      ) : null}
    </div>
  );
}

function Settle({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  const href = `/estimates/${estimateId}/salesforce`;
  return (
    <Link href={href} asChild>
      <ButtonLink href={href}>{t.priceRefusedSettle}</ButtonLink>
    </Link>
  );
}
