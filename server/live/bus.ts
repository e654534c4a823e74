/**
 * What the server processes of one deployment tell each other while tablets listen. Everything on it is a hint: it
 * may be lost, come twice or out of order, and nobody's work depends on it (docs/live.md).
 */
export interface Bus {
  /** Reaches this process' listeners before it returns, and those of the others soon. Never throws. */
  readonly publish: (companyId: string, message: LiveMessage) => void;
  /** Messages about one company, from any process; the answer ends it. */
  readonly subscribe: (companyId: string, listener: LiveListener) => () => void;
  readonly report: () => LiveReport;
  readonly close: () => Promise<void>;
}

export type LiveListener = (message: LiveMessage) => void;

export type LiveMessage =
  /** The company's records have changed, up to this revision. */
  | { readonly kind: "poke"; readonly rev: number }
  | { readonly kind: "presence"; readonly sighting: Sighting };

/** What one tab says of itself: which estimate it has open. */
export interface Sighting {
  readonly userId: string;
  readonly name: string;
  readonly tabId: string;
  /** Counted by the tab: of two sightings of it the higher is the later, however they travelled. */
  readonly beat: number;
  /** Null: none. */
  readonly estimateId: string | null;
  /** For how long it counts, from now on. */
  readonly remainingMs: number;
}

/** A tablet says every 20 s that it is still there; one that was lost on the way may be missing in between. */
export const PRESENCE_MS = 45_000;

/** How the processes hear of each other, for `GET /api/health`. */
export interface LiveReport {
  readonly through: "process" | "database" | "redis";
  /** Null: none is configured. While it is away, the database is asked. */
  readonly redis: "ok" | "away" | null;
}
