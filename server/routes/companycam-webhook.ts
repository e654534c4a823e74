import { Hono } from "hono";
import * as z from "zod/mini";
import type { UpstreamCache } from "../cache/upstream-cache.ts";
import type { Clock } from "../clock.ts";
import type { ConnectedCompanyCam } from "../companycam/connected.ts";
import { hearEvent } from "../companycam/webhooks/hear-event.ts";
import { isSigned, readSecrets } from "../companycam/webhooks/secret.ts";
import { webhookEventSchema } from "../companycam/webhooks/webhook-event.ts";
import type { AppEnv } from "../identity.ts";
import type { Log } from "../observe/log.ts";
import type { Store } from "../store/store.ts";
import { readBytes } from "./read-body.ts";
import { refuse } from "./refuse.ts";

/** A project with its contacts has some 3 KB. */
const MAX_EVENT_BYTES = 256 * 1024;

export interface CompanyCamWebhookParts {
  readonly companyCam: ConnectedCompanyCam | null;
  readonly store: Store;
  readonly cache: UpstreamCache;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * `POST /webhooks/companycam`: CompanyCam tells what has happened. Who may speak is told by the signature over the bytes as
 * they came. Answers exactly 200, also to what we do not care for: anything else counts as an error, and 26 of them turn
 * the webhook off.
 */
export const companyCamWebhookRoutes = (parts: CompanyCamWebhookParts) =>
  new Hono<AppEnv>().post("/webhooks/companycam", async (context) => {
    const { companyCam, store, clock, log } = parts;
    if (companyCam === null) return refuse(context, "not_found");
    const body = await readBytes(context, MAX_EVENT_BYTES);
    if (!body.ok) return refuse(context, body.error);
    const { bytes } = body;
    const signature = context.req.header("x-companycam-signature") ?? "";
    // A server that was moved to another organisation has a secret of each; the signature says for whom it is.
    const secrets = await readSecrets(store);
    const signed = secrets.find(({ secret }) => isSigned(bytes, signature, secret));
    if (!signed) {
      log.info("companycam.webhook-unsigned", { bytes: bytes.byteLength });
      return refuse(context, "forbidden", { message: "The signature is not ours.", status: 401 });
    }
    const event = z.safeParse(webhookEventSchema, parsed(bytes));
    if (!event.success) {
      // It is CompanyCam that speaks, of something we do not know: an error would be repeated and be none the wiser.
      log.info("companycam.webhook-unknown-shape");
      return context.body(null, 200);
    }
    const isNew = await hearEvent(parts, signed.companyId, event.data, clock.now());
    log.info("companycam.webhook-heard", {
      type: event.data.event_type,
      object: event.data.payload.id,
      isNew,
    });
    if (isNew) companyCam.wake();
    return context.body(null, 200);
  });

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
