import type { Plan } from "./actions.ts";
import type { Violation } from "./observation.ts";

/** What a thread is to play: these histories, as far as the first that fails. */
export interface Order {
  readonly plans: readonly Plan[];
  /** Whether a history that fails is to be made as short as possible. */
  readonly shorten: boolean;
}

/** A history in which something happened that must never happen. */
export interface Failure {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly story: readonly string[];
}

export interface Answer {
  readonly histories: number;
  readonly mutations: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly failure: Failure | null;
  /** Of all these histories: the same for the same plans. */
  readonly digest: string;
}
