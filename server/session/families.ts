import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { SessionEnd } from "../../shared/session/devices.ts";
import { type Session, sessionSchema } from "../../shared/sync/wire.ts";
import { prepared, type SlotOf } from "../store/prepared.ts";
import type { Database, SessionFamilyRow } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { DeviceName } from "./device-name.ts";
import {
  type CookieSecret,
  cookieText,
  hashOf,
  newSecret,
  newSelector,
  successorOf,
} from "./secrets.ts";

type Tx = Transaction<Database>;

/** After this a person signs in with Salesforce again, however much the tablet was used. */
export const LONGEST_SESSION_MS = 90 * 24 * 60 * 60_000;
/** A tablet that was not used for this long signs in again. */
export const IDLE_SESSION_MS = 30 * 24 * 60 * 60_000;

/** A session and whose it is. */
export interface Family extends SessionFamilyRow {
  readonly companyName: string;
  readonly userName: string;
  readonly email: string;
  readonly role: Session["role"];
  readonly isActive: boolean;
}

/** Where a session lives. */
export interface Place {
  /** The cookie that names the browser. */
  readonly deviceId: string;
  readonly device: DeviceName;
}

export const sessionOf = (family: Family): Session => ({
  companyId: family.company_id,
  companyName: family.companyName,
  userId: family.user_id,
  userName: family.userName,
  email: family.email,
  role: family.role,
});

/**
 * Begins a session in a person's name, and ends the others of that browser, whose cookie it replaces. A wipe that one of
 * them still owed is this one's.
 *
 * @param until not later than this; a paired tablet ends with the sign-in it comes from.
 * @returns its id and the text for the cookie.
 */
export async function startFamily(
  tx: Tx,
  person: Pick<Session, "companyId" | "userId">,
  { deviceId, device }: Place,
  now: number,
  until: number = now + LONGEST_SESSION_MS,
): Promise<{ readonly id: string; readonly cookie: string }> {
  const { companyId: company_id, userId: user_id } = person;
  const [id, selector, secret] = [randomUUID(), newSelector(), newSecret()];
  const owed = await tx
    .selectFrom("session_family")
    .select((of) => of.fn.max("wipe_asked_at").as("askedAt"))
    .where("device_id", "=", deviceId)
    .where("company_id", "=", company_id)
    .where("wiped_at", "is", null)
    .executeTakeFirst();
  await tx
    .updateTable("session_family")
    .set({ ended_at: now, ended_why: "replaced" satisfies SessionEnd, wipe_asked_at: null })
    .where("device_id", "=", deviceId)
    .where("wiped_at", "is", null)
    .where((of) => of.or([of("ended_at", "is", null), of("wipe_asked_at", "is not", null)]))
    .execute();
  await tx
    .insertInto("session_family")
    .values({
      id,
      selector,
      company_id,
      user_id,
      device_id: deviceId,
      device_kind: device.kind,
      browser: device.browser,
      secret_hash: hashOf(secret),
      secret_at: now,
      created_at: now,
      seen_at: now,
      ends_at: until,
      wipe_asked_at: owed?.askedAt ?? null,
    })
    .execute();
  return { id, cookie: cookieText({ selector, secret }) };
}

/** Notes who somebody is, as Salesforce has just said. */
export async function rememberPerson(tx: Tx, person: Session, now: number): Promise<void> {
  const { userId: id, companyId: company_id, userName: name, email, role } = person;
  const told = { company_id, name, email, role, is_active: 1, checked_at: now };
  await tx
    .insertInto("user")
    .values({ id, ...told })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(told))
    .execute();
}

const roleSchema = sessionSchema.shape.role;

/** The living session that a cookie names; whether its secret is worth anything is another question. */
export async function findFamily(
  db: Reader,
  { selector }: Pick<CookieSecret, "selector">,
  now: number,
): Promise<Family | null> {
  const [row] = await livingBySelector(db, { selector, now, idleSince: now - IDLE_SESSION_MS });
  return familyOf(row);
}

