// Dexie asks once, when it is loaded, whether there is an IndexedDB to watch: this comes first.
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { createCustomer } from "../local/actions/create-customer.ts";
import type { Local } from "../local/local.ts";
import { priceBookFields, valueOf } from "../local/testing/sample-records.ts";
import { createTablet } from "../local/testing/test-local.ts";
import { FALLBACK_MS, POKE_SPREAD_MS, startSync, type SyncEngine, TURN_MS } from "./engine.ts";
import type { SyncEnvironment } from "./environment.ts";
import type { SyncState } from "./sync-state.ts";
import { maria } from "../../server/sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../../server/sync/testing/test-app.ts";
import { nextRevision, putRecord } from "../../server/store/records.ts";
import { openStore, type Store } from "../../server/store/store.ts";

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** A world with a real server, whose clock only moves when the test moves it. */
class FakeWorld {
  readonly server: TestApp;
  readonly store: Store;
  readonly pokes = new EventTarget();
  /** As EventSource counts: 1 is open, 2 is refused. */
  streamState = 1;
  streams = 0;
  answer: (path: string, body: string) => Response | Promise<Response> = (path, body) =>
    this.server.post(path, body);
  requests: string[] = [];
  /** How far somebody has set the tablet's clock. */
  clockSkew = 0;
  wake = () => {};
  #timers: readonly Timer[] = [];
  #time = 0;

  constructor(store: Store) {
    this.store = store;
    this.server = createTestApp(store);
  }

  async countOnServer(): Promise<number> {
    return (await this.server.pull()).records.length;
  }

  /** How long until the next thing is due. */
  get nextIn(): number {
    return Math.min(...this.#timers.map(({ at }) => at)) - this.#time;
  }

  get timers(): number {
    return this.#timers.length;
  }

  /** Jumps to the next thing that is due. */
  advance(): void {
    this.pass(this.nextIn);
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.#time);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    for (const { work } of due) work();
  }

  readonly environment: SyncEnvironment = {
    fetch: async (path, { body }) => {
      this.requests.push(path);
      return await this.answer(path, body);
    },
    openPokes: () => {
      this.streams += 1;
      return {
        addEventListener: (type: string, listener: EventListener) =>
          this.pokes.addEventListener(type, listener),
        close: () => {},
        readyState: this.streamState,
      };
    },
    random: () => 0.5,
    now: () => this.clockSkew + this.#time,
    elapsed: () => this.#time,
    later: (work, milliseconds) => {
      const timer = { at: this.#time + milliseconds, work };
      this.#timers = [...this.#timers, timer];
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      };
    },
    isVisible: () => true,
    onAwake: (listener) => {
      this.wake = listener;
    },
    onHidden: () => {},
  };
}

const until = ({ state }: SyncEngine, holds: (state: SyncState) => boolean): Promise<SyncState> =>
  new Promise((resolve) => {
    const check = () => {
      if (!holds(state.get())) return;
      stop();
      resolve(state.get());
    };
    const stop = state.subscribe(check);
    check();
  });

const running: SyncEngine[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const engine of running.splice(0)) engine.stop();
  for (const store of stores.splice(0)) await store.close();
});

const start = async () => {
  const local = await createTablet().open();
  const store = await openStore({ directory: ":memory:" });
  stores.push(store);
  const world = new FakeWorld(store);
  const engine = startSync({ local, build: "test", environment: world.environment });
  running.push(engine);
  return { local, world, engine };
};

const edit = (local: Local) => createCustomer(local, { name: "Ana" }).then(valueOf);

test("sends an edit soon after it was saved, and says so", async () => {
  const { local, world, engine } = await start();
  world.advance();
  await until(engine, ({ lastContactAt }) => lastContactAt !== null);
  const phases = new Set<string>();
  engine.state.subscribe(() => phases.add(engine.state.get().phase));
  await edit(local);
  await until(engine, ({ waiting }) => waiting === 1);
  expect(world.nextIn).toBeLessThan(1_000);
  world.advance();
  await until(engine, ({ waiting, phase }) => waiting === 0 && phase === "idle");
  expect([...phases]).toEqual(["idle", "sending", "receiving"]);
  expect(await world.countOnServer()).toBe(1);
});

test("pulls when the server pokes, and looks by itself every minute", async () => {
  const { local, world, engine } = await start();
  world.advance();
  await until(engine, ({ lastContactAt }) => lastContactAt !== null);
  expect(world.nextIn).toBe(FALLBACK_MS);
  const book = {
    entity: "priceBook",
    id: "book",
    fields: priceBookFields,
    deleted: false,
  } as const;
  await world.store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "paintbox", now: 0 };
    await putRecord(tx, maria.companyId, book, stamp);
  });
  world.pokes.dispatchEvent(new Event("poke"));
  expect(world.nextIn).toBe(POKE_SPREAD_MS / 2);
  // More of them are one pull.
  const planned = world.timers;
  world.pokes.dispatchEvent(new Event("poke"));
  expect(world.timers).toBe(planned);
  world.advance();
  await until(engine, ({ lastContactAt }) => lastContactAt !== 0);
  expect(await local.database.priceBook.count()).toBe(1);
});

