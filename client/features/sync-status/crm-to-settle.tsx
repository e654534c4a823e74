import { Link } from "wouter";
import { useCrmTasks } from "../../chrome/crm-tasks.ts";
import { AlertIcon, NextIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { crm } from "../../words/crm.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** How many estimates Salesforce did not take, and the way to settle them; silent when the server cannot be asked. */
export function CrmToSettle() {
  const w = useSubject(crm);
  const { tasks } = useCrmTasks();
  if (tasks === null || tasks.length === 0) return null;
  return (
    <Section title={w.crmTitle}>
      <Link href="/salesforce" asChild>
        <ListRow
          href="/salesforce"
          title={w.crmCount(tasks.length)}
          detail={w.crmLead}
          lead={<AlertIcon />}
          meta={<NextIcon size={20} />}
        />
      </Link>
    </Section>
  );
}