/** A living session by its id in the list of devices. */
export async function findFamilyById(db: Reader, id: string, now: number): Promise<Family | null> {
  const [row] = await livingById(db, { id, now, idleSince: now - IDLE_SESSION_MS });
  return familyOf(row);
}

type Reader = Store["db"] | Tx;

const living = (db: Reader, slot: SlotOf<"now" | "idleSince">) =>
  db
    .selectFrom("session_family")
    .innerJoin("user", "user.id", "session_family.user_id")
    .innerJoin("company", "company.id", "session_family.company_id")
    .where("ended_at", "is", null)
    .where("ends_at", ">", slot<number>("now"))
    .where("seen_at", ">", slot<number>("idleSince"))
    .selectAll("session_family")
    .select([
      "company.name as companyName",
      "user.name as userName",
      "user.email as email",
      "user.role as role",
      "user.is_active as active",
    ]);

const livingBySelector = prepared((db, slot: SlotOf<"selector" | "now" | "idleSince">) =>
  living(db, slot).where("selector", "=", slot<string>("selector")),
);
const livingById = prepared((db, slot: SlotOf<"id" | "now" | "idleSince">) =>
  living(db, slot).where("session_family.id", "=", slot<string>("id")),
);

type LivingRow = Awaited<ReturnType<typeof livingById>>[number];

function familyOf(row: LivingRow | undefined): Family | null {
  if (!row) return null;
  const { active, role, ...family } = row;
  return { ...family, role: z.parse(roleSchema, role), isActive: active === 1 };
}

/** The present secret has been shown: the answer that brought it has arrived. */
export const confirmSecret = (tx: Tx, family: Family, now: number): Promise<unknown> =>
  tx
    .updateTable("session_family")
    .set({ confirmed_at: now, seen_at: now })
    .where("id", "=", family.id)
    .where("secret_hash", "=", family.secret_hash)
    .execute();

/** Replaces the present secret. @returns the text for the cookie. */
export async function replaceSecret(
  tx: Tx,
  family: Family,
  secret: string,
  now: number,
): Promise<string> {
  const salt = newSecret();
  const successor = successorOf(secret, salt);
  const isPresent = hashOf(secret) === family.secret_hash;
  await tx
    .updateTable("session_family")
    .set({
      secret_hash: hashOf(successor),
      secret_at: now,
      // The successor of a secret that the browser should have forgotten is not the successor of the present one.
      previous_hash: isPresent ? family.secret_hash : hashOf(secret),
      successor_salt: salt,
      confirmed_at: null,
      seen_at: now,
    })
    .where("id", "=", family.id)
    .execute();
  return cookieText({ selector: family.selector, secret: successor });
}

/** The cookie that has replaced this one already. */
export const successorCookie = (
  { selector, successor_salt: salt }: Family,
  secret: string,
): string => cookieText({ selector, secret: successorOf(secret, salt ?? "") });

/**
 * Ends sessions for good; nothing on the tablets is touched by that. A person's sessions that are to be wiped live on: no
 * request of theirs changes anything but what the wipe needs.
 */
export async function endFamilies(
  tx: Tx,
  which: { readonly id: string } | { readonly userId: string },
  why: SessionEnd,
  now: number,
): Promise<void> {
  const ending = tx
    .updateTable("session_family")
    .set({ ended_at: now, ended_why: why })
    .where("ended_at", "is", null);
  await (
    "id" in which
      ? ending.where("id", "=", which.id)
      : ending.where("user_id", "=", which.userId).where("wipe_asked_at", "is", null)
  ).execute();
}

/** The role somebody was last known to have, or null when they are new. */
export async function lastRole(store: Store, userId: string): Promise<Session["role"] | null> {
  const row = await store.db
    .selectFrom("user")
    .select("role")
    .where("id", "=", userId)
    .executeTakeFirst();
  return z.safeParse(roleSchema, row?.role).data ?? null;
}
