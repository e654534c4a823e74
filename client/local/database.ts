import type { Table } from "dexie";
import {
  type EntityName,
  entities,
  fieldNames,
  isEntityName,
  type Scalar,
} from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { RecordState } from "../../shared/sync/operations.ts";
import type {
  AnyRow,
  HistoryRow,
  JournalRow,
  ListedRow,
  OutboxRow,
  RejectedEdit,
  Row,
  ShadowRow,
  SyncMeta,
  Target,
  TombstoneRow,
  WantedEstimate,
} from "./rows.ts";
import { type DatabaseOptions, HealthyDatabase } from "./healthy-database.ts";
import { listEverything } from "./list-everything.ts";
import { upgradeRecords } from "./upgrade-records.ts";
import { writeRows } from "./write-rows.ts";

/** Version 1. A version that was released is never edited. */
const firstTables = {
  customer: "id, nameKey, *words",
  contact: "id, customerId, *words",
  opportunity: "id, customerId",
  estimate: "id, createdAt, customerId",
  area: "id, estimateId",
  surface: "id, estimateId, areaId",
  item: "id, estimateId",
  priceBook: "id",
  conflict: "id, estimateId",
  tombstone: "[entity+id]",
  shadow: "[entity+id]",
  outbox: "seq, &id, state, estimateId",
  journal: "id, position, rev",
  rejected: "id, estimateId",
  history: "++position, [estimateId+stack]",
  meta: "key",
};

/** Version 2, for schema 2 of records. */
const secondTables = {
  priceBook: "id, version",
  bookDraft: "id",
  bookChange: "id, draftId",
} satisfies Record<Exclude<EntityName, keyof typeof firstTables>, string> & Record<string, string>;

/** Version 3, for schema 3 of records. */
const thirdTables = { wanted: "estimateId" };

/** Version 4: the list of estimates with its own indexes; version 5: with all that it shows. */
const fourthTables = { listed: "key, [status+key], *words" };

/**
 * One painter's records on this tablet.
 *
 * Versions only ever add tables and indexes. An upgrade takes nothing out of the outbox, and an edit in it keeps
 * its id and its number.
 */
export class PaintboxDatabase extends HealthyDatabase {
  declare readonly customer: Table<Row<"customer">, string>;
  declare readonly contact: Table<Row<"contact">, string>;
  declare readonly opportunity: Table<Row<"opportunity">, string>;
  declare readonly estimate: Table<Row<"estimate">, string>;
  declare readonly area: Table<Row<"area">, string>;
  declare readonly surface: Table<Row<"surface">, string>;
  declare readonly item: Table<Row<"item">, string>;
  declare readonly priceBook: Table<Row<"priceBook">, string>;
  declare readonly bookDraft: Table<Row<"bookDraft">, string>;
  declare readonly bookChange: Table<Row<"bookChange">, string>;
  declare readonly conflict: Table<Row<"conflict">, string>;
  declare readonly tombstone: Table<TombstoneRow, [string, string]>;
  declare readonly shadow: Table<ShadowRow, [string, string]>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly journal: Table<JournalRow, string>;
  declare readonly rejected: Table<RejectedEdit, string>;
  declare readonly history: Table<HistoryRow, number>;
  declare readonly wanted: Table<WantedEstimate, string>;
  declare readonly listed: Table<ListedRow, string>;
  declare readonly meta: Table<SyncMeta, string>;

  constructor(name: string, options: DatabaseOptions = {}) {
    super(name, options);
    this.version(1).stores(firstTables);
    this.version(2).stores(secondTables).upgrade(upgradeRecords);
    this.version(3).stores(thirdTables).upgrade(upgradeRecords);
    this.version(4).stores(fourthTables);
    this.version(5).upgrade(listEverything);
  }

  /** The table of an entity that is known only at run time. */
  rows(entity: EntityName): Table<AnyRow, string> {
    return this.table<AnyRow, string>(entity);
  }
}

export const databaseName = (companyId: string, userId: string): string =>
  `paintbox-${companyId}-${userId}`;

/** The same person's photos that wait to be sent. The name is none that `ownersHere` takes for a person's records. */
export const photosDatabaseName = (companyId: string, userId: string): string =>
  photosNameOf(databaseName(companyId, userId));

/** By the name of the records that they belong to. */
export const photosNameOf = (records: string): string => `photos-${records}`;

/** The same person's sample. The name is none that `ownersHere` takes for a person's records. */
export const sampleDatabaseName = (companyId: string, userId: string): string =>
  `sample-${databaseName(companyId, userId)}`;

export const entityNames: readonly EntityName[] = Object.keys(entities).filter(isEntityName);

const isScalar = (value: AnyRow[string]): value is Scalar =>
  value === null || (value !== undefined && typeof value !== "object");

/** A row's fields without its id and without the columns for our indexes, in the order of the schema. */
export function fieldsOf(entity: EntityName, row: AnyRow): AnyFields {
  const fields: Record<string, Scalar> = {};
  for (const name of fieldNames(entity)) {
    const value = row[name];
    if (isScalar(value)) fields[name] = value;
  }
  return fields;
}

/** How a record stands in the view: living, removed, or (undefined) unknown. */
export async function readState(
  database: PaintboxDatabase,
  { entity, id }: Target,
): Promise<RecordState | undefined> {
  const row = await database.rows(entity).get(id);
  if (row) return { fields: fieldsOf(entity, row), deleted: false };
  const tombstone = await database.tombstone.get([entity, id]);
  return tombstone && { fields: tombstone.fields, deleted: true };
}

/** Makes the view show a record as it should stand; undefined takes it away altogether. */
export async function writeState(
  database: PaintboxDatabase,
  { entity, id }: Target,
  state: RecordState | undefined,
): Promise<void> {
  const living = state && !state.deleted ? [{ id, fields: state.fields }] : [];
  await writeRows(database, entity, { living, gone: living.length === 0 ? [id] : [] });
  if (state?.deleted) await database.tombstone.put({ entity, id, fields: state.fields });
  else await database.tombstone.delete([entity, id]);
}
