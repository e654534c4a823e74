import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { EstimatorRow } from "./estimator-row.tsx";
import { HistoryRow } from "./history-row.tsx";
import { Facts } from "./facts.tsx";
import { PhotosRow } from "./photos-row.tsx";
import { opportunityWords } from "./opportunity-words.ts";

type AboutEstimateProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly priceBook: PriceBook;
  /** The customer's open ones. */
  readonly opportunities: readonly RecordOf<"opportunity">[];
};

/** What was settled when the estimate was begun. */
export function AboutEstimate({ estimate, priceBook, opportunities }: AboutEstimateProps) {
  const { t, language, date } = useWords();
  const { isSample } = useLocal();
  const name = priceBook.name[language];
  return (
    <Section title={t.detailsAbout}>
      <Facts
        facts={[
          { label: t.detailsOpportunity, value: opportunityWords(estimate, opportunities, t) },
          {
            label: t.detailsPriceBook,
            value: priceBook.isExample ? t.detailsPriceBookExample(name) : name,
          },
          { label: t.detailsBegun, value: date(Date.parse(estimate.createdAt)) },
        ]}
      />
      <EstimatorRow estimate={estimate} />
      {/* Both ask the server, which knows of no sample. */}
      {isSample ? null : (
        <>
          <PhotosRow estimateId={estimate.id} />
          <HistoryRow estimateId={estimate.id} />
        </>
      )}
    </Section>
  );
}
