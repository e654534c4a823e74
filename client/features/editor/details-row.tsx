import { Link } from "wouter";
import { NextIcon, PersonIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { detailsAddress } from "./addresses.ts";

/** The way to everything about the job that is not measured. */
export function DetailsRow({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  const address = detailsAddress(estimateId);
  return (
    <List>
      <li>
        <Link href={address} asChild>
          <ListRow
            href={address}
            title={t.detailsTitle}
            detail={t.detailsLead}
            lead={<PersonIcon />}
            meta={<NextIcon size={20} />}
          />
        </Link>
      </li>
    </List>
  );
}
