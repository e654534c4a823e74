import type { Heartbeats } from "../../client/sync/drain-lock.ts";
import type { Actor, Scheduler } from "./scheduler.ts";

interface Held {
  readonly actor: Actor;
  readonly steal: () => void;
}

/**
 * What the tabs of one tablet share besides its disk: the Web Locks of its browser, as far as the drain uses them (taken
 * if free, stolen, let go by the tab's death), and the channel on which they hear each other.
 */
export class TabletLocks {
  readonly #scheduler: Scheduler;
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Map<Actor, () => void>();

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  seenBy(actor: Actor): LockManager {
    const take = async <T>(
      name: string,
      { steal }: LockOptions,
      callback: LockGrantedCallback<T>,
    ): Promise<Awaited<T>> => {
      await new Promise<void>((resolve) => this.#scheduler.post(actor, resolve));
      const before = this.#held.get(name);
      if (before && steal !== true) return await callback(null);
      before?.steal();
      const stolen = Promise.withResolvers<never>();
      const held: Held = {
        actor,
        steal: () =>
          this.#scheduler.post(actor, () =>
            stolen.reject(new DOMException("the lock was stolen", "AbortError")),
          ),
      };
      this.#held.set(name, held);
      try {
        const work = Promise.resolve(callback({ name, mode: "exclusive" }));
        return await Promise.race([work, stolen.promise]);
      } finally {
        if (this.#held.get(name) === held) this.#held.delete(name);
      }
    };
    return {
      query: () => Promise.resolve({}),
      request<T>(
        name: string,
        second: LockOptions | LockGrantedCallback<T>,
        third?: LockGrantedCallback<T>,
      ): Promise<Awaited<T>> {
        if (typeof second === "function") return take(name, {}, second);
        if (!third) throw new TypeError("a lock without work");
        return take(name, second, third);
      },
    };
  }

  heartbeatsOf(actor: Actor): Heartbeats {
    return {
      beat: () => {
        for (const [other, listener] of this.#listeners)
          if (other !== actor) this.#scheduler.post(other, listener);
      },
      onBeat: (listener) => this.#listeners.set(actor, listener),
      close: () => this.#listeners.delete(actor),
    };
  }

  release(actor: Actor): void {
    this.#listeners.delete(actor);
    for (const [name, held] of this.#held) if (held.actor === actor) this.#held.delete(name);
  }

  /** The browser forgets who holds what. */
  lose(): void {
    this.#held.clear();
  }
}
