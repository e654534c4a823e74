import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { ROOT } from "./paths.ts";

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A Node process of ours that is meant to keep running. */
export interface Child {
  readonly name: string;
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Asks it to finish with SIGTERM, waits, and after the grace period insists with SIGKILL. */
  readonly stop: () => Promise<Ended>;
}

const END_WITH_PARENT = new URL("end-with-parent.mjs", import.meta.url).href;
/** Longer than the server gives the requests in flight. */
const GRACE_MS = 15_000;

/**
 * Starts a Node program with its environment on top of ours. What it prints is passed through, or goes to the open
 * file `output`; errors are always passed through.
 */
export function startNode(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  output: number | "inherit" = "inherit",
): Child {
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...args], {
    cwd: ROOT,
    stdio: ["ignore", output, "inherit", "ipc"],
    env: { ...process.env, ...env },
    // Ctrl-C in a terminal reaches the whole group: we pass it on ourselves, once, in order.
    detached: true,
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 1, signal: null }));
  });
  const stop = async (): Promise<Ended> => {
    if (child.exitCode !== null || child.signalCode !== null) return ended;
    child.kill("SIGTERM");
    const insist = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    try {
      return await ended;
    } finally {
      clearTimeout(insist);
    }
  };
  return { name, process: child, ended, stop };
}

/** Asks until any answer comes, for programs that answer as soon as they listen. */
export async function untilAnswers(url: string, child: Child, withinMs = 30_000): Promise<boolean> {
  const deadline = AbortSignal.timeout(withinMs);
  const gone = new AbortController();
  void child.ended.then(() => gone.abort());
  const signal = AbortSignal.any([deadline, gone.signal]);
  while (!signal.aborted) {
    const answered = await fetch(url, { signal }).then(
      (response) => response.arrayBuffer().then(() => response.status < 500),
      () => false,
    );
    if (answered) return true;
    await pause(50, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
