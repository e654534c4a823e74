import type { AnyFields } from "../../../shared/estimate/record.ts";
import type { PaintboxDatabase } from "../database.ts";
import { fieldsOf } from "../database.ts";
import type { Local } from "../local.ts";
import type { Target, TombstoneRow } from "../rows.ts";
import type { EntityName } from "../../../shared/estimate/entities.ts";

/** Parts of an estimate that are removed and can come back; a surface that went with its area comes with it. */
export async function listRemoved(
  { database }: Local,
  estimateId: string,
): Promise<readonly TombstoneRow[]> {
  const [areas, surfaces, items] = await Promise.all(
    (["area", "surface", "item"] as const).map((entity) =>
      tombstones(database, entity)
        .filter(({ fields }) => fields["estimateId"] === estimateId)
        .toArray(),
    ),
  );
  const living = new Set(await database.area.where({ estimateId }).primaryKeys());
  const alone = (surfaces ?? []).filter(({ fields }) => living.has(String(fields["areaId"])));
  return [...(areas ?? []), ...alone, ...(items ?? [])];
}

export interface RemovedEstimate {
  readonly id: string;
  readonly fields: AnyFields;
  readonly customerName: string;
}

/** Estimates that were taken out of the list, the latest begun first. */
export async function listRemovedEstimates({
  database,
}: Local): Promise<readonly RemovedEstimate[]> {
  const rows = await tombstones(database, "estimate").toArray();
  const customers = await database.customer.bulkGet(
    rows.map(({ fields }) => String(fields["customerId"])),
  );
  return rows
    .map(({ id, fields }, at) => ({ id, fields, customerName: customers[at]?.name ?? "" }))
    .toSorted((one, other) =>
      String(other.fields["createdAt"]).localeCompare(String(one.fields["createdAt"])),
    );
}

const tombstones = (database: PaintboxDatabase, entity: EntityName) =>
  database.tombstone.where("[entity+id]").between([entity, ""], [entity, "\uffff"]);

/** A part of an estimate by its fields, living or removed: what an edit of it is called by. */
export interface KnownPart extends Target {
  readonly fields: AnyFields;
}

/** Every area, surface and line of an estimate that this tablet knows of, by id. */
export async function readParts(
  { database }: Local,
  estimateId: string,
): Promise<ReadonlyMap<string, KnownPart>> {
  const parts: KnownPart[] = [];
  for (const entity of ["area", "surface", "item"] as const) {
    const gone = await tombstones(database, entity)
      .filter(({ fields }) => fields["estimateId"] === estimateId)
      .toArray();
    const living = await database.rows(entity).where({ estimateId }).toArray();
    parts.push(
      ...gone,
      ...living.map((row) => ({ entity, id: row.id, fields: fieldsOf(entity, row) })),
    );
  }
  return new Map(parts.map((part) => [part.id, part]));
}
