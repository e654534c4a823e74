import type { EntityName } from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { PaintboxDatabase } from "./database.ts";
import { isListedAlike, listedRow, listKey } from "./listed.ts";
import type { Row } from "./rows.ts";
import { searchColumns } from "./search-columns.ts";

/** Records of one entity as the view is to show them from now on. */
export interface RowChanges {
  readonly living: readonly { readonly id: string; readonly fields: AnyFields }[];
  /** By id. */
  readonly gone: readonly string[];
}

/**
 * The only writer of the view's tables: whatever changes a record, an edit here, a pull, a rescue file, its search
 * columns and its place in the list change in the same transaction.
 */
export async function writeRows(
  database: PaintboxDatabase,
  entity: EntityName,
  { living, gone }: RowChanges,
): Promise<void> {
  const ids = [...living.map(({ id }) => id), ...gone];
  const table = database.rows(entity);
  const rows = living.map(({ id, fields }) => ({
    id,
    ...fields,
    ...searchColumns(entity, fields),
  }));
  const put = async (): Promise<void> => {
    if (rows.length > 0) await table.bulkPut(rows);
    if (gone.length > 0) await table.bulkDelete([...gone]);
  };
  if (entity === "estimate") await relistEstimates(database, ids, put);
  else if (entity === "customer") await relistCustomers(database, ids, put);
  else await put();
}

async function relistEstimates(
  database: PaintboxDatabase,
  ids: readonly string[],
  put: () => Promise<void>,
): Promise<void> {
  const before = await database.estimate.bulkGet([...ids]);
  await put();
  const after = await database.estimate.bulkGet([...ids]);
  const keys = new Set(after.flatMap((row) => (row ? listKey(row) : [])));
  const stale = before.flatMap((row) => (row && !keys.has(listKey(row)) ? listKey(row) : []));
  if (stale.length > 0) await database.listed.bulkDelete(stale);
  const news = after.filter((row, index) => {
    const was = before[index];
    return row !== undefined && !(was && isListedAlike(was, row));
  });
  await list(
    database,
    news.filter((row) => row !== undefined),
  );
}

async function relistCustomers(
  database: PaintboxDatabase,
  ids: readonly string[],
  put: () => Promise<void>,
): Promise<void> {
  const before = await database.customer.bulkGet([...ids]);
  await put();
  // Customers come before estimates: a first pull of thousands looks for nothing.
  if ((await database.estimate.count()) === 0) return;
  const after = await database.customer.bulkGet([...ids]);
  const changed = ids.filter((_, index) => !isNamedAlike(before[index], after[index]));
  if (changed.length === 0) return;
  await list(database, await database.estimate.where("customerId").anyOf(changed).toArray());
}

const isNamedAlike = (
  one: Row<"customer"> | undefined,
  other: Row<"customer"> | undefined,
): boolean => one !== undefined && one.name === other?.name && one.phone === other.phone;

async function list(
  database: PaintboxDatabase,
  estimates: readonly Row<"estimate">[],
): Promise<void> {
  if (estimates.length === 0) return;
  const ids = [...new Set(estimates.map(({ customerId }) => customerId))];
  const customers = new Map(
    (await database.customer.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row] as const] : [])),
  );
  await database.listed.bulkPut(
    estimates.map((row) => listedRow(row, customers.get(row.customerId))),
  );
}
