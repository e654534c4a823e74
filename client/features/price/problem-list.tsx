import { Link } from "wouter";
import type { Problem } from "../../../shared/pricing/problem.ts";
import { estimateNames } from "../../chrome/estimate-names.ts";
import type { OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { problemWords } from "../../chrome/problem-words.ts";
import { problemsOfEveryOption } from "../../chrome/problems-of-every-option.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { AlertIcon, NextIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { List } from "../../ui/list.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { fixesFor } from "./problem-fixes.ts";
import { problemAddress, saidOnce } from "./problem-rows.ts";
import { useFix } from "./use-fix.ts";
import css from "./problem-list.module.css";

type ProblemListProps = {
  readonly opened: OpenedEstimate;
  readonly problems: readonly Problem[];
};

/** What keeps a customer from accepting, then what is worth a second look; each leads to its area. */
export function ProblemList({ opened, problems }: ProblemListProps) {
  const { t } = useWords();
  const said = problemsOfEveryOption(problems, opened.priceBook.options.length);
  return (
    <>
      <Problems
        title={t.priceFixFirst}
        opened={opened}
        problems={said.filter(({ blocking }) => blocking)}
      />
      <Problems
        title={t.priceLookAgain}
        opened={opened}
        problems={said.filter(({ blocking }) => !blocking)}
      />
    </>
  );
}

function Problems({ title, opened, problems }: ProblemListProps & { readonly title: string }) {
  const words = useWords();
  const { estimate, priceBook } = opened;
  if (problems.length === 0) return null;
  const names = estimateNames(estimate, priceBook, words.language);
  const rows = saidOnce(problems, (problem) => problemWords(problem, names, words));
  return (
    <section className={css["problems"]} aria-label={title}>
      <h2>{title}</h2>
      <List label={title}>
        {rows.map(({ problem, sentence }) => (
          <li key={`${problem.areaId ?? ""}${sentence}`} className={css["problem"]}>
            <ProblemRow opened={opened} problem={problem} sentence={sentence} />
          </li>
        ))}
      </List>
    </section>
  );
}

type ProblemRowProps = {
  readonly opened: OpenedEstimate;
  readonly problem: Problem;
  readonly sentence: string;
};

/** The row leads to the place; where the answer is obvious, a button beside it gives it. */
function ProblemRow({ opened, problem, sentence }: ProblemRowProps) {
  const { language } = useWords();
  const { estimate } = opened;
  const fix = useFix(estimate.estimate.id);
  const address = problemAddress(estimate.estimate.id, problem);
  const row = {
    title: sentence,
    detail: estimate.areas.find(({ area }) => area.id === problem.areaId)?.area.name,
    lead: <AlertIcon />,
  };
  const { readOnly } = useLocal();
  const fixes = readOnly ? [] : fixesFor(problem, opened, language);
  return (
    <>
      {address === null ? (
        <ListRow {...row} />
      ) : (
        <Link href={address} asChild>
          <ListRow {...row} href={address} meta={<NextIcon />} />
        </Link>
      )}
      {fixes.length === 0 ? null : (
        <div className={css["fixes"]}>
          {fixes.map((named) => (
            <Button key={named.label} onClick={() => fix(named.fix)}>
              {named.label}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
