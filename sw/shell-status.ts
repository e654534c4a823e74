import type { ShellStatus } from "../shared/sw-messages.ts";
import type { ShellFile } from "./shell.ts";

/**
 * Looks for every file of the shell in the cache. Installation is all or nothing, but a browser
 * short of space may have thrown the cache away since.
 * @param find how a file is looked up
 */
export async function shellStatus(
  files: readonly ShellFile[],
  find: (url: string) => Promise<unknown>,
): Promise<ShellStatus> {
  const found = await Promise.all(files.map(({ url }) => find(url)));
  const missing = found.filter((file) => file === undefined).length;
  return { type: "STATUS", complete: missing === 0, files: files.length, missing };
}
