/**
 * How much the service worker may ever have in its caches, in bytes as they are read back: after decompression, and
 * with what the browser keeps beside each entry. `docs/storage.md` has the whole of it.
 */

/** Never more, whether a megabyte is taken as 1000² or as 1024². */
export const CAP_BYTES = 25_000_000;

/** Address, headers and index of an entry: 500 to 700 bytes were measured in Chromium. */
export const ENTRY_OVERHEAD_BYTES = 1024;

/** What an entry with a body of so many bytes counts for. */
export const chargeOf = (bodyBytes: number): number => bodyBytes + ENTRY_OVERHEAD_BYTES;

/** One build's shell, charged. Two lie side by side from the arrival of an update until it takes over. */
export const SHELL_MAX_BYTES = 3_000_000;
/** One file that fails to arrive fails the whole installation, so none may be large. */
export const SHELL_MAX_FILE_BYTES = 500_000;

/**
 * What is kept beside the shell. `static`: files of other builds that a tab still asks for. `images`: thumbnails of jobs'
 * photos.
 */
export type Area = "static" | "images";

export interface AreaLimit {
  /** Of all entries together, charged. */
  readonly maxBytes: number;
  /** Of one body. */
  readonly maxFileBytes: number;
}

export const AREAS: Readonly<Record<Area, AreaLimit>> = {
  static: { maxBytes: 6_000_000, maxFileBytes: 500_000 },
  images: { maxBytes: 12_000_000, maxFileBytes: 200_000 },
};

export const areaNames: readonly Area[] = ["static", "images"];
