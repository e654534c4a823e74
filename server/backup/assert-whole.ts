import { closeSync, openSync, readSync, statSync } from "node:fs";
import { BackupError } from "./backup-error.ts";

const HEADER_BYTES = 100;
/** What the header of an SQLite file says about its size: sqlite.org/fileformat2.html, 1.3. */
const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const PAGES_VALID_FOR_AT = 92;

/**
 * Whether a file is as long as it says itself. SQLite reads what is missing of the last page as zeros, and where these
 * stood for nothing in particular its own check finds no fault.
 *
 * @throws BackupError when bytes are missing, or follow that do not belong to it.
 */
export function assertWhole(file: string): void {
  // A log that was copied beside it has pages that the header does not count yet.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  const said = sizeInHeader(file);
  const { size } = statSync(file);
  if (said === null || said === size) return;
  const fault = size < said ? "cut off" : "longer than it was";
  throw new BackupError(
    `${file} is damaged: it is ${fault}, with ${size} bytes of ${said}. Nothing was changed; try another backup.`,
  );
}

/** @returns null when it is no SQLite file, or of a program that did not count its pages. */
function sizeInHeader(file: string): number | null {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, "r");
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  if (!header.toString("latin1").startsWith("SQLite format 3\0")) return null;
  if (header.readUInt32BE(CHANGES_AT) !== header.readUInt32BE(PAGES_VALID_FOR_AT)) return null;
  // 65,536 does not fit into its two bytes, and is written as 1.
  const pageSize = header.readUInt16BE(PAGE_SIZE_AT);
  return (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(PAGES_AT);
}
