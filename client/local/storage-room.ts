/** An estimate with its photos' thumbnails is far below a megabyte; this is a season of them. */
export const LOW_ROOM_BYTES = 50_000_000;
const FULL_SHARE = 0.8;

/**
 * - `kept`: as far as can be told, what is saved stays after the window is closed.
 * - `low`: little room is left. The browser's figure may be wrong: a save that does not fit is refused all the same.
 * - `ephemeral`: a private window, or one that behaves like it: everything goes when it is closed.
 */
export type StorageRoom = "kept" | "low" | "ephemeral";

export interface StorageHints {
  /** Bytes, as the browser estimates them; null where it does not. */
  readonly usage: number | null;
  readonly quota: number | null;
  /** Whether the browser has promised to keep our records: it never does for a private window. */
  readonly persisted: boolean;
  /** Whether the origin's private files can be opened: Safari and Firefox refuse that in a private window. */
  readonly filesRefused: boolean;
  /** Bytes of memory that Chromium lets a page have: in a private window the quota is no more than twice of it. */
  readonly heapLimit: number | null;
}

/**
 * What the hints come to. A private window cannot be told for certain: recent Chromium names the same quota there as
 * anywhere else, so that `kept` means "nothing speaks against it".
 */
export function storageRoom({
  usage,
  quota,
  persisted,
  filesRefused,
  heapLimit,
}: StorageHints): StorageRoom {
  if (filesRefused) return "ephemeral";
  if (usage === null || quota === null) return "kept";
  if (!persisted && heapLimit !== null && quota < 2 * heapLimit) return "ephemeral";
  return quota - usage < LOW_ROOM_BYTES || usage > FULL_SHARE * quota ? "low" : "kept";
}

const NOTHING_SAID: StorageHints = {
  usage: null,
  quota: null,
  persisted: false,
  filesRefused: false,
  heapLimit: null,
};

/** Asks the browser for its hints; never throws. What it does not say counts as nothing said. */
export async function storageHints(): Promise<StorageHints> {
  // Missing in older WebKits, and in a page that came over plain http.
  if (!("storage" in navigator)) return NOTHING_SAID;
  const { storage } = navigator;
  const [estimate, persisted, filesRefused] = await Promise.all([
    storage.estimate().catch(() => ({ usage: undefined, quota: undefined })),
    storage.persisted().catch(() => false),
    // Only a refusal counts: a browser without such files says nothing by that.
    "getDirectory" in storage
      ? storage.getDirectory().then(
          () => false,
          () => true,
        )
      : false,
  ]);
  const { usage = null, quota = null } = estimate;
  return { usage, quota, persisted, filesRefused, heapLimit: heapLimitOf(performance) };
}

/** Chromium's own figure, which is in no standard. */
function heapLimitOf(source: object): number | null {
  const memory: unknown = "memory" in source ? source.memory : null;
  if (typeof memory !== "object" || memory === null || !("jsHeapSizeLimit" in memory)) return null;
  return typeof memory.jsHeapSizeLimit === "number" ? memory.jsHeapSizeLimit : null;
}