test("a refused stream is no fault: it looks by itself, and asks for a stream with the next look", async () => {
  const { world, engine } = await start();
  world.streamState = 2;
  world.advance();
  await until(engine, ({ lastContactAt }) => lastContactAt !== null);
  world.pokes.dispatchEvent(new Event("error"));
  expect(engine.state.get()).toMatchObject({ phase: "idle", fault: null });
  expect(world.nextIn).toBe(FALLBACK_MS);
  world.advance();
  await until(engine, ({ lastContactAt }) => lastContactAt === FALLBACK_MS);
  expect(engine.state.get()).toMatchObject({ phase: "idle", fault: null });
  expect(world.streams).toBe(2);
});

test.each([365, -365])(
  "a clock that is set %i days on changes nothing about when it sends",
  async (days) => {
    const { local, world, engine } = await start();
    world.advance();
    await until(engine, ({ lastContactAt }) => lastContactAt !== null);
    world.clockSkew = days * 24 * 60 * 60_000;
    await edit(local);
    await until(engine, ({ waiting }) => waiting === 1);
    expect(world.nextIn).toBeLessThan(1_000);
  },
);

test("without a connection waits longer and longer, and comes back at once when the network does", async () => {
  const { world, engine } = await start();
  const { answer } = world;
  world.answer = () => {
    throw new TypeError("no connection");
  };
  const waits: number[] = [];
  for (let failures = 1; failures <= 4; failures += 1) {
    world.requests = [];
    const scheduled = until(engine, () => world.requests.length > 0 && world.timers > 0);
    world.advance();
    await until(engine, ({ phase }) => phase === "offline");
    engine.state.change({ phase: "idle" });
    await scheduled;
    waits.push(world.nextIn);
  }
  expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
  world.answer = answer;
  world.wake();
  // First the storage is looked at: it may have died in the background.
  await expect.poll(() => world.nextIn).toBe(0);
  world.advance();
  await until(engine, ({ lastContactAt, phase }) => lastContactAt !== null && phase === "idle");
});

test("signed out, edits are still saved, and leave after signing in again", async () => {
  const { local, world, engine } = await start();
  const { answer } = world;
  const error = { code: "signed_out", message: "", retryable: false };
  world.answer = () => new Response(JSON.stringify({ error }), { status: 401 });
  world.advance();
  await until(engine, ({ phase }) => phase === "signed-out");
  await edit(local);
  await until(engine, ({ waiting }) => waiting === 1);
  world.answer = answer;
  engine.syncNow();
  world.advance();
  await until(engine, ({ waiting, phase }) => waiting === 0 && phase === "idle");
  expect(await world.countOnServer()).toBe(1);
});

test("a database that another version took over is told, and does not crash the app", async () => {
  const { local, world, engine } = await start();
  local.database.close();
  world.advance();
  expect(await until(engine, ({ phase }) => phase === "fault")).toMatchObject({
    fault: "taken-over",
  });
});

test("once stopped, asks nothing any more", async () => {
  const { local, world, engine } = await start();
  engine.stop();
  world.wake();
  await edit(local);
  expect(world.timers).toBe(0);
  expect(world.requests).toEqual([]);
});

test("a connection that the browser dropped costs a turn its beginning, and nothing is told", async () => {
  const { local, world, engine } = await start();
  world.advance();
  await until(engine, ({ lastContactAt }) => lastContactAt !== null);
  await edit(local);
  await until(engine, ({ waiting }) => waiting === 1);
  // As the browser's close event does it: the next use opens another connection.
  local.database.close({ disableAutoOpen: false });
  await edit(local);
  await until(engine, ({ waiting }) => waiting === 2);
  world.advance();
  await until(engine, ({ waiting, phase }) => waiting === 0 && phase === "idle");
  expect(engine.state.get().fault).toBeNull();
  expect(await world.countOnServer()).toBe(2);
});

test("a turn ends after half a minute, and the next one goes on where it stopped", async () => {
  const { local, world, engine } = await start();
  world.advance();
  await until(engine, ({ lastContactAt }) => lastContactAt !== null);
  await edit(local);
  await until(engine, ({ waiting }) => waiting === 1);
  const { answer } = world;
  world.answer = (path, body) => {
    world.pass(TURN_MS);
    return answer(path, body);
  };
  world.requests = [];
  world.advance();
  await expect.poll(() => world.requests).toEqual(["/api/sync/push"]);
  await expect.poll(() => world.nextIn).toBeLessThan(1_000);
  world.answer = answer;
  const goOn = () => {
    if (world.nextIn < 1_000) world.advance();
    return engine.state.get();
  };
  await expect.poll(goOn, { timeout: 10_000 }).toMatchObject({ waiting: 0, phase: "idle" });
  expect(await world.countOnServer()).toBe(1);
});
