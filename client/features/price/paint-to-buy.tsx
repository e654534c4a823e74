import { toNumber } from "../../../shared/exact/print-exact.ts";
import type { PaintNeed, PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { useWords } from "../../words/words-provider.tsx";
import { useExplain } from "./explain-context.tsx";
import { cansWords, colourWords, paintTotals } from "./option-facts.ts";
import css from "./paint-to-buy.module.css";

/** The cans of an option, colour by colour; each opens how its gallons came about. */
export function PaintToBuy({ option }: { readonly option: PricedOption }) {
  const { t, number } = useWords();
  const { gallons, cans } = paintTotals(option);
  return (
    <div className={css["paint"]}>
      <h3>{t.priceToBuy}</h3>
      <p className={css["sum"]}>
        {t.priceGallonCount(number(gallons, 2))} · {t.priceCanCount(cans)}
      </p>
      <ul>
        {option.paint.map((need) => (
          <li key={need.key}>
            <Need option={option} need={need} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type NeedProps = { readonly option: PricedOption; readonly need: PaintNeed };

function Need({ option, need }: NeedProps) {
  const words = useWords();
  const { t, language, number } = words;
  const explain = useExplain();
  const colour = colourWords(need.colour, language);
  const product = `${need.product[language]}, ${need.sheen[language]}`;
  const { exactGallons, gallonsBought, cost } = need.trace;
  return (
    <button
      type="button"
      className={css["need"]}
      onClick={() =>
        explain({
          title: `${colour}: ${product}`,
          option,
          traces: [exactGallons, gallonsBought, cost],
        })
      }
    >
      <span className={css["colour"]}>{colour}</span>
      <span className={css["soft"]}>{product}</span>
      <span>{cansWords(need, words)}</span>
      <span className={css["soft"]}>{t.priceNeeded(number(toNumber(need.exactGallons), 2))}</span>
    </button>
  );
}
