import { SECRET_LIFETIME_MS } from "../../shared/session/refresh.ts";
import { isSameText } from "./secrets.ts";

/**
 * Whether a secret is worth something, out of those that have followed each other in one session's cookie. A pure
 * decision; docs/decisions/0020 says why it is this one.
 */

/** A replaced secret is honoured for this long after its successor was first used: for requests that were under way. */
export const REPLAY_WINDOW_MS = 60_000;
/**
 * A secret younger than this is not replaced: two tabs that ask at once, and an answer that comes late and brings an older
 * cookie, mean two secrets at the most.
 */
export const SHORTEST_LIFE_MS = 5 * 60_000;

/** The secrets of a family, as `session_family` has them. */
export interface Secrets {
  readonly secret_hash: string;
  readonly secret_at: number;
  readonly previous_hash: string | null;
  readonly confirmed_at: number | null;
  readonly key_thumbprint: string | null;
}

/**
 * - `current`: the present secret.
 * - `replaced`: the one before, within its window; its successor can be made again.
 * - `overdue`: known, and good for nothing but a refresh with the tablet's key.
 * - `spent`: replaced long ago. Without a key it is a copy of the cookie that speaks.
 */
export type Standing = "current" | "replaced" | "overdue" | "spent";

/** How the secret with this hash stands in an ordinary request. */
export function standingOf(secrets: Secrets, hash: string, now: number): Standing {
  const hasKey = secrets.key_thumbprint !== null;
  if (isSameText(hash, secrets.secret_hash))
    return hasKey && now - secrets.secret_at >= SECRET_LIFETIME_MS ? "overdue" : "current";
  if (secrets.previous_hash === null || !isSameText(hash, secrets.previous_hash)) return "spent";
  // A key heals whatever the browser has forgotten, so without it a copy gets a minute and no more.
  if (hasKey) return now - secrets.secret_at < REPLAY_WINDOW_MS ? "replaced" : "overdue";
  // Until the successor was used its answer may be lost, however long the tablet was out of reach.
  const { confirmed_at: confirmed } = secrets;
  return confirmed === null || now - confirmed < REPLAY_WINDOW_MS ? "replaced" : "spent";
}

/** Whether the present secret has lived long enough to be replaced. */
export const isDue = ({ secret_at }: Secrets, now: number, after: number): boolean =>
  now - secret_at >= after;

/** Whether a secret is neither the present one nor the one before. */
export const isSpent = ({ secret_hash, previous_hash }: Secrets, hash: string): boolean =>
  !isSameText(hash, secret_hash) && (previous_hash === null || !isSameText(hash, previous_hash));
