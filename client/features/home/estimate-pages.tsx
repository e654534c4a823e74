import { useCallback, useState } from "react";
import { pageRows, useEstimates } from "../../local/hooks/use-estimates.ts";
import { listKey } from "../../local/listed.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import { EstimateRow } from "./estimate-row.tsx";
import css from "./home.module.css";
import { NearEnd } from "./near-end.tsx";
import { keepPlace, placeIn } from "./place.ts";

/** Rows that are read before somebody gets to them: a screen and a half of a tablet held upright. */
const AHEAD_PX = 1800;

type PageProps = {
  readonly rows: readonly EstimateListRow[];
  /** Counts from 1. */
  readonly number: number;
};

/** A page of the list and, once its end has come near, those after it: each reads its own rows and draws them alone. */
export function EstimatePage({ rows, number }: PageProps) {
  const local = useLocal();
  const [goesOn, setGoesOn] = useState(() => placeIn(local).pages > number);
  const last = rows.at(-1);
  const goOn = useCallback(() => {
    keepPlace(local, { pages: number + 1 });
    setGoesOn(true);
  }, [local, number]);
  return (
    <>
      {rows.map((row) => (
        <li key={row.estimate.id} className={css["row"]}>
          <EstimateRow row={row} />
        </li>
      ))}
      {last === undefined || rows.length < pageRows(number) ? null : goesOn ? (
        <PageAfter after={listKey(last.estimate)} number={number + 1} />
      ) : (
        <li>
          <NearEnd aheadPx={AHEAD_PX} onMore={goOn} />
        </li>
      )}
    </>
  );
}

function PageAfter({ after, number }: { readonly after: string; readonly number: number }) {
  const rows = useEstimates(after);
  return rows && <EstimatePage rows={rows} number={number} />;
}
