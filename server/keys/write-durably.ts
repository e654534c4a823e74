import * as nodeFiles from "node:fs";
import { dirname } from "node:path";

/** What of the file system is written with; tests let each call fail. */
export type Files = Pick<
  typeof nodeFiles,
  "openSync" | "writeFileSync" | "fsyncSync" | "closeSync" | "renameSync" | "mkdirSync" | "rmSync"
>;

/** Only the server's own user may read it. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/**
 * Puts a text in the place of a file: whoever reads it, after whatever crash, finds the old one whole or the new one whole,
 * and the new one once this has returned. One writer at a time: the file it works on has a name of its own.
 *
 * @throws the system's error; the file is as it was then, or the new one (when only the folder could not be synced).
 */
export function writeDurably(file: string, text: string, files: Files = nodeFiles): void {
  const unfinished = `${file}.unfinished`;
  const handle = files.openSync(unfinished, "w", PRIVATE_FILE);
  try {
    files.writeFileSync(handle, text);
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
  files.renameSync(unfinished, file);
  syncFolder(dirname(file), files);
}

/** Makes a folder with one file in it, so that there is either no folder or a folder with its file. */
export function makeFolderDurably(
  folder: string,
  { name, text }: { readonly name: string; readonly text: string },
  files: Files = nodeFiles,
): void {
  const unfinished = `${folder}.unfinished`;
  files.rmSync(unfinished, { recursive: true, force: true });
  files.mkdirSync(unfinished, { recursive: true, mode: PRIVATE_FOLDER });
  writeDurably(`${unfinished}/${name}`, text, files);
  files.renameSync(unfinished, folder);
  syncFolder(dirname(folder), files);
}

/** A rename is on the disk when its folder is. */
function syncFolder(folder: string, files: Files): void {
  const handle = files.openSync(folder, "r");
  try {
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}
