import { type Presence, presenceSchema } from "../../shared/sync/wire.ts";

/** Who has which estimate open, as the server told since the stream of events is open; nothing of it is kept. */
export interface PresenceFeed {
  readonly people: (estimateId: string) => Presence["people"];
  readonly subscribe: (listener: () => void) => () => void;
  /** Data of the event `presence`. */
  readonly hear: (data: unknown) => void;
  /** The stream is gone: who is there now, nobody knows. */
  readonly forget: () => void;
}

/** The same each time, so that a screen that asks again sees no difference. */
const NOBODY: Presence["people"] = [];

export function createPresenceFeed(): PresenceFeed {
  const byEstimate = new Map<string, Presence["people"]>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    people: (estimateId) => byEstimate.get(estimateId) ?? NOBODY,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(data) {
      const said = presenceSchema.safeParse(data);
      if (!said.success) return;
      const { estimateId, people } = said.data;
      if (people.length > 0) byEstimate.set(estimateId, people);
      else byEstimate.delete(estimateId);
      tell();
    },
    forget() {
      byEstimate.clear();
      tell();
    },
  };
}
