import { ClockIcon } from "../../ui/icons.tsx";
import { WayRow } from "../../chrome/way-row.tsx";
import { useWords } from "../../words/words-provider.tsx";

/** The way to who changed what, and to what was removed. */
export function HistoryRow({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  return (
    <WayRow
      href={`/estimates/${estimateId}/history`}
      title={t.detailsHistory}
      detail={t.detailsHistoryLead}
      icon={<ClockIcon />}
    />
  );
}
