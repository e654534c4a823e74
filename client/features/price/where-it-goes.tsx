import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { Money } from "../../ui/money.tsx";
import { offer } from "../../words/offer.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { type PricePart, priceParts } from "./price-parts.ts";
import css from "./where-it-goes.module.css";

const wordOf = {
  labour: "offerLabour",
  paint: "offerPaint",
  sundries: "offerSundries",
  charges: "offerCharges",
  work: "offerWork",
  profit: "offerProfit",
} as const;

/**
 * Where the price goes: one stretch a row, each beginning where the one before it ends, so that they are seen to add up
 * to the price; what is left over is the only coloured one. The figures stand beside them.
 */
export function WhereItGoes({ option }: { readonly option: PricedOption }) {
  const w = useSubject(offer);
  const { cost, money } = option;
  return (
    <section className={css["parts"]}>
      <h3>{w.offerWhere}</h3>
      <dl>
        {priceParts(option).map((part) => (
          <Part key={part.key} part={part} label={w[wordOf[part.key]]} />
        ))}
        <Sum label={w.offerCost} cents={cost.totalCents} />
        <Sum label={w.offerBeforeTax} cents={money.subtotalCents} />
      </dl>
    </section>
  );
}

function Part({ part, label }: { readonly part: PricePart; readonly label: string }) {
  const { number } = useWords();
  const { key, cents, percent, start, length } = part;
  const kind = key !== "profit" ? "cost" : cents < 0 ? "loss" : "profit";
  return (
    <div className={css["part"]} data-kind={kind}>
      <dt>{label}</dt>
      <dd className={css["percent"]}>{percent === null ? "" : `${number(percent)} %`}</dd>
      <dd>
        <Money cents={cents} />
      </dd>
      <dd className={css["bar"]} aria-hidden="true">
        <span style={{ marginInlineStart: `${start * 100}%`, inlineSize: `${length * 100}%` }} />
      </dd>
    </div>
  );
}

function Sum({ label, cents }: { readonly label: string; readonly cents: number }) {
  return (
    <div className={css["sum"]}>
      <dt>{label}</dt>
      <dd>
        <Money cents={cents} />
      </dd>
    </div>
  );
}
