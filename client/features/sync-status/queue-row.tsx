import { Link } from "wouter";
import { siteLine } from "../../chrome/site-line.ts";
import { usePriceBook } from "../../local/hooks/use-price-book.ts";
import { ListRow } from "../../ui/list-row.tsx";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import type { QueueGroup, QueuePlace } from "./queue-groups.ts";
import css from "./queue-list.module.css";

type QueueRowProps = { readonly group: QueueGroup; readonly isSending: boolean };

/** The edits of one record: what it is in the trade's words, and how far the last of them has come. */
export function QueueRow({ group, isSending }: QueueRowProps) {
  const { t } = useWords();
  const w = useSubject(where);
  const site = siteLine(group);
  const title = {
    customers: w.whereCustomers,
    "price-book": w.wherePriceBook,
    estimate: w.whereEstimate(group.customerName || t.homeUntitled),
  }[group.kind];
  const state =
    group.state === "answered"
      ? w.whereStateServer
      : group.state === "offered" && isSending
        ? w.whereStateSending
        : w.whereStateTablet;
  const address = addressOf(group);
  const row = (
    <ListRow
      href={address ?? undefined}
      title={title}
      detail={
        <span className={css["places"]}>
          {site === undefined ? null : <span>{site}</span>}
          <Places group={group} />
        </span>
      }
      meta={<small className={css["state"]}>{state}</small>}
    />
  );
  return address === null ? (
    row
  ) : (
    <Link href={address} asChild>
      {row}
    </Link>
  );
}

function Places({ group }: Pick<QueueRowProps, "group">) {
  const { language } = useWords();
  const w = useSubject(where);
  const book = usePriceBook(group.priceBookId ?? "");
  const nameOf = ({ place, substrate }: QueuePlace): string => {
    if (substrate === "") return place;
    const known = book?.substrates.find(({ key }) => key === substrate);
    return `${place} · ${known?.label[language] ?? substrate}`;
  };
  return group.places.map((at) => {
    const name = nameOf(at);
    return (
      <span key={name}>
        {name === "" ? null : <b>{name}: </b>}
        {w.whereTimes(at.what.join(", "), at.count)}
      </span>
    );
  });
}

function addressOf({ kind, estimateId }: QueueGroup): string | null {
  if (kind === "price-book") return "/price-book";
  return kind === "customers" || estimateId === null ? null : `/estimates/${estimateId}`;
}
