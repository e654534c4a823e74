import { nodeTimers } from "./node-timers.ts";
import type { Actor, Scheduler } from "./scheduler.ts";

/**
 * Hands what libraries schedule by Node's globals to the scheduler of the history that runs. Imported before Dexie,
 * which looks once, when it is loaded, whether there is a BroadcastChannel: without one, tabs of one process tell
 * each other directly, in the order of the scheduler.
 */
let scheduler: Scheduler | null = null;
let nobody: Actor | null = null;

export function scheduleWith(chosen: Scheduler | null, otherwise: Actor | null): void {
  scheduler = chosen;
  nobody = otherwise;
}

const timers = new Map<number, () => void>();
let lastTimer = 0;

type Work = (...args: readonly unknown[]) => void;

const replaceGlobal = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

replaceGlobal("BroadcastChannel", undefined);
replaceGlobal("setImmediate", (work: Work, ...args: unknown[]) => {
  const actor = scheduler?.current ?? nobody;
  if (!scheduler || !actor) return nodeTimers.setImmediate(work, ...args);
  return scheduler.post(actor, () => work(...args));
});
replaceGlobal("setTimeout", (work: Work, milliseconds = 0, ...args: unknown[]) => {
  const actor = scheduler?.current ?? nobody;
  if (!scheduler || !actor) return nodeTimers.setTimeout(work, milliseconds, ...args);
  const id = (lastTimer += 1);
  const run = () => {
    timers.delete(id);
    work(...args);
  };
  timers.set(id, scheduler.later(actor, run, milliseconds));
  return id;
});
replaceGlobal("clearTimeout", (timer: number | ReturnType<typeof setTimeout> | undefined) => {
  if (typeof timer !== "number") return nodeTimers.clearTimeout(timer);
  timers.get(timer)?.();
  return timers.delete(timer);
});

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
const cloneOfNode = globalThis.structuredClone;

/** What IndexedDB is given are plain values; copying those by hand is ten times as fast as a structured clone. */
function clone(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(clone);
  if (!isPlain(value)) return cloneOfNode(value);
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) copy[name] = clone(part);
  return copy;
}
replaceGlobal("structuredClone", clone);
