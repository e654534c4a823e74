import * as nodeFiles from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { holdFile } from "../store/hold-file.ts";
import { type KeyFile, keyFileText, parseKeyFile } from "./key-file.ts";
import type { KeyProblem } from "./key-view.ts";
import { firstKeys, type Moment } from "./rotation.ts";
import { type Files, makeFolderDurably, writeDurably } from "./write-durably.ts";

/** The folder of a server's signing keys: `keys.json`, and the lock of whoever is writing it. */

const KEY_FILE = "keys.json";
const LOCK_FILE = "keys.lock";

export type ReadKeys =
  | { readonly ok: true; readonly value: KeyFile }
  | { readonly ok: false; readonly error: KeyProblem };

/** Besides what keeps it from being read: `busy`, somebody else is writing; `exists`, there are keys already; `disk`. */
export interface FolderProblem {
  readonly code: KeyProblem["code"] | "busy" | "exists" | "disk";
  readonly message: string;
}

export type Changed<E = never> =
  | { readonly ok: true; readonly value: KeyFile }
  | { readonly ok: false; readonly error: FolderProblem | E };

/** Reads the keys; says by name what is wrong with a folder, and never mends it. */
export async function readKeys(folder: string): Promise<ReadKeys> {
  const file = join(folder, KEY_FILE);
  try {
    const parsed = parseKeyFile(await readFile(file, "utf8"));
    if (parsed.ok) return parsed;
    const message = `${file} ${parsed.problem}. Put it back from a copy; nothing was changed.`;
    return { ok: false, error: { code: "broken", message } };
  } catch (error) {
    if (codeOf(error) === "ENOENT")
      return { ok: false, error: { code: "absent", message: `There is no ${file}.` } };
    return {
      ok: false,
      error: { code: "away", message: `${file} cannot be read (${codeOf(error)}).` },
    };
  }
}

/** Whether there is no folder at all. One without its file has lost it. */
export const isMissing = (folder: string): boolean => !nodeFiles.existsSync(folder);

/**
 * The first keys of a server that has its data directory to itself: folder and file in one step, so that a start that is
 * killed in the middle leaves neither.
 */
export async function provisionKeys(
  folder: string,
  moment: Moment,
  files?: Files,
): Promise<Changed> {
  const keys = firstKeys(moment);
  return attempt(folder, () => {
    makeFolderDurably(folder, { name: KEY_FILE, text: keyFileText(keys) }, files);
    return { ok: true, value: keys };
  });
}

/** The first keys because a person wants them here: into a new folder, or into one that holds none. */
export async function createKeys(folder: string, moment: Moment, files?: Files): Promise<Changed> {
  return attempt(folder, () => {
    nodeFiles.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return locked(folder, async () => {
      const found = await readKeys(folder);
      if (found.ok) {
        const message = `${folder} holds keys already; nothing was changed.`;
        return { ok: false, error: { code: "exists", message } };
      }
      if (found.error.code !== "absent") return found;
      const keys = firstKeys(moment);
      writeDurably(join(folder, KEY_FILE), keyFileText(keys), files);
      return { ok: true, value: keys };
    });
  });
}

/** Reads the keys, lets them be changed and writes them, while nobody else may. */
export async function changeKeys<E extends object>(
  folder: string,
  change: (
    keys: KeyFile,
  ) => { readonly ok: true; readonly value: KeyFile } | { readonly ok: false; readonly error: E },
  files?: Files,
): Promise<Changed<E>> {
  if (isMissing(folder))
    return { ok: false, error: { code: "absent", message: `There is no ${folder}.` } };
  return attempt<E>(folder, () =>
    locked<E>(folder, async () => {
      const found = await readKeys(folder);
      if (!found.ok) return found;
      const changed = change(found.value);
      if (changed.ok) writeDurably(join(folder, KEY_FILE), keyFileText(changed.value), files);
      return changed;
    }),
  );
}

async function locked<E>(folder: string, work: () => Promise<Changed<E>>): Promise<Changed<E>> {
  const release = holdFile(join(folder, LOCK_FILE));
  if (release === null) {
    const message = `Somebody else is changing the keys in ${folder} just now; nothing was changed.`;
    return { ok: false, error: { code: "busy", message } };
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** A disk that does not do as told is an answer, with the system's word for it. */
async function attempt<E>(
  folder: string,
  work: () => Changed<E> | Promise<Changed<E>>,
): Promise<Changed<E>> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return {
      ok: false,
      error: { code: "disk", message: `${folder} cannot be written (${code}).` },
    };
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
