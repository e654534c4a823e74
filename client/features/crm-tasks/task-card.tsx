import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { Task, TaskChoice } from "../../../shared/salesforce/tasks.ts";
import { crmTasksKey } from "../../chrome/crm-tasks.ts";
import { useWhen } from "../../chrome/use-when.ts";
import { useSync } from "../../sync/use-sync-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { crm } from "../../words/crm.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./crm-tasks.module.css";
import { CustomerSide } from "./customer-side.tsx";
import { DismissButton } from "./dismiss-button.tsx";
import { OpenInSalesforce } from "./open-in-salesforce.tsx";
import { settleTask } from "./settle-task.ts";
import { outcomeWords, taskWords } from "./task-words.ts";

/** One estimate that Salesforce did not take: what happened, both customers where it is about two, what can be done. */
export function TaskCard({ task }: { readonly task: Task }) {
  const { t } = useWords();
  const w = useSubject(crm);
  const when = useWhen();
  const { isBusy, choose } = useChoosing(task);
  const { happened, todo } = taskWords(task.kind, w);
  const may = (choice: TaskChoice): boolean => task.choices.includes(choice);
  const address = `/estimates/${task.estimateId}/price`;
  const name = task.ours?.name || task.estimateTitle || t.homeUntitled;
  return (
    <article className={css["card"]} aria-busy={isBusy}>
      <div>
        <h2>{happened}</h2>
        <p className={css["soft"]}>
          {name} · {when(task.createdAt)}
        </p>
      </div>
      <p>{todo}</p>
      <p className={css["said"]}>
        {w.crmSaid} <span lang="en">{task.said}</span>
        {task.fields.length === 0 ? null : <span lang="en"> ({task.fields.join(", ")})</span>}
      </p>
      {task.kind === "duplicate" ? (
        <div className={css["room"]}>
          <div className={css["sides"]}>
            {task.ours === null ? null : (
              <CustomerSide
                title={w.crmOurs}
                customer={task.ours}
                // Of several each is compared with ours.
                other={task.matches.length === 1 ? (task.matches[0] ?? null) : null}
                unnamed={t.homeUntitled}
              >
                {may("create-anyway") ? (
                  <Button wide disabled={isBusy} onClick={() => choose("create-anyway")}>
                    {w.crmCreate}
                  </Button>
                ) : null}
              </CustomerSide>
            )}
            {task.matches.map((match) => (
              <CustomerSide
                key={match.accountId}
                title={w.crmTheirs}
                customer={match}
                other={task.ours}
                unnamed={w.crmUnknown}
              >
                <OpenInSalesforce url={match.url} />
                {may("use-match") ? (
                  <Button
                    wide
                    disabled={isBusy}
                    aria-label={w.crmUseName(match.name || w.crmUnknown)}
                    onClick={() => choose("use-match", match.accountId)}
                  >
                    {w.crmUse}
                  </Button>
                ) : null}
              </CustomerSide>
            ))}
          </div>
        </div>
      ) : null}
      {task.choices.length === 0 ? <p className={css["soft"]}>{w.crmNotYours}</p> : null}
      <div className={css["buttons"]}>
        {may("retry") ? (
          <Button disabled={isBusy} onClick={() => choose("retry")}>
            {w.crmRetry}
          </Button>
        ) : null}
        <OpenInSalesforce url={task.url} />
        <Link href={address} asChild>
          <ButtonLink variant="quiet" href={address}>
            {w.crmToEstimate}
          </ButtonLink>
        </Link>
        {may("dismiss") ? (
          <DismissButton isBusy={isBusy} onDismiss={() => choose("dismiss")} />
        ) : null}
      </div>
    </article>
  );
}

/** Carries out a choice, says what became of it, and asks what is left. */
function useChoosing(task: Task) {
  const w = useSubject(crm);
  const toast = useToast();
  const queries = useQueryClient();
  const { syncNow } = useSync();
  const [isBusy, setBusy] = useState(false);
  const carryOut = async (choice: TaskChoice, accountId?: string): Promise<void> => {
    setBusy(true);
    const outcome = await settleTask(task.id, choice, accountId);
    toast.show({ text: outcomeWords(outcome, choice === "dismiss", w) });
    await queries.invalidateQueries({ queryKey: crmTasksKey });
    setBusy(false);
    syncNow();
  };
  return {
    isBusy,
    choose: (choice: TaskChoice, accountId?: string) => void carryOut(choice, accountId),
  };
}
