/**
 * What a page and its service worker say to each other. Closed on both sides: a message that is
 * none of these is ignored, because a page of one build may talk to the worker of another.
 */

/** Take over now: sent after the person agreed and every tab has saved its drafts. */
export interface SkipWaiting {
  readonly type: "SKIP_WAITING";
}

/** Is everything on this device that the app needs without a network? Answered on the given port. */
export interface AskShellStatus {
  readonly type: "STATUS";
}

/** What do the caches hold of what? Answered on the given port. */
export interface AskStorage {
  readonly type: "STORAGE";
}

/** Take the photos out of the cache. Answered on the given port when it is done. */
export interface FreePhotos {
  readonly type: "FREE_PHOTOS";
}

/** Who is signed in here. The photos of whoever was here before go; answered on the given port when they have gone. */
export interface WhoIsHere {
  readonly type: "WHO";
  /** Null: nobody. */
  readonly who: string | null;
}

/** Take everything out of the caches: the tablet is being cleared. Answered on the given port when it is done. */
export interface Forget {
  readonly type: "FORGET";
}

/** What has another app shared with this one? Answered on the given port with a `SharedFile`. */
export interface AskShared {
  readonly type: "SHARED";
}

/** Let go of it. Answered on the given port when it is gone. */
export interface ForgetShared {
  readonly type: "FORGET_SHARED";
}

/** Which photos has another app shared with this one? Answered on the given port with `SharedPhotos`. */
export interface AskSharedPhotos {
  readonly type: "SHARED_PHOTOS";
}

/** The bytes of one of them: an ArrayBuffer on the given port, or null where it is not there any more. */
export interface AskSharedPhoto {
  readonly type: "SHARED_PHOTO";
  readonly id: string;
}

/** Let go of some of them, and of what is said of those that were refused. Answered on the given port when they are gone. */
export interface ForgetSharedPhotos {
  readonly type: "FORGET_SHARED_PHOTOS";
  readonly ids: readonly string[];
}

export type MessageToWorker =
  | AskSharedPhotos
  | AskSharedPhoto
  | ForgetSharedPhotos
  | SkipWaiting
  | AskShellStatus
  | AskStorage
  | FreePhotos
  | WhoIsHere
  | AskShared
  | ForgetShared
  | Forget;

/** The worker's answer to `STATUS`. */
export interface ShellStatus {
  readonly type: "STATUS";
  /** True when every file of the shell is in the cache: the app starts with no network. */
  readonly complete: boolean;
  /** How many files the shell has, and how many of them are still missing. */
  readonly files: number;
  readonly missing: number;
}

/** Entries of a cache, and what they count for: decompressed, and with what the browser keeps beside each. */
export interface Share {
  readonly files: number;
  readonly bytes: number;
}

/** The worker's answer to `STORAGE`. */
export interface StorageReport {
  readonly type: "STORAGE";
  /** What all of it together never exceeds. */
  readonly capBytes: number;
  /** The build that answers; and what only a build that waits for its turn needs. */
  readonly app: Share;
  readonly update: Share;
  readonly photos: Share;
  /** Files of older builds that a tab still asked for. */
  readonly older: Share;
}

const TYPES = [
  "SKIP_WAITING",
  "STATUS",
  "STORAGE",
  "FREE_PHOTOS",
  "FORGET",
  "SHARED",
  "FORGET_SHARED",
  "SHARED_PHOTOS",
] as const;

export function isMessageToWorker(value: unknown): value is MessageToWorker {
  if (!hasType(value)) return false;
  if (value.type === "WHO")
    return "who" in value && (value.who === null || typeof value.who === "string");
  if (value.type === "SHARED_PHOTO") return "id" in value && typeof value.id === "string";
  if (value.type === "FORGET_SHARED_PHOTOS")
    return (
      "ids" in value && Array.isArray(value.ids) && value.ids.every((id) => typeof id === "string")
    );
  return TYPES.some((type) => type === value.type);
}

export function isShellStatus(value: unknown): value is ShellStatus {
  return (
    hasType(value) &&
    value.type === "STATUS" &&
    "complete" in value &&
    typeof value.complete === "boolean" &&
    "files" in value &&
    typeof value.files === "number" &&
    "missing" in value &&
    typeof value.missing === "number"
  );
}

export function isStorageReport(value: unknown): value is StorageReport {
  return (
    hasType(value) &&
    value.type === "STORAGE" &&
    "capBytes" in value &&
    typeof value.capBytes === "number" &&
    "app" in value &&
    isShare(value.app) &&
    "update" in value &&
    isShare(value.update) &&
    "photos" in value &&
    isShare(value.photos) &&
    "older" in value &&
    isShare(value.older)
  );
}

const isShare = (value: unknown): value is Share =>
  typeof value === "object" &&
  value !== null &&
  "files" in value &&
  typeof value.files === "number" &&
  "bytes" in value &&
  typeof value.bytes === "number";

function hasType(value: unknown): value is { readonly type: unknown } {
  return typeof value === "object" && value !== null && "type" in value;
}
