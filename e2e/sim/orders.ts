import type { Violation } from "./observation.ts";

/** What a thread is to play: the histories of these seeds, as far as the first that fails. */
export interface Order {
  readonly from: number;
  readonly to: number;
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
  /** Of all these histories: the same for the same seeds. */
  readonly digest: string;
}
