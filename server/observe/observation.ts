import type { MutationResult } from "../../shared/sync/wire.ts";
import type { BreakerState, UpstreamObserver } from "../upstream/upstream.ts";

/**
 * Something that happened and that somebody may want to count. Numbers, codes and route patterns only: an observation
 * never holds an id, a name or an address of anybody.
 */
export type Observation =
  | {
      readonly kind: "request";
      readonly method: string;
      /** The pattern, `/api/sync/history/:estimateId`. */
      readonly route: string;
      readonly status: number;
      readonly seconds: number;
    }
  /** Answered from memory, before the app. */
  | { readonly kind: "ready-answer"; readonly path: string; readonly status: number }
  | { readonly kind: "limited"; readonly limit: string; readonly by: string }
  | { readonly kind: "turned-away"; readonly limit: string }
  | {
      readonly kind: "transaction";
      readonly work: "read" | "write";
      readonly ok: boolean;
      readonly seconds: number;
    }
  | {
      readonly kind: "push";
      readonly results: readonly { readonly outcome: MutationResult["outcome"] }[];
    }
  | { readonly kind: "pull"; readonly records: number }
  | { readonly kind: "calculation"; readonly isKept: boolean; readonly seconds: number }
  | {
      readonly kind: "upstream";
      readonly upstream: string;
      /** "ok" or the error's code. */
      readonly outcome: string;
      readonly seconds: number;
    }
  | { readonly kind: "breaker"; readonly upstream: string; readonly state: BreakerState }
  | { readonly kind: "shed"; readonly level: string }
  | {
      readonly kind: "vital";
      readonly name: string;
      readonly route: string;
      readonly connection: string;
      /** Milliseconds, or without a unit for CLS. */
      readonly value: number;
    };

/** Counts one observation. Must not throw. */
export type Observe = (observation: Observation) => void;

export interface Observations {
  readonly observe: Observe;
  /** Who counts. Until somebody does, as in the first moments of a process, observations go nowhere. */
  listen(listener: Observe): void;
}

/** Where the server says what it does, without knowing who counts it. */
export function createObservations(): Observations {
  let heard: Observe = () => undefined;
  return {
    observe: (observation) => heard(observation),
    listen(listener) {
      const before = heard;
      heard = (observation) => {
        before(observation);
        listener(observation);
      };
    },
  };
}

/** For tests and benches in which nobody counts. */
export const unobserved: Observe = () => undefined;

/** What a client of an outside system reports to. */
export const upstreamObserver = (observe: Observe): UpstreamObserver => ({
  attempted: (upstream, outcome, milliseconds) =>
    observe({ kind: "upstream", upstream, outcome, seconds: milliseconds / 1000 }),
  breakerChanged: (upstream, state) => observe({ kind: "breaker", upstream, state }),
});
