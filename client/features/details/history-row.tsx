import { Link } from "wouter";
import { ClockIcon, NextIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { useWords } from "../../words/words-provider.tsx";

/** The way to who changed what, and to what was removed. */
export function HistoryRow({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  const address = `/estimates/${estimateId}/history`;
  return (
    <List>
      <li>
        <Link href={address} asChild>
          <ListRow
            href={address}
            title={t.detailsHistory}
            detail={t.detailsHistoryLead}
            lead={<ClockIcon />}
            meta={<NextIcon size={20} />}
          />
        </Link>
      </li>
    </List>
  );
}
