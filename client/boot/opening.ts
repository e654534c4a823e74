import { openLocal, type OpenResult } from "../local/open-local.ts";
import { rememberedSession } from "../local/session.ts";

export interface Person {
  readonly companyId: string;
  readonly userId: string;
}

const isSame = (one: Person, other: Person): boolean =>
  one.companyId === other.companyId && one.userId === other.userId;

let early: { readonly person: Person; readonly opened: Promise<OpenResult> } | null = null;

/** Begins to open the records of whoever was here last, while React is still starting. Call once. */
export function startOpening(): void {
  const person = rememberedSession();
  if (person) early = { person, opened: openLocal(person) };
}

/** Opens a person's records, or hands over those that `startOpening` has begun to open: to one caller. */
export async function openRecords(person: Person): Promise<OpenResult> {
  const begun = early;
  early = null;
  if (!begun) return openLocal(person);
  if (isSame(begun.person, person)) return begun.opened;
  const others = await begun.opened;
  if (others.ok) others.value.database.close();
  return openLocal(person);
}
