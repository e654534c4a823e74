import { type Area, type AreaLimit, areaNames, chargeOf } from "../../shared/cache-budget.ts";
import type { BudgetParts } from "../budget.ts";
import type { Entry } from "../ledger.ts";
import type { BudgetedCache } from "../reconcile.ts";

interface Step {
  readonly worker: FakeWorker;
  /** Whether it can be done now. */
  readonly isFree: () => boolean;
  readonly take: () => void;
}

/** More than any of our functions have on the way from one step to the next. */
const TURNS = 40;

/**
 * Caches and a ledger as browsers have them, and workers that can be stopped between any two steps. Nothing happens by
 * itself: every step waits until somebody lets it happen, in whatever order.
 */
export class FakeWorld {
  /** Bytes of bodies by address. */
  readonly caches: Readonly<Record<Area, Map<string, number>>> = {
    static: new Map(),
    images: new Map(),
  };
  readonly ledger = new Map<string, Entry>();
  /** Of the ledger's database. */
  opening = 1;
  holder: FakeWorker | null = null;
  time = 0;
  /** So many steps that need space fail before there is space again. */
  fullFor = 0;
  steps: Step[] = [];
  readonly limits: Readonly<Record<Area, AreaLimit>>;

  constructor(limits: Readonly<Record<Area, AreaLimit>>) {
    this.limits = limits;
  }

  /** Lets one of the steps happen that can, and everything that follows from it at once. False: none can. */
  async letHappen(pick: number): Promise<boolean> {
    const free = this.steps.filter(({ isFree }) => isFree());
    const step = free[pick % Math.max(1, free.length)];
    if (!step) return false;
    this.steps = this.steps.filter((other) => other !== step);
    step.take();
    for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
    return true;
  }

  /** Somebody deletes the database under the workers. */
  loseLedger(): void {
    this.ledger.clear();
    this.opening += 1;
  }

  charged(area: Area): number {
    return [...this.caches[area].values()].reduce((sum, bytes) => sum + chargeOf(bytes), 0);
  }

  needSpace(): void {
    if (this.fullFor === 0) return;
    this.fullFor -= 1;
    throw new DOMException("full", "QuotaExceededError");
  }

  /** Why this world is not as it has to be; null: it is. */
  fault({ isLedgerLost }: { readonly isLedgerLost: boolean }): string | null {
    for (const area of areaNames) {
      const charged = this.charged(area);
      if (charged > this.limits[area].maxBytes) return `${area} has ${charged} bytes`;
      if (isLedgerLost) continue;
      for (const [url, bytes] of this.caches[area])
        if ((this.ledger.get(`${area} ${url}`)?.bytes ?? 0) < chargeOf(bytes))
          return `${url} is not on the books`;
    }
    return null;
  }
}

/** One life of a worker. */
export class FakeWorker {
  readonly #world: FakeWorld;
  /** For its budget. */
  readonly parts: BudgetParts;

  constructor(world: FakeWorld) {
    this.#world = world;
    this.parts = {
      limits: world.limits,
      now: () => (world.time += 1),
      open: (area) => this.#step(() => this.#cache(area)),
      alone: async (work) => {
        await this.#step(
          () => (world.holder = this),
          () => world.holder === null,
        );
        try {
          return await work();
        } finally {
          world.holder = null;
        }
      },
      ledger: {
        opening: async () => world.opening,
        entries: () => this.#step(() => [...world.ledger.values()]),
        change: ({ put = [], remove = [] }) =>
          this.#step(() => {
            if (put.length > 0) world.needSpace();
            for (const key of remove) world.ledger.delete(key);
            for (const entry of put) world.ledger.set(entry.key, entry);
          }),
      },
    };
  }

  /** What it was about to do does not happen; the lock is free. What has happened stays. */
  stop(): void {
    this.#world.steps = this.#world.steps.filter(({ worker }) => worker !== this);
    if (this.#world.holder === this) this.#world.holder = null;
  }

  #step<T>(act: () => T, isFree: () => boolean = () => true): Promise<T> {
    return new Promise((resolve, reject) => {
      const take = (): void => {
        try {
          resolve(act());
        } catch (error) {
          reject(error);
        }
      };
      this.#world.steps.push({ worker: this, isFree, take });
    });
  }

  #cache(area: Area): BudgetedCache {
    const bodies = this.#world.caches[area];
    const urlOf = (request: RequestInfo | URL): string =>
      request instanceof Request ? request.url : String(request);
    return {
      keys: () => this.#step(() => [...bodies.keys()].map((url) => new Request(url))),
      delete: (request) => this.#step(() => bodies.delete(urlOf(request))),
      match: (request) =>
        this.#step(() => {
          const bytes = bodies.get(urlOf(request));
          if (bytes === undefined) return undefined;
          const arrayBuffer = async (): Promise<ArrayBuffer> => new ArrayBuffer(bytes);
          return Object.assign(new Response(), { arrayBuffer });
        }),
      // A fake body's length is in its type: reading a real one would happen by itself.
      put: (request, response) =>
        this.#step(() => {
          this.#world.needSpace();
          bodies.set(urlOf(request), Number(response.headers.get("content-type")));
        }),
    };
  }
}
