/**
 * A workbook that another app has handed to the installed app (`share_target`), as the worker keeps it until it is taken.
 * Photos are kept beside it (shared-photos.ts).
 */
export type SharedFile =
  | { readonly is: "nothing" }
  | {
      readonly is: "workbook";
      readonly name: string;
      readonly bytes: ArrayBuffer;
      /** Workbooks that came with it and were not taken. */
      readonly others: number;
    }
  /** Refused, and nothing of it kept. */
  | { readonly is: "too-large"; readonly name: string };

/** What a workbook may have to be read at all (shared/xlsx/read/limits.ts); one file is kept at a time. */
export const MAX_SHARED_BYTES = 10_000_000;

/** Where the form of a share goes, and what it calls its files: as the web app manifest says. */
export const SHARE_ADDRESS = "/share";
export const SHARE_FIELD = "files";
/** In the address that follows, when the file could not be kept. */
export const NOT_KEPT = "?not-kept";
/** In the address that follows where no worker was there to take it. */
export const NOT_RECEIVED = "?not-received";

/** Whether an answer of the worker, which may be of another build, is one of these. */
export function isSharedFile(value: unknown): value is SharedFile {
  if (typeof value !== "object" || value === null || !("is" in value)) return false;
  if (value.is === "nothing") return true;
  if (!("name" in value) || typeof value.name !== "string") return false;
  if (value.is === "too-large") return true;
  return (
    value.is === "workbook" &&
    "bytes" in value &&
    value.bytes instanceof ArrayBuffer &&
    "others" in value &&
    typeof value.others === "number"
  );
}
