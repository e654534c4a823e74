import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Clock } from "../clock.ts";
import type { Audit } from "../observe/audit.ts";
import type { Log } from "../observe/log.ts";
import type { Database } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/** What is written down when somebody does something to others' things. */
export interface AuditEntry {
  readonly companyId: string;
  /** Who did it. */
  readonly userId: string;
  /** What was done: "device.wipe". */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  /** Unix milliseconds. */
  readonly at: number;
  /** Codes and counts; no names, addresses or secrets. */
  readonly detail?: Readonly<Record<string, string | number | null>> | undefined;
}

/** Writes an entry down in the transaction that does what it says: neither is there without the other. */
export async function writeAudit(tx: Transaction<Database>, entry: AuditEntry): Promise<void> {
  const { companyId, userId, action, subject, at, detail = {} } = entry;
  await tx
    .insertInto("audit")
    .values({
      id: randomUUID(),
      company_id: companyId,
      user_id: userId,
      action,
      subject,
      at,
      detail: JSON.stringify(detail),
    })
    .execute();
}

/** Keeps what was done outside a transaction of its own, in the store and as a line of the log. */
export const auditInStore =
  ({ store, clock, log }: AuditParts): Audit =>
  async ({ by, action, subject }) => {
    const { companyId, userId } = by;
    const entry = { companyId, userId, action, subject, at: clock.now() };
    await store.write((tx) => writeAudit(tx, entry));
    log.info("audit", { company: companyId, user: userId, action, subject });
  };

export interface AuditParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}
