import { chargeOf, SHELL_MAX_BYTES, SHELL_MAX_FILE_BYTES } from "../shared/cache-budget.ts";
import type { Facts } from "./facts.ts";
import type { BudgetedCache } from "./reconcile.ts";
import { isRightFile } from "./right-file.ts";
import type { ShellFile } from "./shell.ts";

export interface ShellRoomParts {
  readonly cache: BudgetedCache;
  readonly facts: Facts;
  /** Where this build's files lie in the cache: whole addresses, with their revisions. */
  readonly addresses: readonly string[];
  /** Whether another build serves the pages. */
  readonly isUpdate: boolean;
}

/**
 * Before this build is installed: what installations that failed have left goes, and there has to be room beside what is
 * installed. Of a third build in the cache nothing is needed yet: it waits until the second has taken over.
 *
 * @returns what of this build is there already, charged.
 * @throws when the builds that are here leave no room; the browser tries again at its next look for an update.
 */
export async function makeShellRoom(parts: ShellRoomParts): Promise<number> {
  const { cache, addresses, isUpdate } = parts;
  const mine = new Set(addresses);
  const needed = isUpdate ? await neededByOthers(parts.facts) : new Set<string>();
  let ofMine = 0;
  const others: { readonly request: Request; readonly bytes: number }[] = [];
  for (const request of await cache.keys()) {
    const isMine = mine.has(request.url);
    if (!isMine && needed && !needed.has(request.url)) {
      await cache.delete(request, { ignoreVary: true });
      continue;
    }
    const bytes = await chargeIn(cache, request);
    if (isMine) ofMine += bytes;
    else others.push({ request, bytes });
  }
  const ofOthers = others.reduce((sum, { bytes }) => sum + bytes, 0);
  if (ofOthers <= SHELL_MAX_BYTES) return ofMine;
  if (needed) throw new Error(`The builds on this tablet take ${ofOthers} bytes`);
  // Nobody knows any more which of it serves: better a shell that needs a signal once than an update that never comes.
  for (const { request } of others) await cache.delete(request, { ignoreVary: true });
  return ofMine;
}

/** The addresses of the builds that are whole; null: not known. */
async function neededByOthers(facts: Facts): Promise<ReadonlySet<string> | null> {
  const [active, installed] = await Promise.all(
    (["active", "installed"] as const).map((name) => facts.read(name).catch(() => undefined)),
  );
  if (active?.name !== "active") return null;
  return new Set([
    ...active.addresses,
    ...(installed?.name === "installed" ? installed.addresses : []),
  ]);
}

/** What of these addresses is in the cache, charged. */
export async function chargeOfAll(
  cache: BudgetedCache,
  addresses: readonly string[],
): Promise<number> {
  let sum = 0;
  for (const address of addresses) sum += await chargeIn(cache, new Request(address));
  return sum;
}

async function chargeIn(cache: BudgetedCache, request: Request): Promise<number> {
  const response = await cache.match(request, { ignoreVary: true });
  return response ? chargeOf((await response.arrayBuffer()).byteLength) : 0;
}

/**
 * Says of each file of the shell, as it arrives, whether it may be kept: the build has looked at the files, but what comes
 * over a network may be something else.
 */
export class ShellScale {
  /** Of this build in the cache, charged. */
  bytes = 0;

  /** @param file what was asked for; undefined is nothing of the shell. */
  async admits(response: Response, file: ShellFile | undefined): Promise<boolean> {
    if (response.status !== 200 || response.type === "opaque" || !file) return false;
    const body = await response.clone().arrayBuffer();
    if (!(await isRightFile(file, response, body))) return false;
    const { byteLength } = body;
    if (byteLength > SHELL_MAX_FILE_BYTES) return false;
    if (this.bytes + chargeOf(byteLength) > SHELL_MAX_BYTES) return false;
    this.bytes += chargeOf(byteLength);
    return true;
  }
}
