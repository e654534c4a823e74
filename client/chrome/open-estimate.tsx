import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { RecordOf } from "../../shared/estimate/record.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { useEstimate } from "../local/hooks/use-estimate.ts";
import { usePriceBook } from "../local/hooks/use-price-book.ts";
import { useLiveQuery } from "../local/live-query.ts";
import { useLocal } from "../local/local-context.tsx";
import { absenceOf } from "../local/queries/absence.ts";
import { ButtonLink } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useWords } from "../words/words-provider.tsx";
import { MainHeader } from "./main-header.tsx";

const OLDER = "/estimates/older";

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
  if (found === undefined) return <Reading />;
  if (found === null) return <NotHere estimateId={estimateId} />;
  return <WithPriceBook found={found}>{children}</WithPriceBook>;
}

type WithPriceBookProps = {
  readonly found: Omit<OpenedEstimate, "priceBook">;
  readonly children: OpenEstimateProps["children"];
};

function WithPriceBook({ found, children }: WithPriceBookProps) {
  const priceBook = usePriceBook(found.estimate.estimate.priceBookId);
  if (priceBook === undefined) return <Reading />;
  if (priceBook === null) return <NotHere estimateId={found.estimate.estimate.id} />;
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

/** Says why, as far as this tablet knows, and leads to where it can be had again. */
function NotHere({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  const local = useLocal();
  const absence = useLiveQuery(local, () => absenceOf(local, estimateId), [estimateId]);
  if (absence === undefined) return <Reading />;
  const [happened, safe, todo, href, way] =
    absence === "removed"
      ? [t.estimateRemoved, t.estimateRemovedSafe, t.estimateRemovedTodo, OLDER, t.homeOlder]
      : absence === "refused"
        ? [
            t.estimateRefused,
            t.estimateRefusedSafe,
            t.estimateRefusedTodo,
            "/sync",
            t.estimateRefusedWay,
          ]
        : [t.errorNotFound, t.errorNotFoundSafe, t.errorNotFoundTodo, "/", t.toEstimates];
  return (
    <Screen header={<MainHeader back={{ href: "/" }} />}>
      <ErrorNotice
        happened={happened}
        safe={safe}
        todo={todo}
        action={
          <Link href={href} asChild>
            <ButtonLink href={href}>{way}</ButtonLink>
          </Link>
        }
      />
    </Screen>
  );
}
