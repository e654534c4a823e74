import type { Transaction } from "kysely";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import { asRecordOf } from "../../shared/estimate/record.ts";
import { estimateFault } from "../../shared/pricing/wire/estimate-fault.ts";
import { MAX_SURFACES } from "../../shared/pricing/wire/sent-estimate.ts";
import { readRecord, recordsOfEstimate } from "../store/records.ts";
import type { Database } from "../store/schema.ts";
import { assembleRecords } from "../sync/assemble-records.ts";
import { refusal, type Result } from "./refusal.ts";

/**
 * One of a company's estimates, from its records.
 *
 * @param today the day it is priced for unless it is accepted.
 */
export async function findEstimate(
  tx: Transaction<Database>,
  companyId: string,
  id: string,
  today: string,
): Promise<Result<Estimate>> {
  const record = await readRecord(tx, companyId, "estimate", id);
  if (record === undefined || record.deleted) return refusal({ code: "estimate_unknown", id });
  const fields = asRecordOf("estimate", id, record.fields);
  const estimate =
    fields && assembleRecords(fields, today, await recordsOfEstimate(tx, companyId, id));
  if (estimate === null) return invalid(estimateFault("unreadable", ""));
  const surfaces = countSurfaces(estimate);
  if (surfaces <= MAX_SURFACES) return { ok: true, value: estimate };
  return invalid(estimateFault("too_many", "areas.*.surfaces", surfaces, MAX_SURFACES));
}

const invalid = (fault: ReturnType<typeof estimateFault>) =>
  refusal({ code: "estimate_invalid", faults: [fault] });

/** Of all areas together. */
export const countSurfaces = ({
  areas,
}: {
  readonly areas: readonly { readonly surfaces: readonly unknown[] }[];
}): number => areas.reduce((count, { surfaces }) => count + surfaces.length, 0);
