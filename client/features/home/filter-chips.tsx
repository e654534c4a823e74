import { useEstimateCounts } from "../../local/hooks/use-found-estimates.ts";
import { COUNTED, type Filter, filters, type Sought } from "../../local/queries/find-estimates.ts";
import { Chip, ChipRow } from "../../ui/chip-row.tsx";
import { find } from "../../words/find.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { filterWords } from "./filter-words.ts";
import css from "./home.module.css";

type FilterChipsProps = {
  readonly sought: Sought;
  readonly onSought: (sought: Sought) => void;
};

/** Which estimates of the list, with how many there are of each. */
export function FilterChips({ sought, onSought }: FilterChipsProps) {
  const { number } = useWords();
  const w = useSubject(find);
  const counts = useEstimateCounts();
  const upTo = (count: number) => (count < COUNTED ? number(count) : `${number(COUNTED - 1)}+`);
  const choose = (filter: Filter) =>
    onSought({ ...sought, filter: filter === sought.filter ? "all" : filter });
  return (
    <div className={css["filters"]}>
      <ChipRow label={w.findShow}>
        {filters.map((filter) => (
          <Chip key={filter} pressed={filter === sought.filter} onPress={() => choose(filter)}>
            {filterWords(filter, w)}{" "}
            <span className={css["count"]}>{counts ? upTo(counts[filter]) : ""}</span>
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
}
