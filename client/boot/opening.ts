import { readEstimatesAhead } from "../local/hooks/use-estimates.ts";
import { openLocal, type OpenResult } from "../local/open-local.ts";

export interface Person {
  readonly companyId: string;
  readonly userId: string;
}

const isSame = (one: Person, other: Person): boolean =>
  one.companyId === other.companyId && one.userId === other.userId;

interface Opening {
  readonly person: Person;
  readonly opening: Promise<OpenResult>;
  readonly opened: OpenResult | null;
}

let early: Opening | null = null;

/**
 * Opens the records of whoever was here last before React starts, with the list of estimates when that is the first
 * screen. Call once; resolves when they are open, or cannot be opened.
 */
export async function startOpening(person: Person): Promise<void> {
  const opening = openLocal(person);
  early = { person, opening, opened: null };
  const opened = await opening;
  // A list that cannot be read ahead is read again by its screen, which can say so.
  if (opened.ok && location.pathname === "/")
    await readEstimatesAhead(opened.value).catch(() => undefined);
  early = { person, opening, opened };
}

/** What `startOpening` has opened for this person: there at once, for the first drawing. */
export const openedEarly = (person: Person): OpenResult | null =>
  early && isSame(early.person, person) ? early.opened : null;

/** Opens a person's records, or hands over those that `startOpening` has begun to open: to one caller. */
export async function openRecords(person: Person): Promise<OpenResult> {
  const begun = early;
  early = null;
  if (!begun) return openLocal(person);
  if (isSame(begun.person, person)) return begun.opening;
  const others = await begun.opening;
  if (others.ok) others.value.database.close();
  return openLocal(person);
}
