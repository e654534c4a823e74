import type { Transaction } from "kysely";
import type { EntityName } from "../../shared/estimate/entities.ts";
import type { AnyRecord } from "../../shared/estimate/record.ts";
import type { RecordState } from "../../shared/sync/operations.ts";
import { livingRecords, readRecord, recordsOfEstimate } from "../store/records.ts";
import type { Database } from "../store/schema.ts";

/** A record as it stands inside a push: read once, then as the mutations before left it. */
export interface WorkingRecord extends RecordState {
  readonly entity: EntityName;
  readonly id: string;
}

/**
 * The records a push works on. A mutation's changes are staged first: `take` hands them over to be
 * written, `discard` forgets them, so that a rejected mutation leaves nothing behind.
 */
export interface WorkingSet {
  read(entity: EntityName, id: string): Promise<RecordState | undefined>;
  /** Everything of an estimate, tombstones included, staged changes included. */
  readEstimate(estimateId: string): Promise<readonly WorkingRecord[]>;
  /** Everything of an entity that is not deleted, staged changes included. */
  readLiving(entity: EntityName): Promise<readonly WorkingRecord[]>;
  stage(entity: EntityName, id: string, state: RecordState): void;
  take(): readonly WorkingRecord[];
  discard(): void;
}

const keyOf = (entity: EntityName, id: string): string => `${entity} ${id}`;

export function createWorkingSet(tx: Transaction<Database>, companyId: string): WorkingSet {
  const known = new Map<string, RecordState | undefined>();
  const staged = new Map<string, WorkingRecord>();
  const working = ({ entity, id, fields, deleted }: AnyRecord): WorkingRecord =>
    staged.get(keyOf(entity, id)) ?? { entity, id, fields, deleted };

  return {
    async read(entity, id) {
      const key = keyOf(entity, id);
      if (staged.has(key)) return staged.get(key);
      if (!known.has(key)) known.set(key, await readRecord(tx, companyId, entity, id));
      return known.get(key);
    },
    async readEstimate(estimateId) {
      const rows = await recordsOfEstimate(tx, companyId, estimateId);
      const found = new Set(rows.map((row) => keyOf(row.entity, row.id)));
      const added = [...staged.values()].filter(
        ({ entity, id, fields }) =>
          fields["estimateId"] === estimateId && !found.has(keyOf(entity, id)),
      );
      return [...rows.map(working), ...added];
    },
    async readLiving(entity) {
      const rows = await livingRecords(tx, companyId, entity);
      const changed = [...staged.values()].filter((record) => record.entity === entity);
      const byId = new Map([...rows.map(working), ...changed].map((record) => [record.id, record]));
      return [...byId.values()].filter(({ deleted }) => !deleted);
    },
    stage(entity, id, state) {
      staged.set(keyOf(entity, id), { entity, id, ...state });
    },
    take() {
      const changed = [...staged.values()];
      for (const record of changed) known.set(keyOf(record.entity, record.id), record);
      staged.clear();
      return changed;
    },
    discard: () => staged.clear(),
  };
}
