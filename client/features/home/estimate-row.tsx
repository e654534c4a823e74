import { memo } from "react";
import { Link } from "wouter";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import { ConflictMark } from "../../chrome/conflict-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Money } from "../../ui/money.tsx";
import { siteLine } from "../../chrome/site-line.ts";
import { standingWords } from "../../chrome/standing-words.ts";
import { useWords } from "../../words/words-provider.tsx";
import css from "./estimate-row.module.css";

/** One estimate in the list: whose, where, how far it has come, and the way to settle what two people disagree about. */
export const EstimateRow = memo(function EstimateRow({ row }: { readonly row: EstimateListRow }) {
  const { t, date } = useWords();
  const { estimate, customerName, standing, toSettle } = row;
  const name = customerName || estimate.title || t.homeUntitled;
  const address = `/estimates/${estimate.id}`;
  return (
    <>
      <Link href={address} asChild>
        <ListRow
          href={address}
          title={name}
          detail={
            <Facts facts={[siteLine(estimate) ?? "", date(Date.parse(estimate.createdAt))]} />
          }
          meta={
            <span className={css["end"]}>
              {estimate.acceptedTotal === null ? null : <Money cents={estimate.acceptedTotal} />}
              <small className={css["state"]}>
                {estimate.status === "accepted" ? standingWords(standing, t) : t.stateDraft}
              </small>
            </span>
          }
        />
      </Link>
      {toSettle === 0 ? null : (
        <div className={css["mark"]}>
          <ConflictMark
            href={`${address}/conflicts`}
            about={name}
            words={t.syncToSettle(toSettle)}
          />
        </div>
      )}
    </>
  );
});
