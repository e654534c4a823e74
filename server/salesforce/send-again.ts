import type { Transaction } from "kysely";
import { type AcceptedEstimatePayload, ACCEPTED_ESTIMATE } from "../outbox/jobs.ts";
import { enqueue } from "../outbox/outbox.ts";
import type { Database } from "../store/schema.ts";
import type { Change } from "./put-changes.ts";

/** Whether an estimate stands as one that Salesforce did not take. */
export const isRefused = ({ deleted, fields }: Change): boolean =>
  !deleted && fields["status"] === "accepted" && fields["crmState"] === "refused";

/**
 * Queues a refused estimate once more.
 *
 * @returns what changes in its record, for the caller to write in the same transaction.
 */
export async function sendAgain(
  tx: Transaction<Database>,
  companyId: string,
  estimate: Change,
  by: Pick<AcceptedEstimatePayload, "userId" | "allowDuplicates">,
  now: number,
): Promise<Change> {
  const payload = { estimateId: estimate.id, mutationId: null, ...by };
  await enqueue(tx, {
    companyId,
    kind: ACCEPTED_ESTIMATE,
    key: estimate.id,
    payload: JSON.stringify(payload satisfies AcceptedEstimatePayload),
    now,
  });
  return { ...estimate, fields: { ...estimate.fields, crmState: "waiting", crmMessage: null } };
}
