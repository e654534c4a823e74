import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Fonts and pictures are compressed already. */
const TEXT = "**/*.{html,js,css,svg,json,txt,webmanifest}";

/**
 * Puts `<file>.br` and `<file>.gz` beside every text file, as small as they get: built once, sent
 * many times. A copy that would not be smaller is left out.
 */
export async function compressAll(folder: string): Promise<number> {
  const files = globSync(TEXT, { cwd: folder }).map((file) => `${folder}/${file}`);
  await Promise.all(files.map(compress));
  return files.length;
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const copies = {
    br: await brotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    gz: await gzipped(content, { level: constants.Z_BEST_COMPRESSION }),
  };
  for (const [ending, copy] of Object.entries(copies)) {
    if (copy.length < content.length) await writeFile(`${file}.${ending}`, copy);
  }
}
