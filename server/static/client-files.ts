import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** The built client in memory. At 2 MB it is smaller than the file system's round trips are dear. */
export interface ClientFiles {
  /**
   * By URL path, `/assets/app-1a2b.js`. Nothing else can be asked for, so no path leads out of it. All of them are read
   * when they are asked for first: a quarter of what a start takes.
   */
  readonly files: () => ReadonlyMap<string, ClientFile>;
  /** Changes with every build: the first digits of the hash of `index.html`; `none` when nothing is built. */
  readonly build: string;
}

export interface ClientFile {
  readonly type: string;
  readonly hash: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | undefined;
  readonly gzip: Uint8Array<ArrayBuffer> | undefined;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};

/** A directory of built files with their `.br` and `.gz` siblings; a missing one is empty. */
export function clientFiles(directory: string): ClientFiles {
  let read: ReadonlyMap<string, ClientFile> | null = null;
  const page = join(directory, "index.html");
  return {
    files: () => (read ??= readAll(directory)),
    build: existsSync(page) ? hashOf(readFileSync(page)).slice(0, 12) : "none",
  };
}

const hashOf = (content: Uint8Array): string =>
  createHash("sha256").update(content).digest("base64url").slice(0, 22);

/** @param extension of its name, with the dot. */
export const fileOf = (
  extension: string,
  { plain, br, gzip }: Pick<ClientFile, "plain"> & Partial<Pick<ClientFile, "br" | "gzip">>,
): ClientFile => ({
  type: types[extension] ?? "application/octet-stream",
  hash: hashOf(plain),
  plain,
  br,
  gzip,
});

function readAll(directory: string): ReadonlyMap<string, ClientFile> {
  const contents = new Map(
    listFiles(directory).map((file) => [
      `/${relative(directory, file).split(sep).join("/")}`,
      new Uint8Array(readFileSync(file)),
    ]),
  );
  const files = new Map<string, ClientFile>();
  for (const [path, plain] of contents) {
    const extension = extname(path);
    if (extension === ".br" || extension === ".gz") continue;
    const compressed = { br: contents.get(`${path}.br`), gzip: contents.get(`${path}.gz`) };
    files.set(path, fileOf(extension, { plain, ...compressed }));
  }
  return files;
}

function listFiles(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
