import * as z from "zod/mini";
import { type TaskChoice, taskProblems } from "../../../shared/salesforce/tasks.ts";
import { signedFetch } from "../../session/signed-fetch.ts";

const SETTLE_TIMEOUT_MS = 20_000;

const refusalSchema = z.object({ error: z.object({ code: z.enum(taskProblems) }) });

export type SettleOutcome = "done" | (typeof taskProblems)[number] | "failed";

/** Tells the server what a person chose; `failed` when it gave no answer that says whether it was done. */
export async function settleTask(
  taskId: string,
  choice: TaskChoice,
  accountId?: string,
): Promise<SettleOutcome> {
  try {
    const response = await signedFetch(`/api/v1/tasks/${encodeURIComponent(taskId)}/${choice}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(accountId === undefined ? {} : { accountId }),
      signal: AbortSignal.timeout(SETTLE_TIMEOUT_MS),
    });
    if (response.ok) return "done";
    const refusal = refusalSchema.safeParse(await response.json());
    return refusal.success ? refusal.data.error.code : "failed";
  } catch {
    return "failed";
  }
}
