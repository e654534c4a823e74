import { useQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type Task, tasksResponseSchema } from "../../shared/salesforce/tasks.ts";
import { signedFetch } from "../session/signed-fetch.ts";

const TASKS_TIMEOUT_MS = 15_000;
/** While somebody looks: a colleague may settle one. */
const ASK_AGAIN_MS = 15_000;

/** Under this the tasks are kept while the app is open; ask anew after one was settled. */
export const crmTasksKey = ["crm-tasks"] as const;

async function askTasks({ signal }: { readonly signal: AbortSignal }): Promise<readonly Task[]> {
  const response = await signedFetch("/api/v1/tasks", {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TASKS_TIMEOUT_MS)]),
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return z.parse(tasksResponseSchema, await response.json()).tasks;
}

export interface CrmTasks {
  /** Null: no answer yet. */
  readonly tasks: readonly Task[] | null;
  readonly hasFailed: boolean;
  readonly askAgain: () => void;
}

/** What Salesforce did not take and somebody has to settle; only the server knows it. */
export function useCrmTasks(): CrmTasks {
  const query = useQuery({
    queryKey: crmTasksKey,
    queryFn: askTasks,
    refetchInterval: ASK_AGAIN_MS,
  });
  return {
    tasks: query.data ?? null,
    hasFailed: query.isError,
    askAgain: () => void query.refetch(),
  };
}
