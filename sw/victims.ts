import type { Entry } from "./ledger.ts";

/**
 * Which entries have to go so that so many bytes more fit below the limit: those used longest ago, and no more of them
 * than needed. All of them when even that is not enough.
 */
export function chooseVictims(
  entries: readonly Entry[],
  neededBytes: number,
  maxBytes: number,
): readonly Entry[] {
  let total = neededBytes + entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const victims: Entry[] = [];
  for (const entry of entries.toSorted((one, other) => one.usedAt - other.usedAt)) {
    if (total <= maxBytes) break;
    victims.push(entry);
    total -= entry.bytes;
  }
  return victims;
}
