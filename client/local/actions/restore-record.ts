import type { MutationName } from "../../../shared/sync/mutation.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { TombstoneRow } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";

/** What a painter can have removed and want back. */
export type Restorable = "estimate" | "area" | "surface" | "item";

const names = {
  estimate: "estimate.restore",
  area: "area.restore",
  surface: "surface.restore",
  item: "item.restore",
} as const satisfies Record<Restorable, MutationName>;

/**
 * Brings a removed record back, an area with the surfaces that went with it.
 *
 * `missing`: nothing of it is on this tablet any more, or it lives.
 */
export const restoreRecord = (
  local: Local,
  entity: Restorable,
  id: string,
): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const tombstone = await database.tombstone.get([entity, id]);
    if (!tombstone) return { code: "missing" };
    const parts = entity === "area" ? await surfacesOf(database, id) : [];
    return {
      name: names[entity],
      estimateId: entity === "estimate" ? id : String(tombstone.fields["estimateId"]),
      operations: [tombstone, ...parts].map(restoring),
      value: undefined,
    };
  });

const restoring = ({ entity, id }: TombstoneRow): Operation => ({ op: "restore", entity, id });

/**
 * The removed surfaces of an area: those that its removal took along, where this tablet knows of it; otherwise all,
 * because one too many is seen and removed again, and one too few is not missed until the paint is short.
 */
async function surfacesOf(
  database: PaintboxDatabase,
  areaId: string,
): Promise<readonly TombstoneRow[]> {
  const surfaces = await database.tombstone
    .where("[entity+id]")
    .between(["surface", ""], ["surface", "\uffff"])
    .filter(({ fields }) => fields["areaId"] === areaId)
    .toArray();
  const removal = await removalOf(database, areaId);
  if (!removal) return surfaces;
  const taken = new Set(removal.map(({ id }) => id));
  return surfaces.filter(({ id }) => taken.has(id));
}

/** What the last removal of an area took, from the edits that this tablet still holds. */
async function removalOf(
  database: PaintboxDatabase,
  areaId: string,
): Promise<readonly Operation[] | undefined> {
  const removes = ({ operations }: { readonly operations: readonly Operation[] }): boolean =>
    operations.some(({ op, entity, id }) => op === "remove" && entity === "area" && id === areaId);
  const waiting = await database.outbox.orderBy("seq").filter(removes).last();
  const sent = waiting ?? (await database.journal.orderBy("position").filter(removes).last());
  return sent?.operations;
}
