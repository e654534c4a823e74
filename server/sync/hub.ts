import type { Bus } from "../live/bus.ts";
import { createProcessBus } from "../live/process-bus.ts";

/** Where this process says that it has changed records; it carries no data (docs/live.md). */
export interface Hub {
  /** Call after the commit, never inside the transaction: tablets pull at once. */
  poke(companyId: string, rev: number): void;
  /** For what goes on in this process: changes made by others are not told. */
  subscribe(companyId: string, listener: (rev: number) => void): () => void;
}

/** @param bus takes it further, to the tablets and to the other processes. */
export function createHub(bus: Bus = createProcessBus()): Hub {
  const listeners = new Map<string, Set<(rev: number) => void>>();
  return {
    poke(companyId, rev) {
      for (const listener of listeners.get(companyId) ?? []) listener(rev);
      bus.publish(companyId, { kind: "poke", rev });
    },
    subscribe(companyId, listener) {
      const ofCompany = listeners.get(companyId) ?? new Set();
      listeners.set(companyId, ofCompany.add(listener));
      return () => {
        ofCompany.delete(listener);
        if (ofCompany.size === 0) listeners.delete(companyId);
      };
    },
  };
}
