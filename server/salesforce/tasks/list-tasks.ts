import type { Transaction } from "kysely";
import { asRecordOf, type AnyRecord } from "../../../shared/estimate/record.ts";
import type { Task } from "../../../shared/salesforce/tasks.ts";
import type { Identity } from "../../identity.ts";
import { readRecord } from "../../store/records.ts";
import type { Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { isRefused } from "../send-again.ts";
import { choicesFor } from "./choices.ts";
import { accountsMatched, customerOfAccount } from "./matched-customers.ts";
import { openTasks, type StoredTask } from "./task-table.ts";

type Tx = Transaction<Database>;
type RecordUrl = (id: string) => string | null;

/** Of many tasks the oldest: more than people settle in a day. */
const MOST = 100;

/** What a person sees of the open tasks of their company; those of estimates that were reopened meanwhile are left out. */
export const listTasks = (
  store: Store,
  identity: Identity,
  recordUrl: RecordUrl,
): Promise<readonly Task[]> =>
  store.read(async (tx) => {
    const tasks: Task[] = [];
    for (const task of await openTasks(tx, identity.companyId)) {
      const estimate = await readRecord(tx, identity.companyId, "estimate", task.estimateId);
      if (estimate && isRefused(estimate))
        tasks.push(await seen(tx, identity, task, estimate, recordUrl));
      if (tasks.length === MOST) break;
    }
    return tasks;
  });

async function seen(
  tx: Tx,
  identity: Identity,
  task: StoredTask,
  estimate: AnyRecord,
  recordUrl: RecordUrl,
): Promise<Task> {
  const { companyId } = identity;
  const customerId = String(estimate.fields["customerId"]);
  const customer = await readRecord(tx, companyId, "customer", customerId);
  const accounts = await accountsMatched(tx, companyId, task.matches);
  const matches: Task["matches"] = [];
  for (const accountId of accounts) {
    const known = await customerOfAccount(tx, companyId, accountId);
    matches.push({ ...(picture(known) ?? UNKNOWN), accountId, url: recordUrl(accountId) });
  }
  const about = estimate.fields["crmOpportunityId"] ?? customer?.fields["salesforceAccountId"];
  return {
    id: task.id,
    kind: task.kind,
    estimateId: estimate.id,
    estimateTitle: String(estimate.fields["title"]),
    createdAt: new Date(task.createdAt).toISOString(),
    said: task.said,
    fields: [...task.fields],
    ours: customer && !customer.deleted ? picture(customer) : null,
    matches,
    choices: [...choicesFor(identity, task, estimate)],
    url: typeof about === "string" ? recordUrl(about) : null,
  };
}

const UNKNOWN = { name: "", phone: "", email: "", street: "", city: "" };

function picture(record: AnyRecord | null): typeof UNKNOWN | null {
  const customer = record && asRecordOf("customer", record.id, record.fields);
  if (!customer) return null;
  const { name, phone, email, street, city } = customer;
  return { name, phone, email, street, city };
}
