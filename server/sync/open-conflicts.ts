import type { Transaction } from "kysely";
import type { Clash } from "../../shared/sync/operations.ts";
import { asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";
import type { Identity } from "../identity.ts";
import type { Database } from "../store/schema.ts";
import type { WorkingSet } from "./working-set.ts";

type Place = Pick<Clash, "entity" | "id" | "field">;

/**
 * The open conflicts of an author during a push. Whoever comes back from a week away brings hundreds of clashes of one
 * estimate: its conflicts are read once, and found by their place from then on.
 */
export interface OpenConflicts {
  /** As they stand by now: one that was settled meanwhile is open no more, one that was extended stays extended. */
  at(estimateId: string | null, place: Place): Promise<readonly RecordOf<"conflict">[]>;
  /** A conflict has been opened at a place that `at` was asked about. */
  note(estimateId: string | null, place: Place, conflictId: string): void;
}

const keyOf = ({ entity, id, field }: Place): string => `${entity} ${id} ${field}`;

export function createOpenConflicts(
  tx: Transaction<Database>,
  identity: Identity,
  records: WorkingSet,
): OpenConflicts {
  const byEstimate = new Map<string | null, Map<string, string[]>>();

  async function read(estimateId: string | null): Promise<Map<string, string[]>> {
    const rows = await tx
      .selectFrom("record")
      .select("id")
      .where("company_id", "=", identity.companyId)
      .where("entity", "=", "conflict")
      .where("estimate_id", estimateId === null ? "is" : "=", estimateId)
      .where("updated_by", "=", identity.userId)
      .where("deleted", "=", 0)
      .execute();
    await records.preload(rows.map(({ id }) => ({ entity: "conflict", id })));
    const byPlace = new Map<string, string[]>();
    for (const { id } of rows) {
      const conflict = asRecordOf("conflict", id, (await records.read("conflict", id))?.fields);
      if (conflict?.state !== "open") continue;
      const { entity, entityId, field } = conflict;
      add(byPlace, `${entity} ${entityId} ${field}`, id);
    }
    return byPlace;
  }

  return {
    async at(estimateId, place) {
      const byPlace = byEstimate.get(estimateId) ?? (await read(estimateId));
      byEstimate.set(estimateId, byPlace);
      const open: RecordOf<"conflict">[] = [];
      for (const id of byPlace.get(keyOf(place)) ?? []) {
        const conflict = asRecordOf("conflict", id, (await records.read("conflict", id))?.fields);
        if (conflict?.state === "open") open.push(conflict);
      }
      return open;
    },
    note(estimateId, place, conflictId) {
      const byPlace = byEstimate.get(estimateId);
      if (byPlace) add(byPlace, keyOf(place), conflictId);
    },
  };
}

function add(byPlace: Map<string, string[]>, key: string, id: string): void {
  const ids = byPlace.get(key) ?? [];
  if (!ids.includes(id)) byPlace.set(key, [...ids, id]);
}
