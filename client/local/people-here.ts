import * as z from "zod/mini";
import type { Session } from "../../shared/sync/wire.ts";

const KEY = "paintbox-people";

const personHereSchema = z.object({
  companyId: z.string(),
  userId: z.string(),
  userName: z.string(),
  /** Edits on this tablet that the server has not confirmed, as last counted while this person was here. */
  waiting: z.number(),
  /** When this person's database was found empty: the first time, or the browser has removed it. Unix milliseconds. */
  emptyAt: z.nullable(z.number()),
  /** The `emptyAt` about which the person has been told. */
  toldOf: z.nullable(z.number()),
});
const peopleHereSchema = z.array(personHereSchema);

/** A person who has a database on this tablet. */
export type PersonHere = z.infer<typeof personHereSchema>;

type Who = Pick<Session, "companyId" | "userId">;

const isSame = (one: Who, other: Who): boolean =>
  one.companyId === other.companyId && one.userId === other.userId;

/**
 * Who has records on this tablet. Only names and counts, so that whoever is here can be told that another's work waits;
 * the work itself is in that person's database. A list that cannot be read is an empty one.
 */
export function peopleHere(storage: Storage = localStorage): readonly PersonHere[] {
  try {
    const parsed = peopleHereSchema.safeParse(JSON.parse(storage.getItem(KEY) ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** What is known of one person here. */
export const personHere = (who: Who, storage?: Storage): PersonHere | undefined =>
  peopleHere(storage).find((person) => isSame(person, who));

/** Notes something about a person; a browser that refuses to keep it changes nothing. */
export function notePerson(
  { companyId, userId, userName }: Who & Pick<Session, "userName">,
  part: Partial<Pick<PersonHere, "waiting" | "emptyAt" | "toldOf">>,
  storage: Storage = localStorage,
): void {
  const who = { companyId, userId };
  const before = personHere(who, storage);
  const after: PersonHere = {
    waiting: 0,
    emptyAt: null,
    toldOf: null,
    ...before,
    ...who,
    userName,
    ...part,
  };
  const others = peopleHere(storage).filter((person) => !isSame(person, who));
  try {
    storage.setItem(KEY, JSON.stringify([...others, after]));
  } catch {
    // Full, or a private window: the notices that need this are not shown, and nothing else depends on it.
  }
}

/** The others whose unsent work waits on this tablet until they sign in again. */
export const othersWaiting = (who: Who, storage?: Storage): readonly PersonHere[] =>
  peopleHere(storage).filter((person) => !isSame(person, who) && person.waiting > 0);
