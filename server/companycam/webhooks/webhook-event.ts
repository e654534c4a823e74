import { createHash } from "node:crypto";
import * as z from "zod/mini";

const id = z.union([
  z.string().check(z.regex(/^\w{1,64}$/)),
  z.pipe(z.number(), z.transform(String)),
]);
/** Unix seconds (v2) or ISO 8601 (v1). */
const when = z.optional(z.union([z.number(), z.string()]));

/** What CompanyCam tells. `webhook_id` names the subscription, not the event: there is no id to tell a repeat by. */
export const webhookEventSchema = z.object({
  event_type: z.string().check(z.maxLength(100)),
  created_at: when,
  payload: z.object({
    id,
    project_id: z.optional(id),
    updated_at: when,
    created_at: when,
  }),
});
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** The same for one change of one object, however often it is told. */
export function eventKey({ event_type: type, payload }: WebhookEvent): string {
  const changedAt = payload.updated_at ?? payload.created_at ?? "";
  return createHash("sha256").update(`${type}\n${payload.id}\n${changedAt}`).digest("hex");
}
