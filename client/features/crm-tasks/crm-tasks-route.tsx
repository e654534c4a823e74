import { Link, useParams } from "wouter";
import { useCrmTasks } from "../../chrome/crm-tasks.ts";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { crm } from "../../words/crm.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./crm-tasks.module.css";
import { TaskCard } from "./task-card.tsx";

/** `/salesforce`, and `/estimates/:estimateId/salesforce` for those of one estimate: what Salesforce did not take. */
export function CrmTasksRoute() {
  const { estimateId } = useParams();
  const w = useSubject(crm);
  const back = estimateId === undefined ? "/sync" : `/estimates/${estimateId}/price`;
  return (
    <Screen header={<MainHeader title={w.crmTitle} back={{ href: back }} />}>
      <div className={css["page"]}>
        <Tasks estimateId={estimateId} />
      </div>
    </Screen>
  );
}

function Tasks({ estimateId }: { readonly estimateId: string | undefined }) {
  const { t } = useWords();
  const w = useSubject(crm);
  const { phase } = useSyncState();
  const { tasks, hasFailed, askAgain } = useCrmTasks();
  // What was on the screen before the signal went cannot be settled now either.
  if (phase === "offline" || hasFailed)
    return (
      <Banner action={<Button onClick={askAgain}>{t.tryAgain}</Button>}>
        {phase === "offline" ? w.crmNeedsSignal : w.crmFailed}
      </Banner>
    );
  if (tasks === null) return <Skeleton label={w.crmTitle} />;
  const shown = tasks.filter((task) => estimateId === undefined || task.estimateId === estimateId);
  if (shown.length === 0)
    return (
      <EmptyState
        title={w.crmNone}
        action={
          <Link href="/" asChild>
            <ButtonLink href="/">{t.toEstimates}</ButtonLink>
          </Link>
        }
      >
        {w.crmNoneLead}
      </EmptyState>
    );
  return (
    <>
      <p className={css["lead"]}>{w.crmLead}</p>
      {shown.map((task) => (
        <TaskCard key={task.id} task={task} />
      ))}
    </>
  );
}
