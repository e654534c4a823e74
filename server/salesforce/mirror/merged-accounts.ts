import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { Database } from "../../store/schema.ts";
import type { SalesforceClient } from "../client.ts";
import { MAX_COLLECTION } from "../composite.ts";
import { type Answer, answered } from "../errors.ts";
import { moveCustomer } from "../move-customer.ts";
import type { Change } from "../put-changes.ts";
import { sendMovedAgain } from "../send-moved-again.ts";
import { knownRows } from "./mirror-rows.ts";

type Tx = Transaction<Database>;

/** A merge of a merge of a merge; more than that is a circle. */
const LONGEST_CHAIN = 10;

const deletedAccount = z.object({ Id: z.string(), MasterRecordId: z.nullable(z.string()) });

/**
 * Which Accounts the office has merged deleted ones into, by the deleted one's id; those that were simply deleted are
 * left out. The deletion log does not say it, the recycle bin does.
 */
export async function mastersOf(
  salesforce: Pick<SalesforceClient, "queryAll">,
  deletedIds: readonly string[],
): Promise<Answer<ReadonlyMap<string, string>>> {
  const direct = new Map<string, string>();
  for (let start = 0; start < deletedIds.length; start += MAX_COLLECTION) {
    const rows = await salesforce.queryAll(
      {
        from: "Account",
        select: ["Id", "MasterRecordId"],
        where: {
          all: [
            { field: "IsDeleted", is: "=", value: true },
            { field: "Id", is: "IN", value: deletedIds.slice(start, start + MAX_COLLECTION) },
          ],
        },
      },
      deletedAccount,
    );
    if (!rows.ok) return rows;
    for (const { Id, MasterRecordId } of rows.value)
      if (MasterRecordId !== null) direct.set(Id, MasterRecordId);
  }
  return answered(new Map([...direct.keys()].map((id) => [id, lastMaster(direct, id)])));
}

function lastMaster(direct: ReadonlyMap<string, string>, id: string): string {
  let master = id;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const next = direct.get(master);
    if (next === undefined) break;
    master = next;
  }
  return master;
}

/**
 * Our customer of a merged Account goes to that of its master, with everything that hangs on it. What Salesforce had
 * refused because the Account was gone is sent again.
 *
 * @returns what changes; nothing when we do not know the master, so that the customer is to be removed like any other.
 */
export async function mergeCustomer(
  tx: Tx,
  companyId: string,
  recordId: string,
  masterId: string,
  now: number,
): Promise<readonly Change[]> {
  const master = (await knownRows(tx, companyId, "Account", [masterId])).get(masterId);
  if (!master) return [];
  const moved = await moveCustomer(tx, companyId, recordId, master.recordId);
  return sendMovedAgain(tx, companyId, moved, "gone", { userId: "salesforce" }, now);
}
