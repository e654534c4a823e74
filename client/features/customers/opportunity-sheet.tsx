import type { CustomerMatch } from "../../local/queries/customers.ts";
import { PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useWords } from "../../words/words-provider.tsx";

type OpportunitySheetProps = {
  readonly match: CustomerMatch | null;
  readonly onClose: () => void;
  /** The chosen open Opportunity, or null for a new one. */
  readonly onChoose: (opportunityId: string | null) => void;
};

/** The office may have opened the job already: fill that one, or begin another. */
export function OpportunitySheet({ match, onClose, onChoose }: OpportunitySheetProps) {
  const { t } = useWords();
  return (
    <Sheet open={match !== null} onClose={onClose} title={t.opportunityTitle} closeLabel={t.close}>
      <p>{t.opportunityLead(match?.customer.name ?? "")}</p>
      <List label={t.opportunityTitle}>
        {(match?.opportunities ?? []).map((opportunity) => (
          <li key={opportunity.id}>
            <ListRow
              title={opportunity.name}
              detail={opportunity.stage}
              onClick={() => onChoose(opportunity.id)}
            />
          </li>
        ))}
        <li>
          <ListRow lead={<PlusIcon />} title={t.opportunityNew} onClick={() => onChoose(null)} />
        </li>
      </List>
    </Sheet>
  );
}
