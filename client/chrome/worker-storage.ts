import { messageSW } from "workbox-window";
import {
  isStorageReport,
  type MessageToWorker,
  type StorageReport,
} from "../../shared/sw-messages.ts";

/** Reading through the whole shell takes a tablet a second at the most. */
const PATIENCE_MS = 10_000;

/** `none`: this browser, or this page, has no worker. `silent`: it does not answer, as one of an older build. */
export type WorkerSilence = "none" | "silent";

/** What the worker's caches hold of what. Never throws. */
export async function askWorkerStorage(): Promise<StorageReport | WorkerSilence> {
  const answer = await askWorker({ type: "STORAGE" });
  if (answer === "none" || answer === "silent") return answer;
  return isStorageReport(answer) ? answer : "silent";
}

/** Takes the photos out of the worker's cache. @returns whether it says that it has. Never throws. */
export async function freePhotos(): Promise<boolean> {
  return (await askWorker({ type: "FREE_PHOTOS" })) === null;
}

/** @returns what the worker answers; null for an order that is carried out. Never throws. */
export async function askWorker(message: MessageToWorker): Promise<unknown> {
  if (!("serviceWorker" in navigator)) return "none";
  try {
    const active = (await navigator.serviceWorker.getRegistration())?.active;
    if (!active) return "none";
    return await Promise.race([
      messageSW(active, message),
      new Promise((resolve) => setTimeout(() => resolve("silent"), PATIENCE_MS)),
    ]);
  } catch {
    return "silent";
  }
}
