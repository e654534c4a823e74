import type { PublicJwk, SigningKey } from "./signing-key.ts";

/** The keys as a source shows them at one time: `next`, `current` and `previous` in terms of what each is for. */
export interface KeyView {
  /** In the order of their turn; of those whose time has come the last one signs, and the first one before that. */
  readonly signing: readonly [SigningTurn, ...SigningTurn[]];
  readonly published: readonly PublishedKey[];
}

export interface SigningTurn {
  readonly key: SigningKey;
  /** Unix milliseconds. */
  readonly from: number;
}

export interface PublishedKey {
  readonly publicJwk: PublicJwk;
  /** Unix milliseconds; null: for as long as the source shows it. */
  readonly until: number | null;
}

/**
 * Why a source shows no keys. `absent`: there are none yet. `broken`: what is there is not a key set. `away`: nobody
 * answers, or the disk cannot be read.
 */
export interface KeyProblem {
  readonly code: "absent" | "broken" | "away";
  /** For the person who runs the server; never holds a key. */
  readonly message: string;
}

export type Loaded =
  | { readonly ok: true; readonly value: KeyView }
  | { readonly ok: false; readonly error: KeyProblem };

/** Where keys come from. */
export interface KeySource {
  load(): Promise<Loaded>;
  /** Milliseconds until the next load. */
  restMs(loaded: boolean): number;
}
