import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { Money } from "../../ui/money.tsx";
import { offer } from "../../words/offer.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { useExplain } from "./explain-context.tsx";
import { type SumRow, sumRows } from "./sum-rows.ts";
import css from "./sum-table.module.css";

/** List price, discounts, tax and total; then when it is paid, and what that is by the month. */
export function SumTable({ option }: { readonly option: PricedOption }) {
  const words = useWords();
  const w = useSubject(offer);
  const name = option.label[words.language];
  return (
    <section className={css["sums"]}>
      <h2>{w.offerSums(name)}</h2>
      <Rows option={option} rows={sumRows(option, words)} />
      <Payments option={option} />
      <Monthly option={option} />
    </section>
  );
}

type RowsProps = {
  readonly option: PricedOption;
  readonly rows: readonly (SumRow & { readonly detail?: string | undefined })[];
};

function Rows({ option, rows }: RowsProps) {
  const explain = useExplain();
  return (
    <ul className={css["rows"]}>
      {rows.map(({ key, label, cents, trace, detail }) => (
        <li key={key}>
          <button
            type="button"
            className={css["row"]}
            data-total={key === "total"}
            onClick={() => explain({ title: label, option, traces: [trace] })}
          >
            <span className={css["label"]}>
              <span>{label}</span>
              {detail === undefined ? null : <span className={css["detail"]}>{detail}</span>}
            </span>
            <Money cents={cents} size={key === "total" ? "xl" : "m"} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Payments({ option }: { readonly option: PricedOption }) {
  const { language } = useWords();
  const w = useSubject(offer);
  const { payments } = option.money;
  // All of it on completion goes without saying.
  if (payments.length < 2) return null;
  const rows = payments.map(({ key, label, cents, trace, cappedBy }) => ({
    key: `payment-${key}`,
    label: label[language],
    cents,
    trace,
    detail: cappedBy === null ? undefined : w.offerCapped(cappedBy),
  }));
  return (
    <div className={css["part"]}>
      <h3>{w.offerPayments}</h3>
      <Rows option={option} rows={rows} />
    </div>
  );
}

function Monthly({ option }: { readonly option: PricedOption }) {
  const { language } = useWords();
  const w = useSubject(offer);
  const { financing } = option.money;
  if (financing.length === 0) return null;
  const rows = financing.map(({ key, label, months, cents, trace }) => ({
    key: `monthly-${key}`,
    label: label[language],
    cents,
    trace,
    // Most plans are called by their months already.
    detail: label[language].includes(String(months)) ? undefined : w.offerMonths(months),
  }));
  return (
    <div className={css["part"]}>
      <h3>{w.offerMonthly}</h3>
      <Rows option={option} rows={rows} />
    </div>
  );
}
