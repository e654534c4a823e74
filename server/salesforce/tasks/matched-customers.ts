import type { Transaction } from "kysely";
import type { AnyRecord } from "../../../shared/estimate/record.ts";
import { readRecord } from "../../store/records.ts";
import type { Database } from "../../store/schema.ts";
import { knownRows } from "../mirror/mirror-rows.ts";

type Tx = Transaction<Database>;

const ACCOUNT_PREFIX = "001";
const CONTACT_PREFIX = "003";

/** Our record of an Account, living or not; null when the mirror has not met it. */
export async function customerOfAccount(
  tx: Tx,
  companyId: string,
  accountId: string,
): Promise<AnyRecord | null> {
  const rows = await knownRows(tx, companyId, "Account", [accountId]);
  const row = rows.get(accountId);
  return (row && (await readRecord(tx, companyId, "customer", row.recordId))) ?? null;
}

/** The Accounts behind what a duplicate rule found: the Accounts themselves, and those of Contacts that we know. */
export async function accountsMatched(
  tx: Tx,
  companyId: string,
  matches: readonly string[],
): Promise<readonly string[]> {
  const contacts = matches.filter((id) => id.startsWith(CONTACT_PREFIX));
  const rows = await knownRows(tx, companyId, "Contact", contacts);
  const found = matches.filter((id) => id.startsWith(ACCOUNT_PREFIX));
  for (const { fields } of rows.values()) {
    const customer = await readRecord(tx, companyId, "customer", String(fields["customerId"]));
    const accountId = customer?.fields["salesforceAccountId"];
    if (typeof accountId === "string") found.push(accountId);
  }
  return [...new Set(found)];
}
