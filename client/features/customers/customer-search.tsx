import { useCustomerSearch } from "../../local/hooks/use-customers.ts";
import type { CustomerMatch } from "../../local/queries/customers.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { customerDetail } from "./customer-detail.ts";

type CustomerSearchProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (match: CustomerMatch) => void;
  readonly onNew: () => void;
};

/** Finds a customer on this tablet by any part a painter remembers: name, street, phone. */
export function CustomerSearch({ text, onText, onChoose, onNew }: CustomerSearchProps) {
  const { t } = useWords();
  const matches = useCustomerSearch(text);
  const typed = text.trim();
  const add = (
    <Button
      variant={matches?.length === 0 ? "primary" : "secondary"}
      icon={<PlusIcon />}
      onClick={onNew}
    >
      {typed === "" ? t.customerNew : t.customerNewNamed(typed)}
    </Button>
  );
  return (
    <>
      <SearchField label={t.customerSearch} value={text} onText={onText} clearLabel={t.clear} />
      {matches === undefined ? (
        <Skeleton rows={6} label={t.loading} />
      ) : matches.length === 0 ? (
        <EmptyState
          title={typed === "" ? t.customerEmptyTitle : t.customerNone(typed)}
          action={add}
        >
          {typed === "" ? t.customerEmptyLead : t.customerNoneLead}
        </EmptyState>
      ) : (
        <>
          {add}
          <List label={t.customerTitle}>
            {matches.map((match) => (
              <li key={match.customer.id}>
                <ListRow
                  title={match.customer.name}
                  detail={<Facts facts={customerDetail(match)} />}
                  onClick={() => onChoose(match)}
                />
              </li>
            ))}
          </List>
        </>
      )}
    </>
  );
}
