import { Link } from "wouter";
import { ButtonLink } from "../../ui/button.tsx";
import { formatCents } from "../../ui/format-cents.ts";
import { Money } from "../../ui/money.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { priceAddress } from "./addresses.ts";
import { useEditor } from "./editor-context.tsx";
import css from "./running-price.module.css";

/** What the estimate comes to so far, in the option most customers take, and between which prices it lies. */
export function PriceSoFar() {
  const { t, language } = useWords();
  const { option, priced } = useEditor();
  if (!priced) return null;
  if (!option || option.totalCents === 0) return <p className={css["soft"]}>{t.priceNothing}</p>;
  const totals = priced.options.map(({ totalCents }) => totalCents);
  const lowest = formatCents(Math.min(...totals));
  const highest = formatCents(Math.max(...totals));
  return (
    <div className={css["sum"]} aria-live="polite">
      <span className={css["soft"]}>
        {option.label[language]}
        {option.acceptable ? null : ` · ${t.priceIncomplete}`}
      </span>
      <Money cents={option.totalCents} size="xl" rolls />
      {lowest === highest ? null : (
        <span className={css["range"]}>{t.editorRange(lowest, highest)}</span>
      )}
    </div>
  );
}

/** The price in one line of the keypad, which on a phone takes the bar's room. */
export function PriceOverKeypad() {
  const { language } = useWords();
  const { option } = useEditor();
  if (!option || option.totalCents === 0) return null;
  return (
    <span className={css["line"]}>
      <span className={css["soft"]}>{option.label[language]}</span>
      <Money cents={option.totalCents} rolls />
    </span>
  );
}

/** The price and the way to it, under the list. */
export function RunningPrice() {
  const { t } = useWords();
  const { estimate } = useEditor();
  const address = priceAddress(estimate.estimate.id);
  return (
    <div className={css["running"]}>
      <PriceSoFar />
      <Link href={address} asChild>
        <ButtonLink variant="primary" wide href={address}>
          {t.editorPrice}
        </ButtonLink>
      </Link>
    </div>
  );
}
