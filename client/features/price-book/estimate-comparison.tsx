import { useState } from "react";
import type { OptionComparison } from "../../../shared/pricing/edit/compare-estimates.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { Button } from "../../ui/button.tsx";
import { formatCents } from "../../ui/format-cents.ts";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import css from "./price-book.module.css";
import { type ComparedEstimate, useComparison } from "./use-comparison.ts";

const FIRST = 10;

type EstimateComparisonListProps = { readonly before: PriceBook; readonly after: PriceBook };

/** What a draft does to the last estimates: every total as it is and as it would be, the largest difference first. */
export function EstimateComparisonList({ before, after }: EstimateComparisonListProps) {
  const { b } = useBook();
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { done, total, estimates } = useComparison(before, after);
  if (total === 0) return <p className={css["soft"]}>{b.reviewNoEstimates}</p>;
  const shown = all ? estimates : estimates.slice(0, FIRST);
  const sums = estimates.flatMap(({ main }) => main?.difference ?? []);
  const largest = sums.toSorted((one, other) => Math.abs(other) - Math.abs(one))[0] ?? 0;
  const up = sums.filter((sum) => sum > 0).length;
  const down = sums.filter((sum) => sum < 0).length;
  return (
    <>
      <output className={css["count"]}>
        <strong>
          {total === null || done < total
            ? total === null
              ? t.loading
              : b.reviewProgress(done, total)
            : b.reviewSummary(sums.length - up - down, up, down)}
        </strong>
        {largest === 0 ? null : ` · ${b.reviewLargest(signed(largest))}`}
      </output>
      <p className={css["soft"]}>{b.reviewOlder}</p>
      <List label={b.reviewEstimates}>
        {shown.map((estimate) => (
          <li key={estimate.estimateId}>
            <Compared estimate={estimate} />
          </li>
        ))}
      </List>
      {shown.length < estimates.length ? (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {b.reviewMore(estimates.length - shown.length)}
        </Button>
      ) : null}
    </>
  );
}

function Compared({ estimate }: { readonly estimate: ComparedEstimate }) {
  const { b } = useBook();
  const { t, language } = useWords();
  const { main } = estimate;
  const others = estimate.options.filter(
    (option) => option !== main && (option.difference ?? 0) !== 0,
  );
  const detail = [
    ...(main ? [main.label[language]] : []),
    ...others.map(({ label, difference }) => `${label[language]} ${signed(difference ?? 0)}`),
  ].join(" · ");
  return (
    <ListRow
      title={estimate.name || t.homeUntitled}
      detail={detail}
      meta={main ? <Totals option={main} lost={estimate.newlyNotPriceable} b={b} /> : null}
    />
  );
}

type TotalsProps = {
  readonly option: OptionComparison;
  readonly lost: boolean;
  readonly b: ReturnType<typeof useBook>["b"];
};

function Totals({ option, lost, b }: TotalsProps) {
  const { before, after, difference } = option;
  if (lost || (before !== null && after === null))
    return <strong className={css["delta"]}>{b.reviewLost}</strong>;
  if (after === null) return <span className={css["soft"]}>{b.reviewNever}</span>;
  return (
    <span className={css["prices"]}>
      <span className={css["from"]}>{before === null ? null : formatCents(before)}</span>
      <span className={css["delta"]}>
        {difference === null || difference === 0 ? b.reviewSame : signed(difference)}
      </span>
      <span className={css["total"]}>{formatCents(after)}</span>
    </span>
  );
}

/** With its sign, also when it goes up. */
const signed = (cents: number): string =>
  `${cents > 0 ? "+" : cents < 0 ? "−" : ""}${formatCents(Math.abs(cents))}`;
