import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Account, AccountEvent } from "../account.ts";
import type { ApiName, Webhook } from "../model.ts";
import { isSubscribed } from "./subscriptions.ts";

/** As documented: ten attempts with growing pauses, and out after more than 25 errors without a success between them. */
const MOST_ATTEMPTS = 10;
const MOST_ERRORS = 25;
const TIMEOUT_MS = 10_000;
/** Deliveries that are looked back on. */
const KEPT_DELIVERIES = 200;

export type DispatcherOptions = {
  readonly account: Account;
  /** The event's object as the API of a webhook words it. */
  readonly word: (event: AccountEvent, api: ApiName) => unknown;
  /** Before the second attempt; doubles. Real pauses are minutes. */
  readonly firstPauseMs: number;
};

/** Tells webhooks what has happened. Only an answer of exactly 200 counts. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  dispatch(events: readonly AccountEvent[]): void {
    const { account } = this.#options;
    for (const event of events)
      for (const webhook of account.webhooks.all()) {
        if (!isSubscribed(webhook, event.type)) continue;
        const work = this.#deliver(webhook.id, event).finally(() => this.#running.delete(work));
        this.#running.add(work);
      }
  }

  /** Resolves when nothing is on its way. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  close(): void {
    this.#closing.abort();
  }

  async #deliver(webhookId: string, event: AccountEvent): Promise<void> {
    const { account, word, firstPauseMs } = this.#options;
    const id = account.transact(() => account.newId());
    const createdAt = account.now();
    const api = account.webhooks.get(webhookId)?.api ?? "v2";
    const body = JSON.stringify({
      event_type: event.type,
      created_at: api === "v2" ? createdAt : new Date(createdAt * 1000).toISOString(),
      payload: word(event, api),
      webhook_id: webhookId,
    });
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const webhook = account.webhooks.get(webhookId);
      if (!webhook?.enabled || this.#closing.signal.aborted) return;
      const status = await this.#post(webhook, body);
      if (this.#closing.signal.aborted) return;
      account.transact(() => {
        account.deliveries.put({
          id,
          webhookId,
          event: event.type,
          attempts: attempt,
          status,
          createdAt,
        });
        this.#note(webhookId, status === 200);
      });
      if (status === 200) return;
      await pause(firstPauseMs * 2 ** (attempt - 1), undefined, {
        signal: this.#closing.signal,
      }).catch(() => undefined);
    }
  }

  #note(webhookId: string, isDelivered: boolean): void {
    const { account } = this.#options;
    const webhook = account.webhooks.get(webhookId);
    if (!webhook) return;
    const errors = isDelivered ? 0 : webhook.errors + 1;
    account.webhooks.put({ ...webhook, errors, enabled: webhook.enabled && errors <= MOST_ERRORS });
    const old = account.deliveries.all().slice(0, -KEPT_DELIVERIES);
    for (const { id } of old) account.deliveries.remove(id);
  }

  /** @returns 0 when nothing answered. */
  async #post({ url, token }: Webhook, body: string): Promise<number> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-companycam-signature": createHmac("sha1", token).update(body).digest("base64"),
        },
        body,
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.#closing.signal]),
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }
}
