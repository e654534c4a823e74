import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Database } from "../store/schema.ts";

/** What is written down when somebody does something to another's things. */
export const auditActions = [
  "device.sign-out",
  "device.wipe",
  "device.wiped",
  "escrow.read",
  "pairing.used",
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditEntry {
  readonly companyId: string;
  /** Who did it. */
  readonly userId: string;
  readonly action: AuditAction;
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
