import { reopenEstimate } from "../../local/actions/accept-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { formatCents } from "../../ui/format-cents.ts";
import { TickIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useEditor } from "./editor-context.tsx";
import { useSay } from "./use-say.ts";
import css from "./accepted-banner.module.css";

/** What the customer agreed to, and the one way to change it. */
export function AcceptedBanner() {
  const { t, locale } = useWords();
  const { estimate, names } = useEditor();
  const local = useLocal();
  const say = useSay();
  const { id, acceptedOption, acceptedTotal } = estimate.estimate;
  const option = acceptedOption === null ? "" : (names.option(acceptedOption) ?? acceptedOption);
  return (
    <Banner
      icon={<TickIcon />}
      action={<Button onClick={() => void say(reopenEstimate(local, id))}>{t.editorReopen}</Button>}
    >
      <p className={css["accepted"]}>
        {t.priceAccepted(option, formatCents(acceptedTotal ?? 0, locale))}
      </p>
      <p>{t.editorFixed}</p>
    </Banner>
  );
}
