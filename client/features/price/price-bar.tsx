import { useState } from "react";
import { Link } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { useDrafts } from "../../chrome/use-typing.ts";
import { useLocal } from "../../local/local-context.tsx";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Money } from "../../ui/money.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./price-bar.module.css";

const { Part: AcceptSheet } = lazyPart(
  async () => (await import("./accept-sheet.tsx")).AcceptSheet,
);

type PriceBarProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly option: PricedOption;
};

/** The chosen option and its price at one side, the yes under the thumb. */
export function PriceBar({ estimate, option }: PriceBarProps) {
  const { t, language } = useWords();
  const [asking, setAsking] = useState(false);
  const { readOnly } = useLocal();
  const drafts = useDrafts();
  // Nobody agrees to a price that leaves out what was typed.
  const isUnsaved = drafts.isSaving() || drafts.failure() !== null;
  const accepted = estimate.status === "accepted";
  const cents = estimate.acceptedTotal ?? option.totalCents;
  return (
    <>
      <ActionBar
        lead={
          <div className={css["sum"]}>
            <span>{option.label[language]}</span>
            <Money cents={cents} size="xl" rolls />
          </div>
        }
      >
        {accepted ? (
          <Link href="/" asChild>
            <ButtonLink href="/">{t.toEstimates}</ButtonLink>
          </Link>
        ) : readOnly ? null : (
          <Button
            variant="primary"
            disabled={!option.acceptable || isUnsaved}
            onClick={() => setAsking(true)}
          >
            {t.priceMarkAccepted}
          </Button>
        )}
      </ActionBar>
      <AcceptSheet
        open={asking && !accepted}
        onClose={() => setAsking(false)}
        estimateId={estimate.id}
        option={option}
      />
    </>
  );
}
