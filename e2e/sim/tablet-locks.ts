import type { Actor, Scheduler } from "./scheduler.ts";

/** The Web Locks of one tablet's browser, as far as the drain uses them: taken if free, let go by the tab's death. */
export class TabletLocks {
  readonly #scheduler: Scheduler;
  readonly #held = new Map<string, { readonly actor: Actor }>();

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  seenBy(actor: Actor): LockManager {
    const take = async <T>(name: string, callback: LockGrantedCallback<T>): Promise<Awaited<T>> => {
      await new Promise<void>((resolve) => this.#scheduler.post(actor, resolve));
      if (this.#held.has(name)) return await callback(null);
      const held = { actor };
      this.#held.set(name, held);
      try {
        return await callback({ name, mode: "exclusive" });
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
        const callback = typeof second === "function" ? second : third;
        if (!callback) throw new TypeError("a lock without work");
        return take(name, callback);
      },
    };
  }

  release(actor: Actor): void {
    for (const [name, held] of this.#held) if (held.actor === actor) this.#held.delete(name);
  }

  /** The browser forgets who holds what. */
  lose(): void {
    this.#held.clear();
  }
}
