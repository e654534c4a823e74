/** Tells the open event streams of this process that something changed; it carries no data (docs/sync.md). */
export interface Hub {
  /** Call after the commit, never inside the transaction: a tablet pulls at once. */
  poke(companyId: string, rev: number): void;
  subscribe(companyId: string, listener: (rev: number) => void): () => void;
}

export function createHub(): Hub {
  const listeners = new Map<string, Set<(rev: number) => void>>();
  return {
    poke(companyId, rev) {
      for (const listener of listeners.get(companyId) ?? []) listener(rev);
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
