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

/** Take everything out of the caches: the tablet is being cleared. Answered on the given port when it is done. */
export interface Forget {
  readonly type: "FORGET";
}

export type MessageToWorker = SkipWaiting | AskShellStatus | Forget;

/** The worker's answer to `STATUS`. */
export interface ShellStatus {
  readonly type: "STATUS";
  /** True when every file of the shell is in the cache: the app starts with no network. */
  readonly complete: boolean;
  /** How many files the shell has, and how many of them are still missing. */
  readonly files: number;
  readonly missing: number;
}

export function isMessageToWorker(value: unknown): value is MessageToWorker {
  return (
    hasType(value) &&
    (value.type === "SKIP_WAITING" || value.type === "STATUS" || value.type === "FORGET")
  );
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

function hasType(value: unknown): value is { readonly type: unknown } {
  return typeof value === "object" && value !== null && "type" in value;
}
