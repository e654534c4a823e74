import { useState } from "react";
import { estimateWords } from "./estimate-words.ts";
import { PAGE } from "../../local/hooks/use-estimates.ts";
import { useFoundEstimates } from "../../local/hooks/use-found-estimates.ts";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { share } from "../../words/share.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";

/** Today's job is nearly always among so many. */
const FIRST = 8;

type ChooseEstimateProps = { readonly onChoose: (row: EstimateListRow) => void };

/** The estimates of this tablet, the newest first, for somebody to choose one. A sample is in another database. */
export function ChooseEstimate({ onChoose }: ChooseEstimateProps) {
  const words = useWords();
  const { t } = words;
  const w = useSubject(share);
  const [text, setText] = useState("");
  const [limit, setLimit] = useState(FIRST);
  const found = useFoundEstimates({ text, filter: "all" }, limit);
  return (
    <Section title={w.whose}>
      <SearchField label={w.search} value={text} onText={setText} clearLabel={t.clear} />
      {found === undefined ? (
        <Skeleton rows={3} label={t.loading} />
      ) : found.rows.length === 0 ? (
        <output>
          <EmptyState title={w.noEstimate}>{w.noEstimateLead}</EmptyState>
        </output>
      ) : (
        <>
          <List label={w.estimates}>
            {found.rows.map((row) => {
              const { name, facts } = estimateWords(row, words);
              return (
                <li key={row.estimate.id}>
                  <ListRow
                    title={name}
                    detail={<Facts facts={facts} />}
                    onClick={() => onChoose(row)}
                  />
                </li>
              );
            })}
          </List>
          {found.isAll ? null : (
            <Button onClick={() => setLimit(limit + PAGE)}>{t.homeMore}</Button>
          )}
        </>
      )}
    </Section>
  );
}
