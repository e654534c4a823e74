import type { Exact } from "../../../shared/exact/exact.ts";
import { toNumber } from "../../../shared/exact/print-exact.ts";
import type { PricedLine, PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { lineName } from "../../chrome/line-name.ts";
import { quantityWords } from "../../chrome/quantity-words.ts";
import { ListRow } from "../../ui/list-row.tsx";
import { List } from "../../ui/list.tsx";
import { Money } from "../../ui/money.tsx";
import { offer } from "../../words/offer.ts";
import { useSubject, useWords, type WordsApi } from "../../words/words-provider.tsx";
import { useExplain } from "./explain-context.tsx";
import { type LineGroup, linesByArea } from "./lines-by-area.ts";
import { colourWords } from "./option-facts.ts";
import css from "./lines-of-option.module.css";

/** Everything the chosen option includes, area by area, each line open to questions. */
export function LinesOfOption({ option }: { readonly option: PricedOption }) {
  const { t, language } = useWords();
  return (
    <section className={css["lines"]}>
      <h2>{t.priceIncludes(option.label[language])}</h2>
      {linesByArea(option).map((group) => (
        <Group key={group.key} group={group} option={option} />
      ))}
    </section>
  );
}

type GroupProps = { readonly group: LineGroup; readonly option: PricedOption };

function Group({ group, option }: GroupProps) {
  const words = useWords();
  const { t, language } = words;
  const explain = useExplain();
  const w = useSubject(offer);
  const title = group.areaName ?? (group.kind === "items" ? w.offerWork : t.priceWholeJob);
  return (
    <div className={css["group"]}>
      <div className={css["head"]}>
        <h3>{title}</h3>
        <Money cents={group.cents} />
      </div>
      <List label={title}>
        {group.lines.map((line) => (
          <li key={line.id}>
            <ListRow
              title={line.kind === "surface" ? line.substrate[language] : lineName(line, language)}
              detail={lineDetail(line, words)}
              meta={<Money cents={line.cents} />}
              onClick={() =>
                explain({ title: lineName(line, language), option, traces: [line.trace] })
              }
            />
          </li>
        ))}
      </List>
    </div>
  );
}

/** "324 sq ft · 2 coats · Interior, premium line, Eggshell · Sage"; of other work how much of it, unless it is one. */
function lineDetail(line: PricedLine, words: WordsApi): string | null {
  const { t, language } = words;
  if (line.kind === "item")
    return line.unit === "each" && isOne(line.quantity)
      ? null
      : quantityWords(line.quantity, line.unit, words);
  if (line.kind !== "surface") return null;
  return [
    quantityWords(line.quantity, line.unit, words),
    t.areaCoatCount(line.coats),
    ...(line.primer === null ? [] : [line.primer[language]]),
    `${line.product[language]}, ${line.sheen[language]}`,
    colourWords(line.colour, language),
  ].join(" · ");
}

const isOne = (quantity: Exact): boolean => toNumber(quantity) === 1;
