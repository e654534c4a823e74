import type { Bus, Sighting } from "./bus.ts";

export interface Person {
  readonly userId: string;
  readonly name: string;
}

/** Who has which estimate open, as far as this process has heard. Nothing of it is kept. */
export interface PresenceBoard {
  /** Somebody told this process where they are: everybody in the company is told. */
  see(companyId: string, sighting: Sighting): void;
  /** Calls back with an estimate whose people have changed; the answer ends it. */
  watch(companyId: string, listener: (estimateId: string) => void): () => void;
  /** In the order of their ids. A person with two tabs is one person. */
  people(companyId: string, estimateId: string): readonly Person[];
  /** Estimates that somebody has open. */
  estimates(companyId: string): readonly string[];
  close(): void;
}

interface Seen {
  readonly sighting: Sighting;
  readonly expiry: NodeJS.Timeout;
}

interface Company {
  readonly tabs: Map<string, Seen>;
  readonly listeners: Set<(estimateId: string) => void>;
  readonly leave: () => void;
}

export function createPresenceBoard(bus: Bus): PresenceBoard {
  const companies = new Map<string, Company>();

  function enter(companyId: string): Company {
    const known = companies.get(companyId);
    if (known) return known;
    const company: Company = {
      tabs: new Map(),
      listeners: new Set(),
      leave: bus.subscribe(companyId, (message) => {
        if (message.kind === "presence") place(companyId, message.sighting);
      }),
    };
    companies.set(companyId, company);
    return company;
  }

  /** Nobody there and nobody to tell: the company is not listened for any longer. */
  function leaveIfEmpty(companyId: string): void {
    const company = companies.get(companyId);
    if (!company || company.tabs.size > 0 || company.listeners.size > 0) return;
    company.leave();
    companies.delete(companyId);
  }

  function place(companyId: string, sighting: Sighting): void {
    const company = companies.get(companyId);
    if (!company) return;
    const key = `${sighting.userId} ${sighting.tabId}`;
    const before = company.tabs.get(key);
    // It came twice, or late.
    if (before && sighting.beat <= before.sighting.beat) return;
    clearTimeout(before?.expiry);
    const expiry = setTimeout(() => {
      change(companyId, sighting.estimateId, null, () => company.tabs.delete(key));
      leaveIfEmpty(companyId);
    }, sighting.remainingMs);
    expiry.unref();
    // Having left is kept as well until it expires: a late word of before must not bring anybody back.
    change(companyId, before?.sighting.estimateId ?? null, sighting.estimateId, () =>
      company.tabs.set(key, { sighting, expiry }),
    );
  }

  /** Makes a change and tells of the estimates whose people are others than before. */
  function change(
    companyId: string,
    from: string | null,
    to: string | null,
    make: () => unknown,
  ): void {
    const affected = [...new Set([from, to])].filter((id) => id !== null);
    const before = affected.map((id) => JSON.stringify(people(companyId, id)));
    make();
    for (const [index, estimateId] of affected.entries()) {
      if (JSON.stringify(people(companyId, estimateId)) === before[index]) continue;
      for (const listener of companies.get(companyId)?.listeners ?? []) listener(estimateId);
    }
  }

  function people(companyId: string, estimateId: string): readonly Person[] {
    const found = new Map<string, Person>();
    for (const { sighting } of companies.get(companyId)?.tabs.values() ?? []) {
      const { userId, name } = sighting;
      if (sighting.estimateId === estimateId) found.set(userId, { userId, name });
    }
    return [...found.values()].toSorted((one, other) => (one.userId < other.userId ? -1 : 1));
  }

  return {
    see(companyId, sighting) {
      enter(companyId);
      bus.publish(companyId, { kind: "presence", sighting });
    },
    watch(companyId, listener) {
      const { listeners } = enter(companyId);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        leaveIfEmpty(companyId);
      };
    },
    people,
    estimates: (companyId) => {
      const tabs = [...(companies.get(companyId)?.tabs.values() ?? [])];
      return [...new Set(tabs.map(({ sighting }) => sighting.estimateId))].filter(
        (id) => id !== null,
      );
    },
    close() {
      for (const { tabs, leave } of companies.values()) {
        for (const { expiry } of tabs.values()) clearTimeout(expiry);
        leave();
      }
      companies.clear();
    },
  };
}
