import { signedFetch } from "../../session/signed-fetch.ts";
import { healing } from "../../local/healing.ts";
import type { Local } from "../../local/local.ts";
import { photosOf } from "../../local/photos/photo-database.ts";
import { watchPhotos } from "../../local/photos/watch-photos.ts";
import { isStorageError } from "../../local/storage-errors.ts";
import { backoff } from "../backoff.ts";
import { createDrainLock, type Turn } from "../drain-lock.ts";
import { browserEnvironment } from "../environment.ts";
import type { SyncStateStore } from "../sync-state.ts";
import { createPhotoWire } from "./photo-wire.ts";
import { type PhotoEnd, sendPhotos } from "./send-photos.ts";

/**
 * While a project is found or made, which takes seconds, and edits go out, which takes less. Each time twice as long, up to
 * `FALLBACK_MS`: CompanyCam may be away for a day.
 */
const LOOK_MS = 2_000;
/** Where only a person can go on; whoever signs in, or comes back to the app, begins at once. */
const FALLBACK_MS = 60_000;
/** Another tab sends: look again, in case it was closed in the middle. */
const BUSY_MS = 5_000;
/** A photo that takes its time is no silence: several times in the patience of the other tabs (drain-lock.ts). */
const BEAT_MS = 10_000;

export interface PhotoUploaderOptions {
  readonly local: Local;
  readonly userId: string;
  /** Where it tells how many photos wait. */
  readonly state: SyncStateStore;
}

export interface PhotoUploader {
  /** Tries at once. */
  readonly sendNow: () => void;
  readonly stop: () => void;
}

/** Sends the photos of whoever is here for as long as the app is open, in one tab at a time. */
export function startPhotos({ local, userId, state }: PhotoUploaderOptions): PhotoUploader {
  const environment = browserEnvironment();
  const { elapsed, later, random } = environment;
  const stopping = new AbortController();
  const { signal } = stopping;
  const database = photosOf(local);
  const wire = createPhotoWire({
    fetch: (path, init) => signedFetch(path, init),
    later,
    userId,
  });
  const { name } = database;
  const heartbeats = environment.openHeartbeats?.(name);
  const lock = createDrainLock({ locks: environment.locks, name, heartbeats, elapsed, later });
  const wished = new Set<string>();
  let isRunning = false;
  let failures = 0;
  let looks = 0;
  let before: PhotoEnd | null = null;
  let due = Infinity;
  let cancel = () => {};

  /** Runs at the given time, or earlier if that is planned already. */
  function schedule(milliseconds: number): void {
    const at = elapsed() + milliseconds;
    if (signal.aborted || at >= due) return;
    cancel();
    due = at;
    cancel = later(() => void run(), milliseconds);
  }

  async function run(): Promise<void> {
    due = Infinity;
    if (isRunning) return;
    isRunning = true;
    try {
      const turn = await lock.run(sendSafely);
      const pause = turn.ran ? pauseAfter(turn.value) : BUSY_MS;
      if (pause !== null) schedule(pause);
    } finally {
      isRunning = false;
    }
  }

  async function sendSafely(turn: Turn): Promise<PhotoEnd> {
    const stop = AbortSignal.any([signal, turn.signal]);
    const beating = setInterval(turn.beat, BEAT_MS);
    try {
      return await healing(database, () => sendPhotos({ local, wire, wished, signal: stop }));
    } catch (error) {
      // Storage that does not answer now may answer later; nothing has left it meanwhile.
      if (!isStorageError(error)) throw error;
      return "later";
    } finally {
      clearInterval(beating);
    }
  }

  /** Null: until somebody files a photo. */
  function pauseAfter(end: PhotoEnd): number | null {
    const isLooking = end === "looking" || end === "edits-first";
    if (end !== "later") failures = 0;
    // Edits that wait for a signal say nothing of how long a project takes to be found.
    looks = isLooking && end === before ? looks + 1 : isLooking ? 1 : 0;
    before = end;
    switch (end) {
      case "done":
      case "stopped":
        return null;
      case "looking":
      case "edits-first":
        return Math.min(FALLBACK_MS, LOOK_MS * 2 ** (looks - 1));
      case "signed-out":
      case "nobody-asked":
        return FALLBACK_MS;
      case "later":
        failures += 1;
        return backoff(failures, random());
    }
  }

  const sendNow = (): void => {
    failures = 0;
    looks = 0;
    schedule(0);
  };
  const unwatch = watchPhotos(local, ({ all, stuck }) => {
    state.change({ photos: all, stuck });
    // While the server cannot be reached, the backoff decides when to knock again.
    if (all > stuck && failures === 0) schedule(0);
  });
  environment.onAwake(sendNow, signal);

  return {
    sendNow,
    stop() {
      stopping.abort();
      cancel();
      unwatch();
      lock.close();
    },
  };
}
