import type { ShellFile } from "./shell.ts";
import type { BudgetedCache } from "./reconcile.ts";

export interface MendParts {
  readonly files: readonly ShellFile[];
  readonly cache: BudgetedCache;
  /** Where a file lies in the cache; undefined for what is no file of the shell. */
  readonly keyOf: (url: string) => string | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly admits: (response: Response, file: ShellFile) => Promise<boolean>;
}

/** As long as one file may take on a weak signal: whoever waits for the answer is told then what is still missing. */
const FILE_MS = 15_000;

/**
 * Puts the files of the shell back that are missing: a browser short of space may throw caches away and leave the worker,
 * and the worker is installed again only with the next build. Ends at the first file that cannot be had; never throws.
 */
export async function mendShell(parts: MendParts): Promise<void> {
  try {
    for (const file of parts.files) if (!(await mend(file, parts))) return;
  } catch {
    // No signal, no room, or a network that lies: the next start tries again.
  }
}

async function mend(file: ShellFile, parts: MendParts): Promise<boolean> {
  const key = parts.keyOf(file.url);
  if (key === undefined || (await parts.cache.match(key, { ignoreVary: true }))) return true;
  const request = new Request(file.url, {
    // Past the browser's own cache: it may have the page of a hotel's network there.
    cache: "reload",
    credentials: "same-origin",
    redirect: "error",
    signal: AbortSignal.timeout(FILE_MS),
  });
  const response = await parts.fetch(request);
  if (!(await parts.admits(response, file))) return false;
  await parts.cache.put(key, response);
  return true;
}
