import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { useWords } from "../../words/words-provider.tsx";
import { OptionColumn } from "./option-column.tsx";
import { optionFacts } from "./option-facts.ts";
import css from "./option-columns.module.css";

type OptionColumnsProps = {
  readonly options: readonly PricedOption[];
  readonly priceBook: PriceBook;
  readonly chosenKey: string;
  readonly accepted: boolean;
  readonly onChoose: (key: string) => void;
};

/** The options side by side, their rows at the same height so that the eye compares; stacked on a phone. */
export function OptionColumns(props: OptionColumnsProps) {
  const { options, priceBook, chosenKey, accepted, onChoose } = props;
  const words = useWords();
  const facts = optionFacts(options, priceBook, words);
  return (
    <section className={css["room"]} aria-label={words.t.priceOptions}>
      <div className={css["options"]}>
        {options.map((option, index) => (
          <OptionColumn
            key={option.key}
            option={option}
            facts={facts[index] ?? []}
            chosen={option.key === chosenKey}
            onChoose={accepted ? null : () => onChoose(option.key)}
          />
        ))}
      </div>
    </section>
  );
}
