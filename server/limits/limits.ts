import type { Clock } from "../clock.ts";
import { type Allowance, allowances, type LimitClass } from "./limit-class.ts";
import type { SharedCounts } from "./shared-counts.ts";
import { createWindowCounts, type Verdict } from "./window-counts.ts";

export type CountedBy = "address" | "person" | "device";

export interface Limits {
  /**
   * Counts one request.
   *
   * @returns null where requests of this class are not counted so. At once, unless other processes are asked.
   */
  count(limit: LimitClass, by: CountedBy, key: string): Verdict | null | Promise<Verdict | null>;
}

/**
 * Counts in this process first: what it refuses by itself costs nobody a round trip, and what it has counted is what
 * stands when the others cannot be asked.
 *
 * @param shared through which several processes count together; null for one alone.
 */
export function createLimits({
  clock,
  shared = null,
  table = allowances,
}: {
  readonly clock: Clock;
  readonly shared?: SharedCounts | null | undefined;
  readonly table?: Readonly<Record<LimitClass, Allowance>> | undefined;
}): Limits {
  // Apart by kind of key: whoever floods us from many addresses does not crowd out people.
  const counts = {
    address: createWindowCounts(clock),
    person: createWindowCounts(clock),
    device: createWindowCounts(clock),
  };
  return {
    count(limit, by, key) {
      const allowed = table[limit][by];
      if (allowed === null) return null;
      const name = `${limit} ${key}`;
      const own = counts[by].count(name, allowed);
      if (shared === null || !table[limit].isShared || !own.isWithin) return own;
      return shared.count(`${by} ${name}`, allowed).then((together) => together ?? own);
    },
  };
}

/** For benches, in which five hundred tablets are one person. */
export const unlimited: Limits = { count: () => null };
