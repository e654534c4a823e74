import { Link } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useSubject as useRecordSubject } from "../../local/hooks/use-subject.ts";
import { AlertIcon, NextIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";

type ToSettleProps = { readonly conflicts: readonly RecordOf<"conflict">[] };

/** What two people do not agree about, estimate by estimate, with the way to settle it. */
export function ToSettle({ conflicts }: ToSettleProps) {
  const w = useSubject(where);
  if (conflicts.length === 0) return null;
  const groups = [...Map.groupBy(conflicts, ({ estimateId }) => estimateId)];
  return (
    <Section title={w.whereSettleTitle}>
      <List label={w.whereSettleTitle}>
        {groups.map(([estimateId, inGroup]) => (
          <li key={estimateId}>
            <Row estimateId={estimateId} count={inGroup.length} />
          </li>
        ))}
      </List>
    </Section>
  );
}

type RowProps = { readonly estimateId: string | null; readonly count: number };

function Row({ estimateId, count }: RowProps) {
  const { t } = useWords();
  const w = useSubject(where);
  const subject = useRecordSubject({ entity: "estimate", id: estimateId ?? "" }, estimateId);
  const address = estimateId === null ? "/conflicts" : `/estimates/${estimateId}/conflicts`;
  const name = estimateId === null ? w.whereSettleOther : subject?.customerName || t.homeUntitled;
  return (
    <Link href={address} asChild>
      <ListRow
        href={address}
        title={name}
        detail={w.whereSettleCount(count)}
        lead={<AlertIcon />}
        meta={<NextIcon size={20} />}
      />
    </Link>
  );
}
