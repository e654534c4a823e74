import * as z from "zod/mini";
import type { Account } from "../account.ts";
import type { ApiName, Webhook } from "../model.ts";
import { invalid, notFound } from "../refusal.ts";

/** What both APIs do to webhooks. */

export const webhookBodySchema = z.object({
  url: z.optional(z.string()),
  scopes: z.optional(z.array(z.string())),
  token: z.optional(z.string()),
  enabled: z.optional(z.boolean()),
});
export type WebhookBody = z.infer<typeof webhookBodySchema>;

export function findWebhook(account: Account, id: string): Webhook {
  const webhook = account.webhooks.get(id);
  if (!webhook) throw notFound();
  return webhook;
}

export function createWebhook(account: Account, api: ApiName, body: WebhookBody): Webhook {
  if (!body.url || !body.scopes?.length) throw invalid("Url and scopes can't be blank");
  const now = account.now();
  return account.webhooks.put({
    id: account.newId(),
    api,
    url: body.url,
    scopes: body.scopes,
    token: body.token ?? "",
    enabled: body.enabled ?? true,
    errors: 0,
    createdAt: now,
    updatedAt: now,
  });
}

export function updateWebhook(account: Account, id: string, body: WebhookBody): Webhook {
  const webhook = findWebhook(account, id);
  const isBack = body.enabled === true && !webhook.enabled;
  return account.webhooks.put({
    ...webhook,
    ...(body.url === undefined ? {} : { url: body.url }),
    ...(body.scopes === undefined ? {} : { scopes: body.scopes }),
    ...(body.token === undefined ? {} : { token: body.token }),
    ...(body.enabled === undefined ? {} : { enabled: body.enabled }),
    errors: isBack ? 0 : webhook.errors,
    updatedAt: account.now(),
  });
}

/** `*`, `photo.*` or the event itself. */
export const isSubscribed = ({ enabled, scopes }: Webhook, event: string): boolean =>
  enabled &&
  scopes.some((scope) => scope === "*" || scope === event || scope === event.replace(/\..*/, ".*"));
