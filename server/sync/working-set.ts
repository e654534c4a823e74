import type { Transaction } from "kysely";
import type { EntityName } from "../../shared/estimate/entities.ts";
import type { AnyRecord } from "../../shared/estimate/record.ts";
import type { RecordState } from "../../shared/sync/operations.ts";
import {
  type ChangeStamp,
  livingRecords,
  putStamped,
  readRecord,
  readRecords,
  recordsOfEstimate,
  type StampedRecord,
} from "../store/records.ts";
import type { Database } from "../store/schema.ts";

/** A record as it stands inside a push: read once, then as the mutations before left it. */
export interface WorkingRecord extends RecordState {
  readonly entity: EntityName;
  readonly id: string;
}

/**
 * The records a push works on. A mutation's changes are staged first: `keep` gives them a revision, `discard` forgets
 * them, so that a rejected mutation leaves nothing behind. What is kept is written together, by `flush`.
 */
export interface WorkingSet {
  /** Reads several at once, so that `read` finds them without asking the database one by one. */
  preload(named: Iterable<Pick<WorkingRecord, "entity" | "id">>): Promise<void>;
  read(entity: EntityName, id: string): Promise<RecordState | undefined>;
  /** Everything of an estimate, tombstones included, staged changes included. */
  readEstimate(estimateId: string): Promise<readonly WorkingRecord[]>;
  /** Everything of an entity that is not deleted, staged changes included. */
  readLiving(entity: EntityName): Promise<readonly WorkingRecord[]>;
  stage(entity: EntityName, id: string, state: RecordState): void;
  hasStaged(): boolean;
  /** What was staged is a change now; it is written with the next `flush`. */
  keep(stamp: ChangeStamp): void;
  discard(): void;
  /** Writes what was kept. Call it at the end, and before anybody else reads records in this transaction. */
  flush(): Promise<void>;
}

const keyOf = (entity: EntityName, id: string): string => `${entity} ${id}`;

export function createWorkingSet(tx: Transaction<Database>, companyId: string): WorkingSet {
  const known = new Map<string, RecordState | undefined>();
  const staged = new Map<string, WorkingRecord>();
  const unwritten = new Map<string, StampedRecord>();
  const working = ({ entity, id, fields, deleted }: AnyRecord): WorkingRecord =>
    staged.get(keyOf(entity, id)) ?? { entity, id, fields, deleted };
  const flush = async (): Promise<void> => {
    if (unwritten.size === 0) return;
    await putStamped(tx, companyId, [...unwritten.values()]);
    unwritten.clear();
  };

  return {
    async preload(named) {
      const byEntity = Map.groupBy(named, ({ entity }) => entity);
      for (const [entity, group] of byEntity) {
        const ids = new Set(group.map(({ id }) => id));
        const unread = [...ids].filter((id) => !known.has(keyOf(entity, id)));
        for (const id of unread) known.set(keyOf(entity, id), undefined);
        for (const record of await readRecords(tx, companyId, entity, unread))
          known.set(keyOf(entity, record.id), record);
      }
    },
    async read(entity, id) {
      const key = keyOf(entity, id);
      if (staged.has(key)) return staged.get(key);
      if (!known.has(key)) known.set(key, await readRecord(tx, companyId, entity, id));
      return known.get(key);
    },
    async readEstimate(estimateId) {
      await flush();
      const rows = await recordsOfEstimate(tx, companyId, estimateId);
      const found = new Set(rows.map((row) => keyOf(row.entity, row.id)));
      const added = [...staged.values()].filter(
        ({ entity, id, fields }) =>
          fields["estimateId"] === estimateId && !found.has(keyOf(entity, id)),
      );
      return [...rows.map(working), ...added];
    },
    async readLiving(entity) {
      await flush();
      const rows = await livingRecords(tx, companyId, entity);
      const changed = [...staged.values()].filter((record) => record.entity === entity);
      const byId = new Map([...rows.map(working), ...changed].map((record) => [record.id, record]));
      return [...byId.values()].filter(({ deleted }) => !deleted);
    },
    stage(entity, id, state) {
      staged.set(keyOf(entity, id), { entity, id, ...state });
    },
    hasStaged: () => staged.size > 0,
    keep(stamp) {
      for (const [key, record] of staged) {
        known.set(key, record);
        unwritten.set(key, { record, stamp });
      }
      staged.clear();
    },
    discard: () => staged.clear(),
    flush,
  };
}
