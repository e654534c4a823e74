/**
 * What keeps this tablet from being worked on, if anything: read before the first screen is drawn, and found out anew soon
 * after (features/lease). One value for all tabs.
 *
 * - `ended`: the lease is over; everything is shown and sent, nothing is edited. - `locked`: nothing is shown any more.
 * - `wiping`: the office has asked for the tablet to be cleared.
 */
export type Closure = "ended" | "locked" | "wiping";

const KEY = "paintbox-closed";

const isClosure = (text: string | null): text is Closure =>
  text === "ended" || text === "locked" || text === "wiping";

function read(): Closure | null {
  const text = localStorage.getItem(KEY);
  return isClosure(text) ? text : null;
}

const listeners = new Set<() => void>();
let closure = read();

export const closureNow = (): Closure | null => closure;

export function setClosure(next: Closure | null): void {
  if (next === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, next);
  become(next);
}

export function subscribeClosure(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: Closure | null): void {
  closure = next;
  for (const listener of listeners) listener();
}

addEventListener("storage", ({ key }) => {
  if (key === KEY) become(read());
});
