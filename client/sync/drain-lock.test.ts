import { afterEach, expect, test } from "vitest";
import { createDrainLock, type DrainLock, LOCK_PATIENCE_MS, type Turn } from "./drain-lock.ts";

const name = "paintbox-sync-test";
const work = () => Promise.resolve("drained");

/** Tabs that share a clock; a frozen one hears nothing and says nothing. */
class Browser {
  time = 0;
  readonly #timers: { readonly at: number; readonly work: () => void }[] = [];
  readonly #open: DrainLock[] = [];
  readonly #said = new EventTarget();

  tab(locks: LockManager | undefined = navigator.locks): DrainLock {
    let isOpen = true;
    const heartbeats = {
      beat: () => {
        if (!isOpen) throw new DOMException("Channel is closed", "InvalidStateError");
        this.#said.dispatchEvent(new Event("beat"));
      },
      onBeat: (listener: () => void) => this.#said.addEventListener("beat", listener),
      close: () => {
        isOpen = false;
      },
    };
    const lock = createDrainLock({
      locks,
      name,
      heartbeats,
      elapsed: () => this.time,
      later: (timed, milliseconds) => {
        const timer = { at: this.time + milliseconds, work: timed };
        this.#timers.push(timer);
        return () => void this.#timers.splice(this.#timers.indexOf(timer) >>> 0, 1);
      },
    });
    this.#open.push(lock);
    return lock;
  }

  /** Lets timers ring, as they do in tabs that are awake. */
  ring(): void {
    for (const timer of this.#timers.filter(({ at }) => at <= this.time)) timer.work();
  }

  close(): void {
    for (const lock of this.#open) lock.close();
  }
}

/** Starts a turn that does not end before it is told to. */
async function hold(lock: DrainLock) {
  const begun = Promise.withResolvers<Turn>();
  const goOn = Promise.withResolvers<string>();
  const ended = lock.run((turn) => {
    begun.resolve(turn);
    return goOn.promise;
  });
  return { turn: await begun.promise, goOn: goOn.resolve, ended };
}

let browser = new Browser();
afterEach(() => {
  browser.close();
  browser = new Browser();
});

test("drains when no other tab does", async () => {
  expect(await browser.tab().run(work)).toEqual({ ran: true, value: "drained" });
});

test("leaves it to the tab that drains for as long as that one stirs", async () => {
  const [holder, other] = [browser.tab(), browser.tab()];
  const held = await hold(holder);
  expect(await other.run(work)).toEqual({ ran: false, reason: "busy" });
  browser.time = LOCK_PATIENCE_MS - 1;
  held.turn.beat();
  browser.time = LOCK_PATIENCE_MS;
  expect(await other.run(work)).toEqual({ ran: false, reason: "busy" });
  held.goOn("late");
  expect(await held.ended).toEqual({ ran: true, value: "late" });
  expect(await other.run(work)).toMatchObject({ ran: true });
});

test("a turn that is not at its end when the lock is closed goes on without a word", async () => {
  const lock = browser.tab();
  const held = await hold(lock);
  lock.close();
  held.turn.beat();
  held.goOn("done");
  expect(await held.ended).toEqual({ ran: true, value: "done" });
});

test("steals the lock of a frozen tab, which stops when it wakes up and drains again later", async () => {
  const [frozen, other] = [browser.tab(), browser.tab()];
  const held = await hold(frozen);
  expect(await other.run(work)).toEqual({ ran: false, reason: "busy" });
  browser.time = LOCK_PATIENCE_MS;
  expect(await other.run(work)).toEqual({ ran: true, value: "drained" });
  expect(await held.ended).toEqual({ ran: false, reason: "stolen" });
  expect(held.turn.signal.aborted).toBe(true);
  // What it still says is nobody's heartbeat, and its work's end is nobody's answer.
  held.turn.beat();
  held.goOn("too late");
  expect(await frozen.run(work)).toEqual({ ran: true, value: "drained" });
});

test("gives up work of its own that does not go on, so that no tab is stuck behind a dead read", async () => {
  const lock = browser.tab();
  const held = await hold(lock);
  browser.time = LOCK_PATIENCE_MS;
  browser.ring();
  expect(await held.ended).toEqual({ ran: false, reason: "silent" });
  expect(held.turn.signal.aborted).toBe(true);
  expect(await lock.run(work)).toEqual({ ran: true, value: "drained" });
});

test("an error of the work is the work's, also one that looks like a stolen lock", async () => {
  const error = new DOMException("a transaction was given up", "AbortError");
  await expect(browser.tab().run(() => Promise.reject(error))).rejects.toBe(error);
});

test("drains in a browser without locks", async () => {
  const lock = createDrainLock({
    locks: undefined,
    name,
    heartbeats: undefined,
    elapsed: () => 0,
    later: () => () => {},
  });
  expect(await lock.run(work)).toEqual({ ran: true, value: "drained" });
});
