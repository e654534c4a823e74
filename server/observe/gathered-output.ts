import type { LogOutput } from "./log.ts";

export interface GatheredOutput extends LogOutput {
  /** Hands on what has gathered, now: before the process ends. */
  flush(): void;
}

/** Shorter than anybody looks, and some twenty requests of a busy server, each of which would be a call of the system. */
export const GATHER_MS = 20;

/** Hands on what is written within a moment at once. Whoever uses it flushes it at the end. */
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
      if (gathered === "") setTimeout(flush, GATHER_MS).unref();
      gathered += line;
    },
    flush,
  };
}
