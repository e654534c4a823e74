import type { Local } from "../local/local.ts";
import { countWaiting } from "../local/queries/waiting.ts";
import { applyPull, type PullPosition, pullPosition } from "../local/replica/apply-pull.ts";
import { offerBatch } from "../local/replica/offer.ts";
import { recordAnswer } from "../local/replica/record-answer.ts";
import { rejoin } from "../local/replica/rejoin.ts";
import type { Failure } from "./failure.ts";
import type { WireClient } from "./wire-client.ts";

/** More requests than the largest outbox needs (200 edits each); a server that sends us in circles ends here. */
export const MAX_REQUESTS = 200;

/** What the header shows while a drain runs. */
export type Progress =
  | { readonly phase: "sending"; readonly sent: number; readonly total: number }
  | { readonly phase: "receiving" };

export type DrainEnd = { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

export interface DrainOptions {
  readonly local: Local;
  readonly wire: WireClient;
  readonly signal: AbortSignal;
  /** Aborted when no further request is to be begun; what is under way is finished. */
  readonly turnOver?: AbortSignal | undefined;
  /** Called before each request: the work goes on. */
  readonly onStep?: (() => void) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

type Step = "again" | "next" | Failure;

const done: DrainEnd = { ok: true };

/**
 * Sends what waits and takes what is new, until neither side has anything for the other: push until the
 * outbox is answered for, then pull until nothing more comes, and again if edits were made meanwhile.
 *
 * Every step leaves the tablet in a state from which any tab can go on; nothing is remembered in here.
 */
export async function drain(options: DrainOptions): Promise<DrainEnd> {
  let requests = 0;
  const repeat = async (step: () => Promise<Step>): Promise<Failure | null> => {
    for (;;) {
      if (options.signal.aborted || options.turnOver?.aborted) return { kind: "stopped" };
      options.onStep?.();
      if ((requests += 1) > MAX_REQUESTS) return { kind: "server-away" };
      const result = await step();
      if (result === "next") return null;
      if (result !== "again") return result;
    }
  };
  const progress = { sent: 0 };
  do {
    const failure =
      (await repeat(() => pushOnce(options, progress))) ?? (await repeat(() => pullOnce(options)));
    if (failure) return { ok: false, failure };
  } while ((await countWaiting(options.local)) > 0);
  return done;
}

async function pushOnce(
  { local, wire, signal, onProgress }: DrainOptions,
  progress: { sent: number },
): Promise<Step> {
  const batch = await offerBatch(local);
  if (batch.mutations.length === 0) return "next";
  const { sent } = progress;
  onProgress?.({ phase: "sending", sent, total: sent + (await countWaiting(local)) });
  const exchange = await wire.push(batch, signal);
  if (!exchange.ok) {
    const { failure } = exchange;
    if (failure.kind === "epoch-changed") return "next";
    if (failure.kind !== "forked" && failure.kind !== "gap") return failure;
    await rejoin(local, batch.clientId, failure.kind === "gap");
    return "again";
  }
  const answer = await recordAnswer(local, batch, exchange.value);
  switch (answer.outcome) {
    case "forked":
      return "again";
    case "stale":
    case "epoch":
      return "next";
    case "recorded":
      progress.sent += answer.answered;
      return answer.answered > 0 ? "again" : { kind: "server-away" };
  }
}

async function pullOnce({ local, wire, signal, onProgress }: DrainOptions): Promise<Step> {
  onProgress?.({ phase: "receiving" });
  const position = await pullPosition(local);
  const exchange = await wire.pull(position, signal);
  if (!exchange.ok) return exchange.failure;
  const pulled = await applyPull(local, position, exchange.value);
  switch (pulled.outcome) {
    case "applied":
      return pulled.more ? "again" : "next";
    case "stale":
      return (await hasMoved(local, position)) ? "again" : { kind: "server-away" };
    case "paused":
      return { kind: "mass-removal" };
    case "unreadable":
      return { kind: "update-needed" };
  }
}

/** Whether another tab was faster; if not, the server answered something we did not ask. */
async function hasMoved(local: Local, { clientId, epoch, cursor }: PullPosition): Promise<boolean> {
  const now = await pullPosition(local);
  return now.clientId !== clientId || now.epoch !== epoch || now.cursor !== cursor;
}
