import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PricedItem, PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { lineName } from "../../chrome/line-name.ts";
import { useSay } from "../../chrome/use-say.ts";
import { tickItem } from "../../local/actions/tick-item.ts";
import { useLocal } from "../../local/local-context.tsx";
import { CheckRow } from "../../ui/check-row.tsx";
import { List } from "../../ui/list.tsx";
import { Money } from "../../ui/money.tsx";
import { offer } from "../../words/offer.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./lines-of-option.module.css";

type OfferListProps = {
  readonly option: PricedOption;
  readonly items: readonly RecordOf<"item">[];
};

/** What the customer may still take or leave, each at its price, in the painter's order. */
export function OfferList({ option, items }: OfferListProps) {
  const { language } = useWords();
  const w = useSubject(offer);
  const local = useLocal();
  const say = useSay();
  const priced = pricedById(option);
  const optional = items.filter((item) => item.optional && priced.has(item.id));
  if (optional.length === 0) return null;
  return (
    <section className={css["lines"]}>
      <div className={css["intro"]}>
        <h2>{w.offerAdd}</h2>
        <p>{w.offerAddLead}</p>
      </div>
      <List label={w.offerAdd}>
        {optional.map(({ id, ticked, group }) => {
          const line = priced.get(id);
          return line === undefined ? null : (
            <li key={id}>
              <CheckRow
                label={lineName(line, language)}
                detail={group.trim() === "" ? null : w.offerOneOf(group.trim())}
                meta={<Money cents={line.cents} size="l" />}
                checked={ticked}
                disabled={local.readOnly}
                onChecked={(taken) => void say(tickItem(local, id, taken))}
              />
            </li>
          );
        })}
      </List>
    </section>
  );
}

const pricedById = ({ lines, offers }: PricedOption): ReadonlyMap<string, PricedItem> =>
  new Map(
    [...lines.filter((line) => line.kind === "item"), ...offers].map((line) => [line.id, line]),
  );
