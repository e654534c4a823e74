import { Link } from "wouter";
import type { Problem } from "../../../shared/pricing/problem.ts";
import { estimateNames } from "../../chrome/estimate-names.ts";
import type { OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { problemWords } from "../../chrome/problem-words.ts";
import { AlertIcon, NextIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { List } from "../../ui/list.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { problemAddress, saidOnce } from "./problem-rows.ts";
import css from "./problem-list.module.css";

type ProblemListProps = {
  readonly opened: OpenedEstimate;
  readonly problems: readonly Problem[];
};

/** What keeps a customer from accepting, then what is worth a second look; each leads to its area. */
export function ProblemList({ opened, problems }: ProblemListProps) {
  const { t } = useWords();
  return (
    <>
      <Problems
        title={t.priceFixFirst}
        opened={opened}
        problems={problems.filter(({ blocking }) => blocking)}
      />
      <Problems
        title={t.priceLookAgain}
        opened={opened}
        problems={problems.filter(({ blocking }) => !blocking)}
      />
    </>
  );
}

function Problems({ title, opened, problems }: ProblemListProps & { readonly title: string }) {
  const { t, language } = useWords();
  const { estimate, priceBook } = opened;
  if (problems.length === 0) return null;
  const names = estimateNames(estimate, priceBook, language);
  const areaNames = new Map(estimate.areas.map(({ area }) => [area.id, area.name]));
  const rows = saidOnce(problems, (problem) => problemWords(problem, names, t));
  return (
    <section className={css["problems"]} aria-label={title}>
      <h2>{title}</h2>
      <List label={title}>
        {rows.map(({ problem, sentence }) => {
          const address = problemAddress(estimate.estimate.id, problem);
          const row = {
            title: sentence,
            detail: areaNames.get(problem.areaId ?? ""),
            lead: <AlertIcon />,
          };
          return (
            <li key={`${problem.areaId ?? ""}${sentence}`}>
              {address === null ? (
                <ListRow {...row} />
              ) : (
                <Link href={address} asChild>
                  <ListRow {...row} href={address} meta={<NextIcon />} />
                </Link>
              )}
            </li>
          );
        })}
      </List>
    </section>
  );
}
