import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { useSay } from "../../chrome/use-say.ts";
import { editEstimate } from "../../local/actions/edit-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import { CheckRow } from "../../ui/check-row.tsx";
import { List } from "../../ui/list.tsx";
import { Section } from "../../ui/section.tsx";
import { terms } from "../../words/terms.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { DisputeMark } from "./dispute-mark.tsx";
import { discountRows, withDiscount } from "./discount-rows.ts";

type DiscountSectionProps = {
  readonly estimate: RecordOf<"estimate">;
  readonly priceBook: PriceBook;
  /** The day that the estimate is priced for. */
  readonly day: string;
  readonly locked: boolean;
};

/** The named discounts of the price book, each with its last day. Nothing is taken off that has no name. */
export function DiscountSection({ estimate, priceBook, day, locked }: DiscountSectionProps) {
  const words = useWords();
  const w = useSubject(terms);
  const local = useLocal();
  const say = useSay();
  const rows = discountRows(priceBook.discounts, estimate.discounts, day, words).filter(
    ({ given }) => given || !locked,
  );
  if (rows.length === 0) return null;
  const give = (key: string, isGiven: boolean) => {
    const discounts = withDiscount(estimate.discounts, key, isGiven);
    void say(editEstimate(local, estimate.id, "discounts", discounts));
  };
  return (
    <Section title={w.termsDiscounts}>
      <List label={w.termsDiscounts}>
        {rows.map(({ key, label, detail, given, ended }) => (
          <li key={key}>
            <CheckRow
              label={label}
              detail={detail}
              checked={given}
              disabled={locked || (ended && !given)}
              onChecked={(isGiven) => give(key, isGiven)}
            />
          </li>
        ))}
      </List>
      <DisputeMark field="discounts" />
    </Section>
  );
}
