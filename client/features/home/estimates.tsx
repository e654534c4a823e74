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
  const finder = useRef<HTMLDivElement>(null);
  const seek = useCallback(
    (wanted: Sought) => {
      // Something else begins at its top.
      keepPlace(local, { sought: wanted, pages: 1, scrollTop: 0 });
      finder.current?.closest("main")?.scrollTo({ top: 0 });
      setSought(wanted);
    },
    [local],
  );
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
      {sought.filter === "all" && sought.text.trim() === "" ? (
        <List label={t.homeTitle}>
          <EstimatePage rows={rows} number={1} />
        </List>
      ) : (
        <FoundEstimates sought={sought} onSought={seek} />
      )}
    </>
  );
}
