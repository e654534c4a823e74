import * as z from "zod/mini";

/** Tell Salesforce about an accepted estimate; key: the estimate's id. Queued with the acceptance. */
export const ACCEPTED_ESTIMATE = "salesforce.accepted-estimate";

/**
 * The estimate is read again when the job runs: an estimate that is a draft by then was reopened, and
 * there is nothing to send. `mutationId` names the acceptance in the log.
 */
export const acceptedEstimatePayloadSchema = z.strictObject({
  estimateId: z.string(),
  mutationId: z.string(),
  userId: z.string(),
});
export type AcceptedEstimatePayload = z.infer<typeof acceptedEstimatePayloadSchema>;
