import { ButtonLink } from "../../ui/button.tsx";
import { crm } from "../../words/crm.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** The record in Salesforce's own window; nothing when nobody knows where that is. */
export function OpenInSalesforce({ url }: { readonly url: string | null }) {
  const w = useSubject(crm);
  if (url === null) return null;
  return (
    <ButtonLink variant="quiet" href={url} target="_blank" rel="noreferrer">
      {w.crmOpen}
    </ButtonLink>
  );
}
