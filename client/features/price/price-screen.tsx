import { type Ref, useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { PricedEstimate, PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Problem } from "../../../shared/pricing/problem.ts";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { NewerBook } from "../../chrome/newer-book.tsx";
import type { OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { SaveFailure } from "../../chrome/save-failure.tsx";
import { shownOption } from "../../chrome/shown-option.ts";
import { siteLine } from "../../chrome/site-line.ts";
import { usePricedEstimate } from "../../chrome/use-priced-estimate.ts";
import { Banner } from "../../ui/banner.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PaperIcon } from "../../ui/icons.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { offer } from "../../words/offer.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { AcceptedNotice } from "./accepted-notice.tsx";
import { type Explanation, ExplainProvider } from "./explain-context.tsx";
import { LinesOfOption } from "./lines-of-option.tsx";
import { OfferList } from "./offer-list.tsx";
import { OptionColumns } from "./option-columns.tsx";
import { PriceBar } from "./price-bar.tsx";
import { ProblemList } from "./problem-list.tsx";
import { SumTable } from "./sum-table.tsx";
import { useFocusOnAccepted } from "./use-focus-on-accepted.ts";

const { Part: ExplainSheet } = lazyPart(
  async () => (await import("./explain-sheet.tsx")).ExplainSheet,
);
const { Part: ForEstimator } = lazyPart(
  async () => (await import("./for-estimator.tsx")).ForEstimator,
);

/** Good, better, best side by side, each figure open to questions, and the customer's yes. */
export function PriceScreen({ opened }: { readonly opened: OpenedEstimate }) {
  const { t } = useWords();
  const { estimate } = opened.estimate;
  const priced = usePricedEstimate(opened.estimate, opened.priceBook);
  const [wanted, setWanted] = useSearchParams();
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const chosen = shownOption(estimate, priced, wanted.get("option"));
  const choose = (option: string) => setWanted({ option }, { replace: true });
  const notice = useFocusOnAccepted(estimate.status);
  const ready = chosen !== undefined && (chosen.lines.length > 0 || chosen.offers.length > 0);

  return (
    <ExplainProvider explain={setExplanation}>
      <Screen
        header={
          <EstimateHeader
            estimateId={estimate.id}
            title={opened.customer?.name ?? (estimate.title || t.priceTitle)}
            detail={siteLine(estimate)}
            backTo={`/estimates/${estimate.id}`}
          />
        }
        bar={ready ? <PriceBar estimate={estimate} option={chosen} /> : null}
      >
        {priced === null ? (
          <Skeleton label={t.loading} />
        ) : ready ? (
          <Offer
            opened={opened}
            priced={priced}
            chosen={chosen}
            onChoose={choose}
            notice={notice}
          />
        ) : (
          <NothingYet opened={opened} priced={priced} />
        )}
      </Screen>
      <ExplainSheet explanation={explanation} onClose={() => setExplanation(null)} />
    </ExplainProvider>
  );
}

type OfferProps = {
  readonly opened: OpenedEstimate;
  readonly priced: PricedEstimate;
  readonly chosen: PricedOption;
  readonly onChoose: (option: string) => void;
  readonly notice: Ref<HTMLDivElement>;
};

function Offer({ opened, priced, chosen, onChoose, notice }: OfferProps) {
  const { t } = useWords();
  const { estimate } = opened.estimate;
  const accepted = estimate.status === "accepted";
  return (
    <>
      <SaveFailure />
      {accepted ? <AcceptedNotice ref={notice} estimate={estimate} option={chosen} /> : null}
      {priced.priceBook.isExample ? <Banner>{t.priceExample}</Banner> : null}
      <NewerBook estimate={opened.estimate} priceBook={opened.priceBook} />
      {accepted ? null : (
        <ProblemList opened={opened} problems={priced.problems.filter(isForEverybody)} />
      )}
      <OptionColumns
        options={priced.options}
        priceBook={opened.priceBook}
        chosenKey={chosen.key}
        accepted={accepted}
        onChoose={onChoose}
      />
      <LinesOfOption option={chosen} />
      {accepted ? null : <OfferList option={chosen} items={opened.estimate.items} />}
      <SumTable option={chosen} />
      <ForEstimator option={chosen} problems={priced.problems} />
      <PrintRow estimateId={estimate.id} option={chosen.key} />
    </>
  );
}

/** A customer across the table need not read that the price is below the net one; cost and margin say so. */
const isForEverybody = ({ code }: Problem): boolean => code !== "below_net";

function PrintRow({
  estimateId,
  option,
}: {
  readonly estimateId: string;
  readonly option: string;
}) {
  const w = useSubject(offer);
  const address = `/estimates/${estimateId}/calculation?option=${option}`;
  return (
    <div>
      <Link href={address} asChild>
        <ButtonLink href={address} icon={<PaperIcon />}>
          {w.offerPrint}
        </ButtonLink>
      </Link>
    </div>
  );
}

function NothingYet({ opened, priced }: Pick<OfferProps, "opened" | "priced">) {
  const { t } = useWords();
  const address = `/estimates/${opened.estimate.estimate.id}`;
  return (
    <>
      <EmptyState
        title={t.priceEmptyTitle}
        action={
          <Link href={address} asChild>
            <ButtonLink variant="primary" href={address}>
              {t.priceMeasure}
            </ButtonLink>
          </Link>
        }
      >
        {t.priceNothing}
      </EmptyState>
      <ProblemList
        opened={opened}
        problems={priced.problems
          .filter(isForEverybody)
          .filter(({ code }) => code !== "nothing_to_price")}
      />
    </>
  );
}
