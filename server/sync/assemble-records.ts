import type { EntityName } from "../../shared/estimate/entities.ts";
import { assembleEstimate, type Estimate } from "../../shared/estimate/estimate.ts";
import { type AnyRecord, asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";

type LooseRecord = Pick<AnyRecord, "entity" | "id" | "fields" | "deleted">;

/**
 * An estimate from its own record and all that belong to it, tombstones included.
 *
 * @param today as `assembleEstimate` takes it.
 * @returns null when a record does not pass its schema: it cannot be priced by this build.
 */
export function assembleRecords(
  estimate: RecordOf<"estimate">,
  today: string,
  records: readonly LooseRecord[],
): Estimate | null {
  const areas = livingOf("area", records);
  const surfaces = livingOf("surface", records);
  const items = livingOf("item", records);
  return areas && surfaces && items && assembleEstimate(estimate, areas, surfaces, items, today);
}

function livingOf<E extends EntityName>(
  entity: E,
  records: readonly LooseRecord[],
): readonly RecordOf<E>[] | null {
  const living = records
    .filter((record) => record.entity === entity && !record.deleted)
    .map((record) => asRecordOf(entity, record.id, record.fields));
  const sound = living.filter((record) => record !== null);
  return sound.length === living.length ? sound : null;
}
