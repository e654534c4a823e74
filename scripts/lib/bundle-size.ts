/** One chunk of Vite's manifest; the keys are source paths. */
export interface Chunk {
  readonly file: string;
  readonly isDynamicEntry?: boolean | undefined;
  readonly imports?: readonly string[] | undefined;
  readonly css?: readonly string[] | undefined;
}

export type Chunks = Readonly<Record<string, Chunk>>;

export interface Load {
  readonly name: string;
  readonly scripts: number;
  readonly styles: number;
}

/** The scripts that a page asks for: `assets/main-a1b2.js`. */
export function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = ""]) => file);
}

/**
 * What a first visit loads before anything can be touched: the page's own scripts and everything
 * they import statically. Sizes are whatever `sizeOf` measures.
 */
export function initialLoad(chunks: Chunks, html: string, sizeOf: (file: string) => number): Load {
  return loadOf("initial", initialKeys(chunks, html), chunks, sizeOf);
}

/** What each lazy part adds to that: its chunk and what it imports that is not there yet. */
export function lazyLoads(
  chunks: Chunks,
  html: string,
  sizeOf: (file: string) => number,
): readonly Load[] {
  const there = initialKeys(chunks, html);
  return Object.keys(chunks)
    .filter((key) => chunks[key]?.isDynamicEntry === true && !there.has(key))
    .map((key) => loadOf(key, without(closure(chunks, key), there), chunks, sizeOf))
    .toSorted((a, b) => b.scripts - a.scripts);
}

/** Scripts that no page asks for but its workers do: they are bundled apart, and stand in no manifest. */
export function workerLoads(
  chunks: Chunks,
  files: readonly string[],
  sizeOf: (file: string) => number,
): readonly Load[] {
  const ofPages = new Set(Object.values(chunks).map(({ file }) => file));
  return files
    .filter((file) => file.startsWith("assets/") && file.endsWith(".js") && !ofPages.has(file))
    .map((file) => ({ name: file, scripts: sizeOf(file), styles: 0 }))
    .toSorted((a, b) => b.scripts - a.scripts);
}

function initialKeys(chunks: Chunks, html: string): ReadonlySet<string> {
  const files = new Set(scriptsOf(html));
  const keys = Object.keys(chunks).filter((key) => files.has(chunks[key]?.file ?? ""));
  if (keys.length === 0) throw new Error("The page asks for no script of this build");
  return new Set(keys.flatMap((key) => [...closure(chunks, key)]));
}

function closure(chunks: Chunks, from: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const next of chunks[from]?.imports ?? []) closure(chunks, next, seen);
  return seen;
}

function without(keys: ReadonlySet<string>, there: ReadonlySet<string>): Set<string> {
  return new Set([...keys].filter((key) => !there.has(key)));
}

function loadOf(
  name: string,
  keys: ReadonlySet<string>,
  chunks: Chunks,
  sizeOf: (file: string) => number,
): Load {
  const members = [...keys].flatMap((key) => chunks[key] ?? []);
  const scripts = members.map(({ file }) => file).filter((file) => file.endsWith(".js"));
  const styles = new Set(members.flatMap(({ css }) => css ?? []));
  return { name, scripts: sum(scripts, sizeOf), styles: sum([...styles], sizeOf) };
}

function sum(files: readonly string[], sizeOf: (file: string) => number): number {
  return files.reduce((total, file) => total + sizeOf(file), 0);
}
