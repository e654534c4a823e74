import { writeAudit } from "../audit/audit.ts";
import type { Identity } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { endFamilies, type Family } from "./families.ts";

/** `not_found` also for a device that somebody may not see. */
export type OrderResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: "not_found" };

export interface Order {
  readonly by: Identity;
  /** Of the list of devices. */
  readonly deviceId: string;
  readonly now: number;
}

/** Signs a device out. Its records stay on it; what waits is sent when its person signs in again. */
export const signOutDevice = (store: Store, order: Order): Promise<OrderResult> =>
  carryOut(store, order, "device.sign-out", (tx) =>
    endFamilies(tx, { id: order.deviceId }, "signed-out-remotely", order.now),
  );

/**
 * Has a device send its work and forget everything, at its next contact. One that was signed out remotely, or whose person
 * has left, is let in once more for that and nothing else.
 */
export const wipeDevice = (store: Store, order: Order): Promise<OrderResult> =>
  carryOut(store, order, "device.wipe", (tx) =>
    tx
      .updateTable("session_family")
      .set({ wipe_asked_at: order.now, ended_at: null, ended_why: null })
      .where("id", "=", order.deviceId)
      .where("wiped_at", "is", null)
      .where("wipe_asked_at", "is", null)
      .execute(),
  );

type Tx = Parameters<Parameters<Store["write"]>[0]>[0];
type Work = (tx: Tx) => Promise<unknown>;

function carryOut(
  store: Store,
  { by, deviceId, now }: Order,
  action: "device.sign-out" | "device.wipe",
  work: Work,
): Promise<OrderResult> {
  const { companyId, userId, role } = by;
  return store.write(async (tx): Promise<OrderResult> => {
    const device = await tx
      .selectFrom("session_family")
      .select(["user_id", "waiting"])
      .where("id", "=", deviceId)
      .where("company_id", "=", companyId)
      .$if(role !== "manager", (query) => query.where("user_id", "=", userId))
      .executeTakeFirst();
    if (!device) return { ok: false, error: "not_found" };
    await work(tx);
    const detail = { of: device.user_id, waiting: device.waiting };
    await writeAudit(tx, { companyId, userId, action, subject: deviceId, at: now, detail });
    return { ok: true };
  });
}

/** The tablet has handed in its work and deleted everything: its session is over. */
export function concludeWipe(store: Store, family: Family, now: number): Promise<void> {
  return store.write(async (tx) => {
    const sent = await countSentSince(tx, family);
    await tx
      .updateTable("session_family")
      .set({ wiped_at: now, wipe_sent: sent, waiting: 0 })
      .where("id", "=", family.id)
      .execute();
    await endFamilies(tx, { id: family.id }, "wiped", now);
    await writeAudit(tx, {
      companyId: family.company_id,
      userId: family.user_id,
      action: "device.wiped",
      subject: family.id,
      at: now,
      detail: { sent },
    });
  });
}

/** Edits that came from this device after the wipe was asked for, by whichever of its tabs. */
async function countSentSince(tx: Tx, family: Family): Promise<number> {
  const { count } = await tx
    .selectFrom("mutation")
    .innerJoin("client", "client.id", "mutation.client_id")
    .where("client.device_id", "=", family.device_id ?? "")
    .where("client.user_id", "=", family.user_id)
    .where("client.company_id", "=", family.company_id)
    .where("mutation.at_server", ">=", family.wipe_asked_at ?? 0)
    .select((of) => of.fn.countAll<number | string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What is kept of a device's unsent work: for its author, and for managers, who are written down. */
export function readEscrow(
  store: Store,
  { by, deviceId, now }: Order,
  escrowId: string,
): Promise<{ readonly userId: string; readonly content: string } | null> {
  const { companyId, userId, role } = by;
  return store.write(async (tx) => {
    const escrow = await tx
      .selectFrom("escrow")
      .select(["user_id as author", "content", "edits"])
      .where("id", "=", escrowId)
      .where("family_id", "=", deviceId)
      .where("company_id", "=", companyId)
      .$if(role !== "manager", (query) => query.where("user_id", "=", userId))
      .executeTakeFirst();
    if (!escrow) return null;
    const { author, content, edits } = escrow;
    const entry = { companyId, userId, action: "escrow.read", subject: escrowId, at: now } as const;
    await writeAudit(tx, { ...entry, detail: { of: author, edits } });
    return { userId: author, content };
  });
}
