import type { LogOutput } from "./log.ts";

export interface GatheredOutput extends LogOutput {
  /** Hands on what has gathered, now: before the process ends. */
  flush(): void;
}

/**
 * Hands on all lines of one turn of the event loop at once: under load a turn answers several requests, and each write
 * is a call of the system (bench `mixed`).
 */
export function gatheredOutput(output: LogOutput): GatheredOutput {
  let gathered = "";
  const flush = (): void => {
    if (gathered === "") return;
    const lines = gathered;
    gathered = "";
    output.write(lines);
  };
  return {
    write(line: string) {
      if (gathered === "") setImmediate(flush);
      gathered += line;
    },
    flush,
  };
}
