import type { Child } from "./child.ts";

export interface Supervision {
  /** Resolves with the exit code of the whole: 0 when we were asked to stop, 1 when a child died. */
  readonly wait: () => Promise<number>;
  /** Stops the children in the order of the list. */
  readonly stopAll: () => Promise<void>;
}

/**
 * Keeps a list of children alive or down together. The first of the list stops first: the server
 * finishes what is in flight while the Salesforce it talks to is still there.
 */
export function supervise(children: readonly Child[]): Supervision {
  const asked = new Promise<"asked">((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => resolve("asked"));
    }
  });
  const stopAll = async (): Promise<void> => {
    for (const child of children) await child.stop();
  };
  const wait = async (): Promise<number> => {
    const deaths = children.map((child) => child.ended.then((end) => ({ child, end })));
    const first = await Promise.race([asked, ...deaths]);
    if (first !== "asked") {
      const how = first.end.signal ?? `code ${first.end.code}`;
      console.error(`The ${first.child.name} ended unexpectedly (${how}). Stopping.`);
    }
    await stopAll();
    return first === "asked" ? 0 : 1;
  };
  return { wait, stopAll };
}
