import { copyFile, mkdir, readdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { z } from "zod";
import { type ClientFile, fileOf } from "./client-files.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A page that stayed open over a long job still finds what it wants to load. */
const KEPT_DAYS = 30;
/** Vite writes the hash of the content into these names: the same name is the same content for ever. */
const ASSET = /^\/assets\/[\w.-]+$/;
const LIST = "kept.json";

/** By file name: since when no build that was started here has it (Unix milliseconds); null while one does. */
const listSchema = z.record(z.string(), z.nullable(z.number()));
type List = z.infer<typeof listSchema>;

export interface KeptAssets {
  /** A hashed file of a build before this one; undefined when it is not kept, or no more. */
  readonly find: (path: string) => Promise<ClientFile | undefined>;
}

/** Keeps nothing: for a server without a folder of its own. */
export const nothingKept: KeptAssets = { find: async () => undefined };

/** Asks once they are kept; nobody who is handed this build's files waits for that. */
export const soonKept = (keeping: Promise<KeptAssets>): KeptAssets => ({
  find: async (path) => (await keeping).find(path),
});

/**
 * Keeps the hashed files of this build in a folder, and those of earlier builds for 30 days after the last start of a
 * server that had them. Only the first start of a build writes more than the list.
 *
 * @param folder where they are kept; made when there is none.
 * @param built the `assets` folder of the client that is handed out.
 * @param now Unix milliseconds.
 * @throws when the folder cannot be written.
 */
export async function keepAssets(folder: string, built: string, now: number): Promise<KeptAssets> {
  await mkdir(folder, { recursive: true });
  const current = new Set(await readdir(built));
  const here = new Set(await readdir(folder));
  const list: List = {};
  for (const [name, retiredAt] of Object.entries(await readList(folder))) {
    if (current.has(name)) continue;
    if (now - (retiredAt ?? now) > KEPT_DAYS * DAY_MS)
      await unlink(join(folder, name)).catch(() => undefined);
    else list[name] = retiredAt ?? now;
  }
  for (const name of current) {
    list[name] = null;
    if (!here.has(name)) await whole(folder, name, (to) => copyFile(join(built, name), to));
  }
  // Last: what is in the list is whole.
  await whole(folder, LIST, (to) => writeFile(to, JSON.stringify(list)));
  return {
    async find(path) {
      const name = path.slice("/assets/".length);
      if (!ASSET.test(path) || !Object.hasOwn(list, name)) return undefined;
      const plain = await read(join(folder, name));
      const br = await read(join(folder, `${name}.br`));
      return plain && fileOf(extname(name), { plain, br });
    },
  };
}

/** A list that cannot be read is begun anew: it says only how long to keep what the network has elsewhere. */
async function readList(folder: string): Promise<List> {
  const text = await read(join(folder, LIST));
  try {
    return listSchema.parse(JSON.parse(Buffer.from(text ?? []).toString() || "{}"));
  } catch {
    return {};
  }
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return undefined;
  }
}

/** Whole or not at all, also beside another server that starts in the same folder. */
async function whole(
  folder: string,
  name: string,
  fill: (unfinished: string) => Promise<void>,
): Promise<void> {
  const unfinished = join(folder, `.${process.pid}-${name}`);
  await fill(unfinished);
  await rename(unfinished, join(folder, name));
}
