import { useCallback, useLayoutEffect, useState } from "react";
import { Link } from "wouter";
import { PAGE } from "../../local/hooks/use-estimates.ts";
import { useFoundEstimates } from "../../local/hooks/use-found-estimates.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { Sought } from "../../local/queries/find-estimates.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { find } from "../../words/find.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { EstimateRow } from "./estimate-row.tsx";
import { filterWords } from "./filter-words.ts";
import css from "./home.module.css";
import { NearEnd } from "./near-end.tsx";
import { keepPlace, placeIn } from "./place.ts";

/** Rows that a key waits for: a tablet held upright shows eleven. */
const FIRST_SCREEN = 14;
/** The others wait until somebody scrolls: read while one types, they would be in the way of the next key. */
const AHEAD_PX = 100;

type SoughtProps = {
  readonly sought: Sought;
  readonly onSought: (sought: Sought) => void;
};

type FoundEstimatesProps = SoughtProps & {
  /** There is an answer, in this very drawing. */
  readonly onAnswer: () => void;
};

/** The estimates that are sought, the newest first, or what can be done when there is none. */
export function FoundEstimates({ sought, onSought, onAnswer }: FoundEstimatesProps) {
  const { t, number } = useWords();
  const w = useSubject(find);
  const key = `${sought.filter} ${sought.text}`;
  const local = useLocal();
  const [pages, setPages] = useState(() => ({ key, count: placeIn(local).pages }));
  if (pages.key !== key) setPages({ key, count: 1 });
  const limit = FIRST_SCREEN + (pages.count - 1) * PAGE;
  const found = useFoundEstimates(sought, limit);
  const goOn = useCallback(() => {
    keepPlace(local, { pages: pages.count + 1 });
    setPages({ key, count: pages.count + 1 });
  }, [key, local, pages.count]);
  const hasAnswer = found !== undefined;
  useLayoutEffect(() => {
    if (hasAnswer) onAnswer();
  }, [hasAnswer, onAnswer]);
  const count = found?.rows.length ?? 0;
  const isOld = found?.sought.text !== sought.text || found.sought.filter !== sought.filter;
  return (
    <section className={css["found"]} aria-label={t.homeTitle} aria-busy={isOld}>
      {/* It stands before it says anything, so that whoever listens hears it change. */}
      <output className={css["count"]}>
        {!found || count === 0
          ? null
          : found.isAll
            ? count === 1
              ? w.findOne
              : w.findCount(number(count))
            : w.findMoreThan(number(count))}
      </output>
      {found === undefined ? null : count === 0 ? (
        <NothingFound sought={found.sought} onSought={onSought} />
      ) : (
        <List label={t.homeTitle}>
          {found.rows.map((row) => (
            <li key={row.estimate.id} className={css["row"]}>
              <EstimateRow row={row} />
            </li>
          ))}
          {found.isAll || found.rows.length < limit ? null : (
            <li>
              <NearEnd aheadPx={AHEAD_PX} onMore={goOn} />
            </li>
          )}
        </List>
      )}
    </section>
  );
}

/** Says what was looked for and where, and offers what comes next. */
function NothingFound({ sought: { text, filter }, onSought }: SoughtProps) {
  const w = useSubject(find);
  const { readOnly } = useLocal();
  const typed = text.trim();
  const address = `/estimates/new?for=${encodeURIComponent(typed)}`;
  return (
    <output>
      <EmptyState
        title={typed === "" ? w.findNoneHere : w.findNone(typed)}
        action={
          <div className={css["actions"]}>
            {filter === "all" ? null : (
              <Button onClick={() => onSought({ text, filter: "all" })}>{w.findEverywhere}</Button>
            )}
            {readOnly || typed === "" ? null : (
              <Link href={address} asChild>
                <ButtonLink variant="primary" href={address} icon={<PlusIcon />}>
                  {w.findNew(typed)}
                </ButtonLink>
              </Link>
            )}
          </div>
        }
      >
        {filter === "all" ? null : w.findNoneOf(filterWords(filter, w))}
        {typed === "" ? null : ` ${w.findNoneLead}`}
      </EmptyState>
    </output>
  );
}
