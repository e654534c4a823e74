import { useEffect, useState } from "react";
import type { StorageReport } from "../../../shared/sw-messages.ts";
import { askWorkerStorage, freePhotos, type WorkerSilence } from "../../chrome/worker-storage.ts";
import { askToKeep } from "../../local/keep-storage.ts";
import { recordBytes } from "./record-bytes.ts";

export interface StorageFound {
  readonly worker: StorageReport | WorkerSilence;
  /** About; null where the browser does not say. */
  readonly records: number | null;
  /** Whether the browser has promised to keep what is here; null where it cannot. */
  readonly promised: boolean | null;
}

export type Freed =
  | { readonly step: "not-asked" | "asking" | "failed" }
  | { readonly step: "done"; readonly bytes: number };

export interface StorageView {
  /** Null: being looked at. */
  readonly found: StorageFound | null;
  readonly freed: Freed;
  readonly lookAgain: () => void;
  readonly free: () => void;
  /** How the browser answered when it was asked for a promise; null: not asked. */
  readonly answered: boolean | null;
  readonly askBrowser: () => void;
}

async function look(): Promise<StorageFound> {
  const worker = await askWorkerStorage();
  const ofCaches = typeof worker === "string" ? 0 : cacheBytes(worker);
  // Outside a secure page there is no such thing.
  if (!("storage" in navigator)) return { worker, records: null, promised: null };
  const [told, promised] = await Promise.all([
    navigator.storage.estimate().catch(() => ({})),
    navigator.storage.persisted().catch(() => null),
  ]);
  return { worker, records: recordBytes(told, ofCaches), promised };
}

/** Everything that counts against the cap. */
export const cacheBytes = ({ app, update, photos, older }: StorageReport): number =>
  app.bytes + update.bytes + photos.bytes + older.bytes;

/** What Paintbox takes on this tablet, looked at anew whenever the screen opens. */
export function useStorage(): StorageView {
  const [found, setFound] = useState<StorageFound | null>(null);
  const [freed, setFreed] = useState<Freed>({ step: "not-asked" });
  const [answered, setAnswered] = useState<boolean | null>(null);
  const lookAgain = async (): Promise<void> => setFound(await look());
  useEffect(() => {
    let isOver = false;
    void look().then((first) => isOver || setFound(first));
    return () => {
      isOver = true;
    };
  }, []);
  const free = async (): Promise<void> => {
    const worker = found?.worker;
    const bytes = worker === undefined || typeof worker === "string" ? 0 : worker.photos.bytes;
    setFreed({ step: "asking" });
    const isDone = await freePhotos();
    await lookAgain();
    setFreed(isDone ? { step: "done", bytes } : { step: "failed" });
  };
  const askBrowser = async (): Promise<void> => {
    setAnswered(await askToKeep(navigator.storage));
    await lookAgain();
  };
  return {
    found,
    freed,
    lookAgain: () => {
      setFound(null);
      void lookAgain();
    },
    free: () => void free(),
    answered,
    askBrowser: () => void askBrowser(),
  };
}
