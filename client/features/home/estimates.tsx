import { useCallback, useEffect, useRef, useState } from "react";
import { useLocal } from "../../local/local-context.tsx";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import type { Sought } from "../../local/queries/find-estimates.ts";
import { List } from "../../ui/list.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { EstimatePage } from "./estimate-pages.tsx";
import { FilterChips, FoundEstimates, loadFound } from "./finding.ts";
import css from "./home.module.css";
import { keepPlace, placeIn } from "./place.ts";

/** All estimates, or those that are sought: a key draws this, and nothing else of the screen. */
export function Estimates({ rows }: { readonly rows: readonly EstimateListRow[] }) {
  const { t } = useWords();
  const local = useLocal();
  const [sought, setSought] = useState(() => placeIn(local).sought);
  // The rows stay until there is an answer: a list that is gone for a moment makes the eye begin anew.
  const [isAnswered, setAnswered] = useState(false);
  const finder = useRef<HTMLDivElement>(null);
  const isSeeking = sought.filter !== "all" || sought.text.trim() !== "";
  const seek = useCallback(
    (wanted: Sought) => {
      // Something else begins at its top.
      keepPlace(local, { sought: wanted, pages: 1, scrollTop: 0 });
      toTop(finder.current);
      if (wanted.filter === "all" && wanted.text.trim() === "") setAnswered(false);
      setSought(wanted);
    },
    [local],
  );
  const answered = useCallback(() => setAnswered(true), []);
  useEffect(loadFound, []);
  return (
    <>
      <h2>{t.homeTitle}</h2>
      <div ref={finder} className={css["finder"]}>
        <SearchField
          label={t.homeSearch}
          value={sought.text}
          onText={(text) => seek({ ...sought, text })}
          clearLabel={t.clear}
        />
        <FilterChips sought={sought} onSought={seek} />
      </div>
      {isSeeking ? <FoundEstimates sought={sought} onSought={seek} onAnswer={answered} /> : null}
      {isSeeking && isAnswered ? null : (
        <List label={t.homeTitle}>
          <EstimatePage rows={rows} number={1} />
        </List>
      )}
    </>
  );
}

/** What is found begins under the field; whoever has scrolled so far that the field is at the top keeps it there. */
function toTop(finder: HTMLElement | null): void {
  const scroller = finder?.closest("main");
  if (!finder || !scroller) return;
  const above = finder.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  if (above < 0) scroller.scrollBy({ top: above, behavior: "instant" });
}
