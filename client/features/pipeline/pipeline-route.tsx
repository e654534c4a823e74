import { useMemo } from "react";
import { Link } from "wouter";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { usePipeline } from "../../local/hooks/use-pipeline.ts";
import { useToday } from "../../local/hooks/use-today.ts";
import type { PipelineEstimate } from "../../local/queries/pipeline.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { pipeline } from "../../words/pipeline.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { OpenPart } from "./open-part.tsx";
import css from "./pipeline-route.module.css";
import { firstInstant, MONTHS, winRate, wonByEstimator, wonByMonth, wonOf } from "./won.ts";
import { WonTable } from "./won-table.tsx";

/** `/pipeline`: what is open and what was won, counted on this tablet from what it holds; for managers. */
export function PipelineRoute() {
  const w = useSubject(pipeline);
  const isManager = useSession().role === "manager";
  return (
    <Screen header={<MainHeader title={w.pipelineTitle} back={{ href: "/settings" }} />}>
      {isManager ? (
        <Counted />
      ) : (
        <EmptyState title={w.pipelineManagers}>{w.pipelineManagersLead}</EmptyState>
      )}
    </Screen>
  );
}

function Counted() {
  const { t } = useWords();
  const w = useSubject(pipeline);
  const today = useToday();
  // The day it is where the tablet is, at noon: no time zone makes another day of it.
  const now = useMemo(() => new Date(`${today}T12:00:00`), [today]);
  const estimates = usePipeline(firstInstant(now).toISOString());
  if (estimates === undefined) return <Skeleton rows={5} label={t.loading} />;
  if (estimates.length === 0)
    return <EmptyState title={w.pipelineNone}>{w.pipelineNoneLead}</EmptyState>;
  return (
    <div className={css["page"]}>
      <OpenPart estimates={estimates} now={now.getTime()} />
      <WonParts estimates={estimates} now={now} />
      <p className={css["note"]}>{w.pipelineHere}</p>
      <div>
        <Link href="/" asChild>
          <ButtonLink href="/">{w.pipelineToList}</ButtonLink>
        </Link>
      </div>
    </div>
  );
}

type WonPartsProps = { readonly estimates: readonly PipelineEstimate[]; readonly now: Date };

function WonParts({ estimates, now }: WonPartsProps) {
  const { number, language } = useWords();
  const w = useSubject(pipeline);
  const all = wonOf("", estimates);
  const byEstimator = wonByEstimator(estimates);
  const month = new Intl.DateTimeFormat(`${language}-US`, { month: "long", year: "numeric" });
  return (
    <>
      <Section title={w.pipelineWon}>
        <p className={css["rate"]}>
          <strong>{number(winRate(all) ?? 0)} %</strong>
          <span>{w.pipelineWonSince(all.accepted, all.made, MONTHS)}</span>
        </p>
        <WonTable
          caption={w.pipelineByMonth}
          rows={wonByMonth(estimates, now).map((row) => ({
            ...row,
            label: month.format(new Date(`${row.key}-15T12:00:00`)),
          }))}
        />
      </Section>
      {byEstimator.length < 2 ? null : (
        <Section title={w.pipelineWho}>
          <WonTable
            caption={w.pipelineByWho}
            rows={byEstimator.map((row) => ({ ...row, label: row.key || w.pipelineNobody }))}
          />
        </Section>
      )}
    </>
  );
}
