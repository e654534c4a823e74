import { viewOfKeyFile } from "./key-file.ts";
import { readKeys } from "./key-folder.ts";
import { FOLDER_LOOK_MS } from "./key-times.ts";
import type { KeySource } from "./key-view.ts";

/** Keys from a folder on this machine, or on a disk that several machines see. */
export const folderSource = (folder: string, random: () => number = Math.random): KeySource => ({
  async load() {
    const read = await readKeys(folder);
    return read.ok ? { ok: true, value: viewOfKeyFile(read.value) } : read;
  },
  restMs: () => FOLDER_LOOK_MS * (0.5 + random()),
});
