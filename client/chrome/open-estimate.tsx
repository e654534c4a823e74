import { type ReactNode, useEffect } from "react";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { RecordOf } from "../../shared/estimate/record.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { loadBookReader } from "../local/book-reader.ts";
import { useEstimate } from "../local/hooks/use-estimate.ts";
import { usePriceBook } from "../local/hooks/use-price-book.ts";
import { Screen } from "../ui/screen.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useWords } from "../words/words-provider.tsx";
import { lazyPart } from "./lazy-part.ts";
import { MainHeader } from "./main-header.tsx";

const notHere = lazyPart<{ readonly estimateId: string }>(
  async () => (await import("./estimate-not-here.tsx")).EstimateNotHere,
);

/** An estimate with everything its screens need. */
export interface OpenedEstimate {
  readonly estimate: Estimate;
  readonly customer: RecordOf<"customer"> | null;
  readonly priceBook: PriceBook;
}

type OpenEstimateProps = {
  readonly estimateId: string;
  readonly children: (opened: OpenedEstimate) => ReactNode;
};

/** Reads an estimate and its price book from this tablet, and says so plainly when one is not here. */
export function OpenEstimate({ estimateId, children }: OpenEstimateProps) {
  const found = useEstimate(estimateId);
  // What reads its price book is asked for beside it, and not after it; a book that cannot be read says so below.
  useEffect(() => void loadBookReader().catch(() => undefined), []);
  if (found === undefined) return <Reading />;
  if (found === null) return <notHere.Part estimateId={estimateId} />;
  return <WithPriceBook found={found}>{children}</WithPriceBook>;
}

type WithPriceBookProps = {
  readonly found: Omit<OpenedEstimate, "priceBook">;
  readonly children: OpenEstimateProps["children"];
};

function WithPriceBook({ found, children }: WithPriceBookProps) {
  const priceBook = usePriceBook(found.estimate.estimate.priceBookId);
  if (priceBook === undefined) return <Reading />;
  if (priceBook === null) return <notHere.Part estimateId={found.estimate.estimate.id} />;
  return children({ ...found, priceBook });
}

function Reading() {
  const { t } = useWords();
  return (
    <Screen header={<MainHeader back={{ href: "/" }} />}>
      <Skeleton label={t.loading} />
    </Screen>
  );
}
