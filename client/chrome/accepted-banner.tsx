import type { RecordOf } from "../../shared/estimate/record.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { reopenEstimate } from "../local/actions/accept-estimate.ts";
import { useLocal } from "../local/local-context.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { formatCents } from "../ui/format-cents.ts";
import { TickIcon } from "../ui/icons.tsx";
import { useWords } from "../words/words-provider.tsx";
import css from "./accepted-banner.module.css";
import { useSay } from "./use-say.ts";

export type AcceptedBannerProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly priceBook: PriceBook;
};

/** What the customer agreed to, and the one way to change it. */
export function AcceptedBanner({ estimate, priceBook }: AcceptedBannerProps) {
  const { t, language } = useWords();
  const local = useLocal();
  const say = useSay();
  const { id, acceptedOption, acceptedTotal } = estimate;
  const option = priceBook.options.find(({ key }) => key === acceptedOption);
  return (
    <Banner
      icon={<TickIcon />}
      action={
        local.readOnly ? null : (
          <Button onClick={() => void say(reopenEstimate(local, id))}>{t.editorReopen}</Button>
        )
      }
    >
      <p className={css["accepted"]}>
        {t.priceAccepted(
          option?.label[language] ?? acceptedOption ?? "",
          formatCents(acceptedTotal ?? 0),
        )}
      </p>
      {local.readOnly ? null : <p>{t.editorFixed}</p>}
    </Banner>
  );
}
