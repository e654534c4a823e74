import { totalmem } from "node:os";

/** What the process holds, and what it may. Bytes. */
export interface MemoryStanding {
  /** All of the process (RSS): what the platform counts before it kills, unlike the heap alone. */
  readonly rssBytes: number;
  /** The container's limit (cgroup v2 or v1), else the machine's memory. */
  readonly limitBytes: number;
}

export function memoryStanding(): MemoryStanding {
  const machine = totalmem();
  // 0 without a limit; cgroup v1 says "none" by a number beyond any machine.
  const container = process.constrainedMemory();
  return {
    rssBytes: process.memoryUsage.rss(),
    limitBytes: container > 0 && container < machine ? container : machine,
  };
}
