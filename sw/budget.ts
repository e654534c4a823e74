import { type Area, type AreaLimit, chargeOf } from "../shared/cache-budget.ts";
import { type Entry, entryKey, type Ledger } from "./ledger.ts";
import { type BudgetedCache, reconcile } from "./reconcile.ts";
import { chooseVictims } from "./victims.ts";

export interface BudgetParts {
  /** The cache of an area, made where there is none. Never deleted as a whole: a worker may still write into a deleted one. */
  readonly open: (area: Area) => Promise<BudgetedCache>;
  readonly ledger: Ledger;
  readonly limits: Readonly<Record<Area, AreaLimit>>;
  /** Runs the work while no other worker of this origin does such work; an update has two of them for a while. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

export interface Wanted {
  readonly area: Area;
  /** The whole address. */
  readonly url: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Asked when nobody else writes any more; false: it is not kept after all. */
  readonly isStillWanted?: (() => Promise<boolean>) | undefined;
}

/** - `too-large`: over the limit of one file. - `no-room`: the browser's disk is full. - `unwanted`: see `isStillWanted`. */
export type Kept = "kept" | "too-large" | "no-room" | "unwanted";

/**
 * Keeps answers within the bytes of their area. The order is what makes it hold: what has to go is deleted, then the books
 * change, then the new entry is put. Wherever a worker is stopped in between, there is at most as much in the caches as
 * on the books, and on the books at most the limit.
 */
export class Budget {
  readonly #parts: BudgetParts;
  /** The opening of the ledger up to which it is known to be right. */
  #reconciled = -1;
  /** When entries were last used, by key; not on the books yet. */
  readonly #touched = new Map<string, number>();

  constructor(parts: BudgetParts) {
    this.#parts = parts;
  }

  /** Rejects, with nothing kept, where the ledger or the caches fail for another reason than space. */
  async keep(wanted: Wanted): Promise<Kept> {
    if (wanted.body.byteLength > this.#parts.limits[wanted.area].maxFileBytes) return "too-large";
    return this.#alone(async () => {
      if ((await wanted.isStillWanted?.()) === false) return "unwanted";
      try {
        await this.#makeRoomAndPut(wanted);
        return "kept";
      } catch (error) {
        if (!isFull(error)) throw error;
      }
      // The browser counts its space otherwise than we do. Pictures are what can be had again.
      try {
        await this.#empty("images");
        await this.#makeRoomAndPut(wanted);
        return "kept";
      } catch (error) {
        if (!isFull(error)) throw error;
        return "no-room";
      }
    });
  }

  /** The entry was used: it is not among the next to go. On the books with the next change, or with `writeTouches`. */
  touch(area: Area, url: string): void {
    this.#touched.set(entryKey(area, url), this.#parts.now());
  }

  async writeTouches(): Promise<void> {
    if (this.#touched.size === 0) return;
    await this.#alone(async () => {
      const touched = (await this.#entries()).filter(({ key }) => this.#touched.has(key));
      await this.#parts.ledger.change({ put: touched });
      this.#touched.clear();
    });
  }

  /** Takes everything out of an area, then does what has to be done before anything comes in again. */
  empty(area: Area, andThen?: () => Promise<void>): Promise<void> {
    return this.#alone(async () => {
      await this.#empty(area);
      await andThen?.();
    });
  }

  /** What is on the books. */
  entries(): Promise<readonly Entry[]> {
    return this.#alone(() => this.#entries());
  }

  /** @throws when the books were lost since they were held against the caches: what is read now may be too little. */
  async #entries(): Promise<readonly Entry[]> {
    const { ledger } = this.#parts;
    const entries = await ledger.entries();
    if ((await ledger.opening()) !== this.#reconciled) throw new Error("The ledger was lost");
    return entries.map((entry) => {
      const usedAt = this.#touched.get(entry.key);
      return usedAt === undefined ? entry : { ...entry, usedAt };
    });
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#parts.alone(async () => {
      const opening = await this.#parts.ledger.opening();
      if (opening !== this.#reconciled) {
        await reconcile(this.#parts);
        this.#reconciled = opening;
      }
      return work();
    });
  }

  async #makeRoomAndPut({ area, url, body, contentType }: Wanted): Promise<void> {
    const { ledger, limits, now, open } = this.#parts;
    const cache = await open(area);
    const key = entryKey(area, url);
    const here = (await this.#entries()).filter((entry) => entry.area === area);
    const claim: Entry = { key, area, url, bytes: chargeOf(body.byteLength), usedAt: now() };
    // An earlier one of the same address goes first: in place of it, a larger one would not be on the books for a moment.
    const earlier = here.filter((entry) => entry.key === key);
    const others = here.filter((entry) => entry.key !== key);
    const victims = [...earlier, ...chooseVictims(others, claim.bytes, limits[area].maxBytes)];
    for (const victim of victims) await cache.delete(victim.url, { ignoreVary: true });
    await ledger.change({ remove: victims.map((victim) => victim.key), put: [claim] });
    try {
      // Made anew: with no header by which it would be kept apart, or larger than its charge.
      await cache.put(url, new Response(body, { headers: { "content-type": contentType } }));
    } catch (error) {
      await cache.delete(url);
      await ledger.change({ remove: [key] });
      throw error;
    }
  }

  async #empty(area: Area): Promise<void> {
    const cache = await this.#parts.open(area);
    for (const request of await cache.keys()) await cache.delete(request, { ignoreVary: true });
    const entries = await this.#entries();
    const remove = entries.filter((entry) => entry.area === area).map(({ key }) => key);
    await this.#parts.ledger.change({ remove });
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";
