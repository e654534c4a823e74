import { useState } from "react";
import type { CustomerMatch } from "../../local/queries/customers.ts";
import { Button } from "../../ui/button.tsx";
import { HomeIcon, MailIcon, PersonIcon, PhoneIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { addressLines } from "./address-lines.ts";
import { CustomerFields } from "./customer-fields.tsx";
import css from "./customer-section.module.css";
import { waysToReach } from "./ways-to-reach.ts";

type CustomerSectionProps = {
  /** Null: the customer was removed. */
  readonly found: CustomerMatch | null;
  readonly locked: boolean;
};

/** Whom to call and where they live; changing it is a step of its own, because it is not about this job alone. */
export function CustomerSection({ found, locked }: CustomerSectionProps) {
  const { t } = useWords();
  const [changing, setChanging] = useState(false);
  if (found === null)
    return (
      <Section title={t.detailsCustomer}>
        <p>{t.detailsCustomerGone}</p>
      </Section>
    );
  return (
    <Section title={t.detailsCustomer}>
      <CustomerCard found={found} />
      {changing && !locked ? <CustomerFields customer={found.customer} /> : null}
      {locked ? null : (
        <div className={css["change"]}>
          <Button aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {changing ? t.detailsChangeDone : t.detailsChangeCustomer}
          </Button>
        </div>
      )}
    </Section>
  );
}

function CustomerCard({ found }: { readonly found: CustomerMatch }) {
  const { t } = useWords();
  const { customer } = found;
  const address = addressLines(customer);
  return (
    <List label={t.detailsCustomer}>
      <li>
        <ListRow title={customer.name || t.homeUntitled} lead={<PersonIcon />} />
      </li>
      {waysToReach(found).map(({ kind, href, shown, who }) => (
        <li key={href}>
          <ListRow
            title={<span className={css["reach"]}>{shown}</span>}
            detail={who === customer.name ? null : who}
            lead={kind === "phone" ? <PhoneIcon /> : <MailIcon />}
            href={href}
          />
        </li>
      ))}
      {address.length === 0 ? null : (
        <li>
          <ListRow title={address[0]} detail={address[1]} lead={<HomeIcon />} />
        </li>
      )}
    </List>
  );
}
