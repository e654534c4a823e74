import type { Local } from "../local/local.ts";
import { countWaiting } from "../local/queries/waiting.ts";
import { offerBatch } from "../local/replica/offer.ts";
import { recordAnswer } from "../local/replica/record-answer.ts";
import { rejoin } from "../local/replica/rejoin.ts";
import type { Failure } from "./failure.ts";
import { MAX_REQUESTS } from "./drain.ts";
import type { WireClient } from "./wire-client.ts";

/**
 * - `done`: nothing waits any more. - `later`: the server could not be asked; the same again when it can.
 * - `refused`: it will not take the rest, and waiting does not help.
 */
export type PushEnd = "done" | "later" | "refused";

/** Whether a push that failed so may work when it is made again. */
function isForLater({ kind }: Failure): boolean {
  switch (kind) {
    case "offline":
    case "network-lies":
    case "server-away":
    case "signed-out":
    case "stopped":
      return true;
    case "forked":
    case "gap":
    case "epoch-changed":
    case "update-needed":
    case "refused":
    case "mass-removal":
    case "storage":
      return false;
  }
}

/** Sends all that waits and takes nothing: a tablet that is to be wiped is given no records any more. */
export async function pushEverything(
  local: Local,
  wire: WireClient,
  signal: AbortSignal,
): Promise<PushEnd> {
  for (let requests = 0; requests < MAX_REQUESTS; requests += 1) {
    const before = await countWaiting(local);
    if (before === 0) return "done";
    const batch = await offerBatch(local);
    const exchange = await wire.push(batch, signal);
    if (exchange.ok) {
      await recordAnswer(local, batch, exchange.value);
      // Told to go on, and no further: not by this way.
      if ((await countWaiting(local)) === before) return "refused";
    } else if (exchange.failure.kind === "forked" || exchange.failure.kind === "gap")
      await rejoin(local, batch.clientId, exchange.failure.kind === "gap");
    else return isForLater(exchange.failure) ? "later" : "refused";
  }
  return "refused";
}
