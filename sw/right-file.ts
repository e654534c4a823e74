import { isNoPage } from "./routes.ts";
import type { ShellFile } from "./shell.ts";

/**
 * Whether an answer is the file of the shell that was asked for. A network in between may have answered in its own words
 * (a hotel's sign-in page, with 200), and behind one address two machines may have two builds for the minutes of a roll-out:
 * kept, either would stand at every start until the next build.
 *
 * @param file with no revision: its name has the hash of its content, and whatever has that name is it, except a page.
 */
export async function isRightFile(
  { revision }: ShellFile,
  response: Response,
  body: ArrayBuffer,
): Promise<boolean> {
  return revision === null ? isNoPage(response) : (await revisionOf(body)) === revision;
}

/** As the build has reckoned it (scripts/build/precache.ts). */
async function revisionOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
