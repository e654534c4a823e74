import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../observe/log.ts";
import type { SalesforceClient } from "../salesforce/client.ts";
import type { Store } from "../store/store.ts";
import { endFamilies } from "./families.ts";
import { askPerson } from "./standing-of-person.ts";

/** What Salesforce said of a person is believed for this long. */
export const PERSON_KEPT_MS = 15 * 60_000;
/** A tablet that refreshes does not wait longer than this for Salesforce; the answer counts from the next refresh on. */
const PATIENCE_MS = 2_000;

export interface PersonCheck {
  /**
   * Sees to it that a person's role, and whether they still work there, are of the last quarter of an hour. Whoever was
   * deactivated has no session afterwards. Never throws: when Salesforce is away, what was known stands.
   */
  (userId: string): Promise<void>;
}

export function createPersonCheck(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly salesforce: Pick<SalesforceClient, "query">;
  readonly patienceMs?: number | undefined;
}): PersonCheck {
  const { store, clock, log, salesforce, patienceMs = PATIENCE_MS } = parts;
  const underWay = new Map<string, Promise<void>>();

  async function ask(userId: string): Promise<void> {
    const known = await store.db
      .selectFrom("user")
      .select("checked_at")
      .where("id", "=", userId)
      .executeTakeFirst();
    if (known && clock.now() - known.checked_at < PERSON_KEPT_MS) return;
    const person = await askPerson(salesforce, userId);
    if (!person) return;
    const now = clock.now();
    await store.write(async (tx) => {
      const { role, isActive } = person;
      await tx
        .updateTable("user")
        .set({ role, is_active: isActive ? 1 : 0, checked_at: now })
        .where("id", "=", userId)
        .execute();
      if (!isActive) await endFamilies(tx, { userId }, "deactivated", now);
    });
    if (!person.isActive) log.info("session.deactivated", { user: userId });
  }

  return async (userId) => {
    const asking =
      underWay.get(userId) ??
      ask(userId)
        .catch((error: unknown) => log.error("session.check-failed", errorFields(error)))
        .finally(() => underWay.delete(userId));
    underWay.set(userId, asking);
    await Promise.race([asking, after(patienceMs)]);
  };
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
