import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface ServerChild {
  readonly url: string;
  readonly process: ChildProcess;
  /** Sends a signal and resolves with the exit code when the process is gone. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

/** Starts `server-child.ts` on a data directory, or on the Postgres of an address, and waits for its address. */
export const startServerChild = (place: string, redisUrl = ""): Promise<ServerChild> =>
  startChild(join(import.meta.dirname, "server-child.ts"), place, redisUrl);

/** Starts a server of its own process that prints its address when it listens, and waits for that. */
export async function startChild(script: string, ...args: string[]): Promise<ServerChild> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, "line"), exited.then(() => null)]);
  if (first === null) throw new Error(`${script} ended before it listened`);
  return {
    url: String(first[0]),
    process: child,
    async end(signal) {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
