import type { AnyFields } from "../../../shared/estimate/record.ts";
import { ensureCompany } from "../../store/companies.ts";
import { nextRevision, putRecord } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { customerFields, estimateFields, maria } from "../../sync/testing/estimate-fixtures.ts";

/** A company with a customer and an estimate at an address. */
export const COMPANY = maria.companyId;

export async function seedEstimate(
  store: Store,
  address: Partial<Record<"street" | "city" | "state" | "postalCode", string>> = {},
  id = "e1",
): Promise<void> {
  await store.write(async (tx) => {
    await ensureCompany(tx, { id: COMPANY, name: maria.companyName, now: 0 });
    const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: 0 };
    const put = (entity: "customer" | "estimate", recordId: string, fields: AnyFields) =>
      putRecord(tx, COMPANY, { entity, id: recordId, fields, deleted: false }, stamp);
    await put("customer", "c1", customerFields);
    await put("estimate", id, { ...estimateFields, ...address });
  });
}
