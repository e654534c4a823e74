import { useState } from "react";
import { Link, useParams } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useAllConflicts } from "../../local/hooks/use-trouble.ts";
import { useSubject as useRecordSubject } from "../../local/hooks/use-subject.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { conflicts as conflictWords } from "../../words/conflicts.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { ConflictCard } from "./conflict-card.tsx";
import css from "./conflicts-route.module.css";
import { openNumbers } from "./open-numbers.ts";

type Conflict = RecordOf<"conflict">;

/** `/estimates/:estimateId/conflicts`, and `/conflicts` for those of every estimate, customer and price book. */
export function ConflictsRoute() {
  const { estimateId } = useParams();
  const { t } = useWords();
  const w = useSubject(conflictWords);
  const found = useAllConflicts(estimateId);
  return (
    <Screen
      header={
        estimateId === undefined ? (
          <MainHeader title={w.conflictsTitle} back={{ href: "/sync" }} />
        ) : (
          <HeaderOf estimateId={estimateId} />
        )
      }
    >
      {found === undefined ? (
        <Skeleton label={t.loading} />
      ) : (
        <Cards key={estimateId} found={found} estimateId={estimateId} />
      )}
    </Screen>
  );
}

function HeaderOf({ estimateId }: { readonly estimateId: string }) {
  const w = useSubject(conflictWords);
  const subject = useRecordSubject({ entity: "estimate", id: estimateId }, estimateId);
  const isHere = subject === undefined || subject.estimateId !== null;
  return (
    <EstimateHeader
      estimateId={estimateId}
      title={w.conflictsTitle}
      detail={subject?.customerName}
      backTo={isHere ? `/estimates/${estimateId}` : "/sync"}
      withConflicts={false}
    />
  );
}

type CardsProps = {
  readonly found: readonly Conflict[];
  readonly estimateId: string | undefined;
};

/** What is settled here stays where it was, so that nobody loses the place; what was settled before is at the end. */
function Cards({ found, estimateId }: CardsProps) {
  const { t } = useWords();
  const w = useSubject(conflictWords);
  const isPainter = useSession().role === "painter";
  const [earlier] = useState(
    () => new Set(found.filter(({ state }) => state === "resolved").map(({ id }) => id)),
  );
  const now = found.filter(({ id }) => !earlier.has(id));
  const before = estimateId === undefined ? [] : found.filter(({ id }) => earlier.has(id));
  const numbers = openNumbers(now);
  const left = now.filter(({ state }) => state === "open").length;
  const card = (conflict: Conflict, number?: string) => (
    <li key={conflict.id}>
      <ConflictCard conflict={conflict} number={number} withCustomer={estimateId === undefined} />
    </li>
  );
  const onward =
    estimateId === undefined ? (
      <Link href="/" asChild>
        <ButtonLink href="/">{t.toEstimates}</ButtonLink>
      </Link>
    ) : (
      <Link href={`/estimates/${estimateId}/price`} asChild>
        <ButtonLink variant="primary" href={`/estimates/${estimateId}/price`}>
          {w.conflictsOpenEstimate}
        </ButtonLink>
      </Link>
    );
  return (
    <div className={css["page"]}>
      {left > 0 ? (
        <p className={css["lead"]}>{isPainter ? t.homePainter : w.conflictsLead}</p>
      ) : null}
      {now.length === 0 ? (
        <EmptyState title={w.conflictsNone} action={onward}>
          {w.conflictsNoneLead}
        </EmptyState>
      ) : (
        <ol className={css["cards"]}>
          {now.map((conflict) => {
            const number = numbers.get(conflict.id);
            return card(
              conflict,
              number === undefined ? undefined : w.conflictsOf(number, numbers.size),
            );
          })}
        </ol>
      )}
      {now.length > 0 && left === 0 ? (
        <EmptyState title={w.conflictsDone} action={onward}>
          {w.conflictsDoneLead}
        </EmptyState>
      ) : null}
      {before.length === 0 ? null : (
        <section className={css["earlier"]}>
          <h2>{w.conflictsEarlier}</h2>
          <ul>{before.map((conflict) => card(conflict))}</ul>
        </section>
      )}
    </div>
  );
}
