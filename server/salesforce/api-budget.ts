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

/** What Salesforce said of the day's calls, and when, in Unix milliseconds. */
export interface SeenUsage extends ApiUsage {
  readonly at: number;
}

export interface ApiBudget {
  /**
   * Reads `Sforce-Limit-Info: api-usage=18/15000` off an answer. One without it, or with another text in it, says
   * nothing and stops nothing.
   */
  note(headers: Headers): void;
  /** Salesforce has refused a call because the day's are used up. */
  noteSpent(): void;
  /** What another process was told; the later word counts. */
  adopt(usage: SeenUsage): void;
  allows(purpose: Purpose): boolean;
  usage(): ApiUsage | null;
  seen(): SeenUsage | null;
}

export function createApiBudget(clock: { now(): number }): ApiBudget {
  let seen: SeenUsage | null = null;
  let spentAt: number | null = null;
  const isFresh = (at: number): boolean => clock.now() - at < LOOK_AGAIN_MS;
  return {
    note(headers) {
      const match = /api-usage=(\d+)\/(\d+)/.exec(headers.get("sforce-limit-info") ?? "");
      const [used, allowed] = [Number(match?.[1]), Number(match?.[2])];
      if (allowed > 0) seen = { used, allowed, at: clock.now() };
    },
    noteSpent() {
      spentAt = clock.now();
      if (seen) seen = { ...seen, used: Math.max(seen.used, seen.allowed), at: spentAt };
    },
    adopt(usage) {
      if (usage.allowed > 0 && usage.at > (seen?.at ?? 0)) seen = usage;
    },
    allows(purpose) {
      if (spentAt !== null && isFresh(spentAt)) return false;
      if (!seen || !isFresh(seen.at)) return true;
      return seen.used < seen.allowed * SHARE[purpose];
    },
    usage: () => seen && { used: seen.used, allowed: seen.allowed },
    seen: () => seen,
  };
}
