import type { KeyFile, PreviousKey } from "./key-file.ts";
import { KEPT_AFTER_MS, PUBLISHED_AHEAD_MS } from "./key-times.ts";
import type { SigningKey } from "./signing-key.ts";

/** What becomes of the keys, as a new file: none of this touches a disk. Times are Unix milliseconds. */

export interface Moment {
  readonly now: number;
  /** Makes the key that stands ready after this. */
  readonly generate: () => SigningKey;
}

/** The first keys: nobody has cached a set of ours yet, so that one of them may sign at once. */
export const firstKeys = ({ now, generate }: Moment): KeyFile => ({
  current: { key: generate(), publishedAt: now, signsSince: now },
  next: { key: generate(), publishedAt: now },
  previous: [],
});

/** When the next key will have been published long enough for every verifier to know it. */
export const maySignFrom = ({ next }: KeyFile): number => next.publishedAt + PUBLISHED_AHEAD_MS;

export type Rotated =
  | { readonly ok: true; readonly value: KeyFile }
  | { readonly ok: false; readonly error: { readonly code: "too_early"; readonly until: number } };

/**
 * The next key signs, the current one stays published for what it signed, and a new one stands ready.
 *
 * @param options.early whether it may happen before `maySignFrom`: verifiers that have cached the set refuse what is
 * signed until they ask again.
 */
export function rotated(
  file: KeyFile,
  { now, generate }: Moment,
  options: { readonly early: boolean } = { early: false },
): Rotated {
  const until = maySignFrom(file);
  if (now < until && !options.early) return { ok: false, error: { code: "too_early", until } };
  const replaced = { publicJwk: file.current.key.publicJwk, retiredAt: now };
  return {
    ok: true,
    value: {
      current: { ...file.next, signsSince: now },
      next: { key: generate(), publishedAt: now },
      previous: [replaced, ...stillNeeded(file.previous, now)],
    },
  };
}

export type Revoked =
  | { readonly ok: true; readonly value: KeyFile; readonly was: "current" | "next" | "previous" }
  | { readonly ok: false; readonly error: { readonly code: "unknown_kid" } };

/** Takes a key out of the set at once, because somebody else may have it; whatever it signed counts no more. */
export function revoked(file: KeyFile, kid: string, moment: Moment): Revoked {
  const { now, generate } = moment;
  const previous = stillNeeded(file.previous, now).filter(({ publicJwk }) => publicJwk.kid !== kid);
  const next = { key: generate(), publishedAt: now };
  if (kid === file.current.key.publicJwk.kid)
    return {
      ok: true,
      was: "current",
      value: { current: { ...file.next, signsSince: now }, next, previous },
    };
  if (kid === file.next.key.publicJwk.kid)
    return { ok: true, was: "next", value: { ...file, next, previous } };
  if (file.previous.every(({ publicJwk }) => publicJwk.kid !== kid))
    return { ok: false, error: { code: "unknown_kid" } };
  return { ok: true, was: "previous", value: { ...file, previous } };
}

const stillNeeded = (previous: readonly PreviousKey[], now: number): readonly PreviousKey[] =>
  previous.filter(({ retiredAt }) => now < retiredAt + KEPT_AFTER_MS);
