import { useMemo } from "react";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { repriceEstimate } from "../local/actions/reprice-estimate.ts";
import { undo } from "../local/actions/undo.ts";
import { usePriceBook } from "../local/hooks/use-price-book.ts";
import { useLocal } from "../local/local-context.tsx";
import type { NewerBook } from "../local/queries/newer-book.ts";
import { Button } from "../ui/button.tsx";
import { formatCents } from "../ui/format-cents.ts";
import { AlertIcon, NextIcon } from "../ui/icons.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useToast } from "../ui/toast.tsx";
import { reprice } from "../words/reprice.ts";
import { useSubject, useWords } from "../words/words-provider.tsx";
import { type OptionChange, optionChanges } from "./option-changes.ts";
import { usePricing } from "./pricing.ts";
import css from "./reprice-sheet.module.css";
import { useSay } from "./use-say.ts";
import { draftsOf } from "./use-typing.ts";

type RepriceSheetProps = {
  readonly estimate: Estimate;
  readonly priceBook: PriceBook;
  readonly newer: NewerBook;
  readonly onClose: () => void;
};

/** What a later price book would change, option by option and line by line; then pricing with it. */
export function RepriceSheet({ estimate, priceBook, newer, onClose }: RepriceSheetProps) {
  const { t } = useWords();
  const w = useSubject(reprice);
  const book = usePriceBook(newer.id);
  const changes = useChanges(estimate, priceBook, book ?? null);
  const doIt = useReprice(estimate.estimate.id, newer, onClose);
  return (
    <Sheet
      open
      onClose={onClose}
      title={w.repriceTitle(newer.version)}
      closeLabel={t.close}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" disabled={changes === null} onClick={() => void doIt()}>
            {w.repriceDo(newer.version)}
          </Button>
        </>
      }
    >
      {book === null ? <p>{w.repriceNotHere}</p> : null}
      {changes === null ? (
        book === null ? null : (
          <Skeleton label={t.loading} />
        )
      ) : (
        <div className={css["options"]}>
          {changes.map((change) => (
            <Option key={change.key} change={change} version={newer.version} />
          ))}
        </div>
      )}
    </Sheet>
  );
}

function useChanges(
  estimate: Estimate,
  before: PriceBook,
  after: PriceBook | null,
): readonly OptionChange[] | null {
  const { language } = useWords();
  const engine = usePricing();
  return useMemo(
    () =>
      engine && after
        ? optionChanges(engine.price(estimate, before), engine.price(estimate, after), language)
        : null,
    [engine, estimate, before, after, language],
  );
}

function useReprice(estimateId: string, newer: NewerBook, onClose: () => void) {
  const { t } = useWords();
  const w = useSubject(reprice);
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  return async () => {
    await draftsOf(local).settle();
    const result = await say(repriceEstimate(local, estimateId, newer.id));
    if (!result.ok) return;
    onClose();
    const back = { label: t.undo, onAct: () => void say(undo(local, estimateId)) };
    toast.show({ text: w.repriceDone(newer.version), action: back });
  };
}

const signed = (cents: number): string =>
  cents > 0 ? `+${formatCents(cents)}` : formatCents(cents);

const difference = (before: number | null, after: number | null): string =>
  signed((after ?? 0) - (before ?? 0));

type OptionProps = { readonly change: OptionChange; readonly version: number };

function Option({ change, version }: OptionProps) {
  const w = useSubject(reprice);
  const { name, before, after, lost, lines } = change;
  return (
    <section className={css["option"]}>
      <h3>{name}</h3>
      <dl className={css["totals"]}>
        <Total label={w.repriceBefore} cents={before} />
        <Total label={w.repriceAfter(version)} cents={after} />
        <div>
          <dt>{w.repriceDifference}</dt>
          <dd className={css["difference"]}>{difference(before, after)}</dd>
        </div>
      </dl>
      {lost ? (
        <p className={css["lost"]}>
          <AlertIcon size={20} />
          {w.repriceLost}
        </p>
      ) : null}
      {lines.length === 0 ? (
        <p className={css["soft"]}>{w.repriceSame}</p>
      ) : (
        <Lines change={change} />
      )}
    </section>
  );
}

function Total({ label, cents }: { readonly label: string; readonly cents: number | null }) {
  const w = useSubject(reprice);
  return (
    <div>
      <dt>{label}</dt>
      <dd>{cents === null ? w.repriceNot : formatCents(cents)}</dd>
    </div>
  );
}

function Lines({ change: { lines } }: Pick<OptionProps, "change">) {
  const w = useSubject(reprice);
  return (
    <details className={css["lines"]}>
      <summary>
        <NextIcon size={20} />
        {w.repriceLines(lines.length)}
      </summary>
      <ul>
        {lines.map(({ id, name, before, after }) => (
          <li key={id}>
            <span>{name}</span>
            <span className={css["soft"]}>
              {before === null ? "–" : formatCents(before)} →{" "}
              {after === null ? "–" : formatCents(after)}
            </span>
            <strong>{difference(before, after)}</strong>
          </li>
        ))}
      </ul>
    </details>
  );
}
