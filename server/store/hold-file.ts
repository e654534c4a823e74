import { DatabaseSync } from "node:sqlite";
import { isBusy } from "./store-error.ts";

/**
 * Keeps a lock file to this process: a transaction held open on it, which the operating system ends with the process,
 * however that ended.
 *
 * @returns what lets go of it; null while another process holds it.
 * @throws the system's error when the file cannot be made.
 */
export function holdFile(file: string): (() => void) | null {
  const held = new DatabaseSync(file, { timeout: 0 });
  try {
    held.exec("begin exclusive");
    return () => held.close();
  } catch (error) {
    held.close();
    if (isBusy(error)) return null;
    throw error;
  }
}
