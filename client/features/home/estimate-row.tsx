import { Link } from "wouter";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import { ListRow } from "../../ui/list-row.tsx";
import { Money } from "../../ui/money.tsx";
import { siteLine } from "../../chrome/site-line.ts";
import { standingWords } from "../../chrome/standing-words.ts";
import { useWords } from "../../words/words-provider.tsx";
import css from "./estimate-row.module.css";

/** One estimate in the list: whose, where, how far it has come. */
export function EstimateRow({ row }: { readonly row: EstimateListRow }) {
  const { t, locale, date } = useWords();
  const { estimate, customerName, standing } = row;
  const place = siteLine(estimate);
  return (
    <Link href={`/estimates/${estimate.id}`} asChild>
      <ListRow
        href={`/estimates/${estimate.id}`}
        title={customerName || estimate.title || t.homeUntitled}
        detail={
          <span className={css["facts"]}>
            <span className={css["line"]}>
              {place === undefined ? null : <span className={css["fact"]}>{place}</span>}
              <span className={css["fact"]}>{date(Date.parse(estimate.createdAt))}</span>
            </span>
          </span>
        }
        meta={
          <span className={css["end"]}>
            {estimate.acceptedTotal === null ? null : (
              <Money cents={estimate.acceptedTotal} locale={locale} />
            )}
            <small className={css["state"]}>
              {estimate.status === "accepted" ? standingWords(standing, t) : t.stateDraft}
            </small>
          </span>
        }
      />
    </Link>
  );
}
