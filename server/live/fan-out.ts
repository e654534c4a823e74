import type { LiveListener, LiveMessage } from "./bus.ts";

/** The listeners of this process, by company. */
export interface FanOut {
  readonly deliver: (companyId: string, message: LiveMessage) => void;
  readonly subscribe: (companyId: string, listener: LiveListener) => () => void;
  /** The companies that somebody listens for. */
  readonly companies: () => readonly string[];
}

/** @param changed called when a company gets its first listener, and when its last one has gone. */
export function createFanOut(
  changed: (companyId: string, isListened: boolean) => void = () => undefined,
): FanOut {
  const listeners = new Map<string, Set<LiveListener>>();
  return {
    deliver(companyId, message) {
      for (const listener of listeners.get(companyId) ?? []) listener(message);
    },
    subscribe(companyId, listener) {
      const ofCompany = listeners.get(companyId) ?? new Set();
      const isFirst = ofCompany.size === 0;
      listeners.set(companyId, ofCompany.add(listener));
      if (isFirst) changed(companyId, true);
      return () => {
        if (!ofCompany.delete(listener) || ofCompany.size > 0) return;
        listeners.delete(companyId);
        changed(companyId, false);
      };
    },
    companies: () => [...listeners.keys()],
  };
}
