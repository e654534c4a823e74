import { PersonIcon } from "../../ui/icons.tsx";
import { WayRow } from "../../chrome/way-row.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { detailsAddress } from "./addresses.ts";

/** The way to everything about the job that is not measured. */
export function DetailsRow({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  return (
    <WayRow
      href={detailsAddress(estimateId)}
      title={t.detailsTitle}
      detail={t.detailsLead}
      icon={<PersonIcon />}
    />
  );
}
