import { Link } from "wouter";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import { ListRow } from "../../ui/list-row.tsx";
import { Money } from "../../ui/money.tsx";
import { standingWords } from "../../chrome/standing-words.ts";
import { useWords } from "../../words/words-provider.tsx";

/** One estimate in the list: whose, where, how far it has come. */
export function EstimateRow({ row }: { readonly row: EstimateListRow }) {
  const { t, locale, date } = useWords();
  const { estimate, customerName, standing } = row;
  const place = [estimate.street, estimate.city].filter((part) => part !== "").join(", ");
  const started = date(Date.parse(estimate.createdAt));
  return (
    <Link href={`/estimates/${estimate.id}`} asChild>
      <ListRow
        href={`/estimates/${estimate.id}`}
        title={customerName || estimate.title || t.homeUntitled}
        detail={[place, started].filter((part) => part !== "").join(" · ")}
        meta={
          <span>
            {estimate.acceptedTotal === null ? null : (
              <Money cents={estimate.acceptedTotal} locale={locale} />
            )}
            <small>
              {estimate.status === "accepted" ? standingWords(standing, t) : t.stateDraft}
            </small>
          </span>
        }
      />
    </Link>
  );
}
