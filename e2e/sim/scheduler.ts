import { nodeTimers } from "./node-timers.ts";
import type { Random } from "./random.ts";

/** Somebody whose work is done in turns: a tab, a server process, the network. */
export class Actor {
  readonly name: string;
  /** False from the moment it was killed: nothing of it ever runs again. */
  alive = true;
  /** A tab in the background that the browser has stopped: its work waits. */
  frozen = false;
  readonly tasks: (() => void)[] = [];

  constructor(name: string) {
    this.name = name;
  }
}

interface Timer {
  readonly at: number;
  readonly actor: Actor;
  readonly work: () => void;
}

/** How far to run: so many turns, so many milliseconds, or until nobody has anything to do. */
export type Until =
  | { readonly turns: number }
  | { readonly milliseconds: number }
  | { readonly quietWithin: number };

/** Each turn takes this much of the simulated time, so that clocks move while work is done. */
const TURN_MS = 0.25;
/** A history needs some ten thousand; one that goes in circles ends here. */
const MAX_TURNS = 200_000;

const nextTurnOfNode = nodeTimers.setImmediate;

/**
 * The one source of order and of time in a history. An actor's work runs in the order in which it was handed in; which
 * actor goes next is drawn from the seed. Between two turns all promises that are ready are settled.
 */
export class Scheduler {
  /** Milliseconds since 1970, of a clock that nobody has set wrong. */
  now: number;
  /** Whose turn it is; what is scheduled by code that was not told for whom belongs to it. */
  current: Actor | null = null;
  /** What a turn has thrown: nothing of ours may. */
  readonly thrown: unknown[] = [];
  #turns = 0;
  #timers: Timer[] = [];
  readonly #ready: Actor[] = [];
  readonly #random: Random;

  constructor(random: Random, now: number) {
    this.#random = random;
    this.now = now;
  }

  get turns(): number {
    return this.#turns;
  }

  post(actor: Actor, work: () => void): void {
    if (!actor.alive) return;
    if (actor.tasks.push(work) === 1 && !actor.frozen) this.#ready.push(actor);
  }

  /** @returns cancels it. */
  later(actor: Actor, work: () => void, milliseconds: number): () => void {
    if (!actor.alive) return () => {};
    const timer = { at: this.now + Math.max(0, milliseconds), actor, work };
    const behind = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(behind === -1 ? this.#timers.length : behind, 0, timer);
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index !== -1) this.#timers.splice(index, 1);
    };
  }

  /** Runs code in somebody's name, at once. */
  as<T>(actor: Actor, work: () => T): T {
    const before = this.current;
    this.current = actor;
    try {
      return work();
    } finally {
      this.current = before;
    }
  }

  kill(actor: Actor): void {
    actor.alive = false;
    actor.tasks.length = 0;
    this.#unready(actor);
    this.#timers = this.#timers.filter((timer) => timer.actor !== actor);
  }

  freeze(actor: Actor): void {
    actor.frozen = true;
    this.#unready(actor);
  }

  thaw(actor: Actor): void {
    if (!actor.frozen) return;
    actor.frozen = false;
    if (actor.tasks.length > 0) this.#ready.push(actor);
  }

  #unready(actor: Actor): void {
    const index = this.#ready.indexOf(actor);
    if (index !== -1) this.#ready.splice(index, 1);
  }

  /** @returns false when it had run for too long, which is a history that goes in circles. */
  run(until: Until): Promise<boolean> {
    const lastTurn = "turns" in until ? this.#turns + until.turns : Infinity;
    const lastTime =
      "turns" in until
        ? Infinity
        : this.now + ("milliseconds" in until ? until.milliseconds : until.quietWithin);
    return new Promise((resolve) => {
      const turn = (): void => {
        if (this.#turns >= MAX_TURNS) return resolve(false);
        if (this.#turns >= lastTurn || !this.#step(lastTime)) return resolve(true);
        nextTurnOfNode(turn);
      };
      nextTurnOfNode(turn);
    });
  }

  #step(lastTime: number): boolean {
    for (;;) {
      const timer = this.#timers[0];
      if (timer === undefined || timer.at > this.now) break;
      this.#timers.shift();
      this.post(timer.actor, timer.work);
    }
    if (this.#ready.length === 0) {
      const next = this.#timers[0];
      if (next === undefined || next.at > lastTime) {
        if (lastTime !== Infinity) this.now = Math.max(this.now, lastTime);
        return false;
      }
      this.now = next.at;
      return this.#step(lastTime);
    }
    const index = this.#ready.length === 1 ? 0 : this.#random.below(this.#ready.length);
    const actor = this.#ready[index];
    const work = actor?.tasks.shift();
    if (actor === undefined || work === undefined) throw new Error("ready, but nothing to do");
    if (actor.tasks.length === 0) this.#ready.splice(index, 1);
    this.#turns += 1;
    this.now += TURN_MS;
    this.current = actor;
    try {
      work();
    } catch (error) {
      this.thrown.push(error);
    }
    return true;
  }
}
