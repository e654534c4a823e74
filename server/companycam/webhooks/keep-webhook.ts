import { type Answer, answered } from "../errors.ts";
import type { Webhook } from "../model.ts";
import type { CompanyCam, NewWebhook } from "../port.ts";

/** What we want to hear of. There is nothing for photos that are deleted, nor for people. */
export const SCOPES: readonly string[] = ["project.*", "photo.*"];

/** What was found, and done about it. */
export type WebhookCare = "sound" | "made" | "repaired";

/**
 * Sees to it that CompanyCam tells us what happens: subscribes where nobody has, and turns on again what it has turned
 * off after errors of ours, or what has another secret than ours.
 */
export async function keepWebhook(
  companyCam: CompanyCam,
  wanted: Pick<NewWebhook, "url" | "token">,
): Promise<Answer<WebhookCare>> {
  const webhook = { ...wanted, scopes: SCOPES };
  const list = await companyCam.listWebhooks();
  if (!list.ok) return list;
  const ours = list.value.find(({ url }) => url === wanted.url);
  if (ours && isSound(ours, webhook)) return answered("sound");
  const done = ours
    ? await companyCam.repairWebhook(ours.id, webhook)
    : await companyCam.createWebhook(webhook);
  return done.ok ? answered(ours ? "repaired" : "made") : done;
}

/** A secret that it does not tell is taken for ours. */
const isSound = ({ isEnabled, token, scopes }: Webhook, wanted: NewWebhook): boolean =>
  isEnabled &&
  (token === "" || token === wanted.token) &&
  wanted.scopes.every((scope) => scopes.includes(scope) || scopes.includes("*"));
