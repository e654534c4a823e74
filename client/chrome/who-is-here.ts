import type { MessageToWorker } from "../../shared/sw-messages.ts";

/**
 * Tells the worker whose photos it keeps; null: nobody's, and those that it has go (docs/decisions/0031). Waits for the
 * worker where it is still being installed, without end where there is none.
 */
export async function tellWhoIsHere(who: string | null): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return;
  const message: MessageToWorker = { type: "WHO", who };
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => port1.addEventListener("message", resolve));
  port1.start();
  active.postMessage(message, [port2]);
  await answered;
}
