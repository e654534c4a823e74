import { useSyncExternalStore } from "react";

/** What the tablet remembers about its owner: one value of a few, kept across restarts, known to every part at once. */
export type Preference<Value extends string> = {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  /** Applies what was remembered; call it before the first paint. */
  readonly start: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

type PreferenceOptions<Value extends string> = {
  readonly key: string;
  readonly values: readonly Value[];
  readonly fallback: Value;
  readonly apply: (value: Value) => void;
};

/** Keeps a preference in localStorage; a store that is blocked or full costs the memory, never the setting. */
export function createPreference<Value extends string>(
  options: PreferenceOptions<Value>,
): Preference<Value> {
  const { key, values, fallback, apply } = options;
  const listeners = new Set<() => void>();
  let current = fallback;
  return {
    get: () => current,
    set(value) {
      current = value;
      write(key, value);
      apply(value);
      for (const listener of listeners) listener();
    },
    start() {
      const stored = read(key);
      current = values.find((value) => value === stored) ?? fallback;
      apply(current);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The current value, followed by React. */
export function usePreference<Value extends string>(preference: Preference<Value>): Value {
  return useSyncExternalStore(preference.subscribe, preference.get);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse to remember.
  }
}
