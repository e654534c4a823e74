/** How long a key is published before it signs, and after: the numbers of the overlap and where they come from. */

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Between two looks at the key folder, give or take half: a read of 2 KB. */
export const FOLDER_LOOK_MS = 30 * SECOND_MS;
export const LONGEST_FOLDER_LOOK_MS = 1.5 * FOLDER_LOOK_MS;

/** Between two looks at Secrets Manager: a call costs money, and a rotation there is announced by `AWSPENDING`. */
export const SHORTEST_SECRET_LOOK_MS = 5 * MINUTE_MS;
export const LONGEST_SECRET_LOOK_MS = 15 * MINUTE_MS;
/** After a look that failed, give or take half. */
export const SECRET_RETRY_MS = 30 * SECOND_MS;

/** How long caches on the way may answer without asking us, and then while they ask. */
export const JWKS_MAX_AGE_S = 300;
export const JWKS_STALE_S = 300;
/** And while we do not answer at all: an old set verifies nearly everything, none verifies nothing. */
export const JWKS_STALE_IF_ERROR_S = 86_400;

/** What jose and jwks-rsa keep a set, or a key of it, before they ask again; neither heeds `max-age`. */
const VERIFIER_CACHE_MS = 10 * MINUTE_MS;

/**
 * From the moment all our servers publish a key until every verifier that has cached a set knows it: a cache on the way may
 * hand out a copy as old as it may be, which the verifier then keeps for its own time.
 */
const SPREAD_MS = (JWKS_MAX_AGE_S + JWKS_STALE_S) * SECOND_MS + VERIFIER_CACHE_MS;

/** How long a key of the folder is published before it may sign. */
export const PUBLISHED_AHEAD_MS = LONGEST_FOLDER_LOOK_MS + SPREAD_MS;
/** The same for Secrets Manager, counted from the creation of the secret's version. */
export const SECRET_AHEAD_MS = LONGEST_SECRET_LOOK_MS + SPREAD_MS;

/** The longest-lived token we sign, a tablet's offline lease. */
export const LONGEST_TOKEN_MS = 14 * DAY_MS;
/** What clocks of servers and verifiers may differ by. */
export const CLOCK_SKEW_MS = 5 * MINUTE_MS;

/** How long a key is published after it was replaced: another server signs with it until its next look. */
export const KEPT_AFTER_MS = LONGEST_TOKEN_MS + CLOCK_SKEW_MS + LONGEST_SECRET_LOOK_MS;

/** The age at which the schedule replaces a key. */
export const daysToMs = (days: number): number => days * DAY_MS;
