import { type CacheScope, liesIn } from "./cache-kind.ts";

/** A question under way. */
export interface Flight<R> {
  readonly scope: CacheScope;
  readonly answer: Promise<R>;
  /** Set when something in its scope was invalidated: its answer may be older than that, and is not remembered. */
  isOutdated: boolean;
}

/** The questions of one kind under way, so that each is asked once however many wait for the answer. */
export class Flights<R> {
  readonly #under = new Map<string, Flight<R>>();

  get(key: string): Flight<R> | undefined {
    return this.#under.get(key);
  }

  /** @param ask is given the flight, to look later whether it is outdated. */
  start(key: string, scope: CacheScope, ask: (flight: { isOutdated: boolean }) => Promise<R>) {
    const state = { isOutdated: false };
    const flight: Flight<R> = Object.assign(state, {
      scope,
      answer: Promise.resolve()
        .then(() => ask(state))
        .finally(() => {
          if (this.#under.get(key) === flight) this.#under.delete(key);
        }),
    });
    this.#under.set(key, flight);
    return flight;
  }

  /** Whoever asks from now on does not get these answers; whoever waits for them still does. */
  outdate(scope: CacheScope): void {
    for (const [key, flight] of this.#under) {
      if (!liesIn(flight.scope, scope)) continue;
      flight.isOutdated = true;
      this.#under.delete(key);
    }
  }
}
