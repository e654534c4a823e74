import { useId } from "react";
import { toNumber } from "../../../shared/exact/print-exact.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { formatCents } from "../../ui/format-cents.ts";
import { Money } from "../../ui/money.tsx";
import { offer } from "../../words/offer.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { useExplain } from "./explain-context.tsx";
import type { OptionFact } from "./option-facts.ts";
import { PaintToBuy } from "./paint-to-buy.tsx";
import css from "./option-column.module.css";

type OptionColumnProps = {
  readonly option: PricedOption;
  readonly facts: readonly OptionFact[];
  readonly chosen: boolean;
  /** Null once the customer has chosen for good. */
  readonly onChoose: (() => void) | null;
};

/** From $100,000 on a total needs a smaller size to stand in a third of a tablet. */
const LONG_CENTS = 100_000_00;

/** One option as the customer reads it: what it costs first, then what they get. Nothing of cost or margin. */
export function OptionColumn({ option, facts, chosen, onChoose }: OptionColumnProps) {
  const { t, language } = useWords();
  const explain = useExplain();
  const id = useId();
  const totalId = useId();
  const name = option.label[language];
  return (
    <article className={css["column"]} data-chosen={chosen} aria-labelledby={id}>
      <h2 id={id} className={css["name"]}>
        {name}
        {chosen ? <TickIcon /> : null}
      </h2>
      <button
        type="button"
        className={css["total"]}
        id={totalId}
        // Whose total it is, and then the figure itself: a label of its own would hide it from whoever listens.
        aria-labelledby={`${id} ${totalId}`}
        onClick={() =>
          explain({ title: `${name}: ${t.priceTotal}`, option, traces: [option.trace] })
        }
      >
        <span className={css["sum"]} data-long={option.totalCents >= LONG_CENTS}>
          <Money cents={option.totalCents} />
        </span>
        <span className={css["soft"]}>{option.acceptable ? t.priceWhy : t.priceIncomplete}</span>
        <Besides option={option} />
      </button>
      <div className={css["choose"]}>
        {onChoose ? (
          <Button wide aria-pressed={chosen} onClick={onChoose}>
            {chosen ? t.priceChosen : t.priceChoose(name)}
          </Button>
        ) : null}
      </div>
      <Hours option={option} />
      <Facts facts={facts} />
      <PaintToBuy option={option} />
    </article>
  );
}

/** In small under the total: the list price it comes down from, and what it is by the month. */
function Besides({ option: { money } }: Pick<OptionColumnProps, "option">) {
  const w = useSubject(offer);
  const isReduced = money.discounts.some(({ cents }) => cents > 0);
  const least = money.financing.toSorted((one, other) => one.cents - other.cents)[0];
  return (
    <>
      {isReduced ? (
        <span className={css["beside"]}>
          {w.offerList} <s>{formatCents(money.listCents)}</s>
        </span>
      ) : null}
      {least === undefined ? null : (
        <span className={css["beside"]}>{w.offerOrAMonth(formatCents(least.cents))}</span>
      )}
    </>
  );
}

function Hours({ option }: Pick<OptionColumnProps, "option">) {
  const { t, language, number } = useWords();
  const explain = useExplain();
  return (
    <div className={css["hours"]}>
      <Figure
        label={t.priceLabourHours}
        value={t.priceHourCount(number(toNumber(option.hours.charged)))}
        detail={t.priceDays(option.hours.crewDays)}
        onOpen={() =>
          explain({
            title: `${option.label[language]}: ${t.priceHours}`,
            option,
            traces: [option.hours.trace],
          })
        }
      />
    </div>
  );
}

function Facts({ facts }: Pick<OptionColumnProps, "facts">) {
  return (
    <dl className={css["facts"]}>
      {facts.map(({ key, label, text, differs }) => (
        <div key={key} data-differs={differs}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
