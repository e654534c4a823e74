/**
 * The org's daily API calls are shared with everything else its people use. Mirroring stops at 80 % so
 * that accepted estimates still get through; write-back stops at 97 % and leaves the rest to people.
 */
const SHARE = { read: 0.8, write: 0.97 } as const;
/** The quota is a rolling 24 hours, so it frees bit by bit: look again this often. */
const LOOK_AGAIN_MS = 15 * 60_000;

export type Purpose = keyof typeof SHARE;

export interface ApiUsage {
  readonly used: number;
  readonly allowed: number;
}

export interface ApiBudget {
  /** Reads `Sforce-Limit-Info: api-usage=18/15000` off an answer. */
  note(headers: Headers): void;
  allows(purpose: Purpose): boolean;
  usage(): ApiUsage | null;
}

export function createApiBudget(clock: { now(): number }): ApiBudget {
  let seen: (ApiUsage & { readonly at: number }) | null = null;
  return {
    note(headers) {
      const match = /api-usage=(\d+)\/(\d+)/.exec(headers.get("sforce-limit-info") ?? "");
      if (match) seen = { used: Number(match[1]), allowed: Number(match[2]), at: clock.now() };
    },
    allows(purpose) {
      if (!seen || clock.now() - seen.at >= LOOK_AGAIN_MS) return true;
      return seen.used < seen.allowed * SHARE[purpose];
    },
    usage: () => seen && { used: seen.used, allowed: seen.allowed },
  };
}
