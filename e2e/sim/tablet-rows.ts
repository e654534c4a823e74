import type { EntityName } from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { OutboxRow, ShadowRow, TombstoneRow } from "../../client/local/rows.ts";
import { entityNames, fieldsOf } from "../../client/local/database.ts";
import type { AnyRow } from "../../client/local/rows.ts";
import type { Disk } from "./disk.ts";

export type { OutboxRow } from "../../client/local/rows.ts";

const isRow = (value: unknown): value is AnyRow =>
  typeof value === "object" && value !== null && "id" in value;
const isOutboxRow = (value: unknown): value is OutboxRow => isRow(value) && "operations" in value;
const isShadowRow = (value: unknown): value is ShadowRow => isRow(value) && "state" in value;
const isTombstone = (value: unknown): value is TombstoneRow => isRow(value) && "fields" in value;

export const asOutboxRows = (rows: readonly unknown[]): readonly OutboxRow[] =>
  rows.filter(isOutboxRow);

/** A record as one line, with its fields in the order of their names. */
export const asText = (entity: EntityName, id: string, fields: AnyFields): string =>
  `${entity} ${id} ${fieldsText(fields)}`;

/** Price books are tens of kilobytes and never change: their length tells them apart. */
const LONG = 1000;

export function fieldsText(fields: AnyFields): string {
  let text = "";
  for (const name of Object.keys(fields).toSorted()) {
    const value = fields[name];
    const isLong = typeof value === "string" && value.length > LONG;
    text += `${name}=${isLong ? value.length : JSON.stringify(value)} `;
  }
  return text;
}

/** What a tablet shows, one line a record. */
export const viewOf = (disk: Disk): readonly string[] =>
  entityNames.flatMap((entity) =>
    disk
      .rows(entity)
      .filter(isRow)
      .map((row) => asText(entity, row.id, fieldsOf(entity, row))),
  );

/** What a tablet keeps of removed records, one line each. */
export const tombstonesOf = (disk: Disk): readonly string[] =>
  tombstoneRowsOf(disk).map(({ entity, id, fields }) => asText(entity, id, fields));

export const tombstoneRowsOf = (disk: Disk): readonly TombstoneRow[] =>
  disk.rows("tombstone").filter(isTombstone);

export const shadowsOf = (disk: Disk): readonly ShadowRow[] =>
  disk.rows("shadow").filter(isShadowRow);

/**
 * Where a tablet does not show the server's copy with its own waiting edits on top (R5), in words. Records without
 * waiting edits are shown as they came; what they are held against is the server, at the end.
 */
export function overlayProblems(disk: Disk, outbox: readonly OutboxRow[]): readonly string[] {
  if (outbox.length === 0) return [];
  const shadows = new Map(
    shadowsOf(disk).map((shadow) => [`${shadow.entity} ${shadow.id}`, shadow]),
  );
  const expected = new Map<string, { fields: AnyFields; deleted: boolean } | null>();
  const problems: string[] = [];
  for (const { operations } of outbox.toSorted((one, other) => one.seq - other.seq))
    for (const operation of operations) {
      const key = `${operation.entity} ${operation.id}`;
      const shadow = shadows.get(key);
      if (!shadow) {
        problems.push(`${key} without the server's copy of it`);
        continue;
      }
      const before = expected.has(key) ? expected.get(key) : shadow.state;
      switch (operation.op) {
        case "add":
          expected.set(key, before ?? { fields: operation.fields, deleted: false });
          break;
        case "set":
          expected.set(
            key,
            before
              ? { ...before, fields: { ...before.fields, [operation.field]: operation.to } }
              : null,
          );
          break;
        case "remove":
        case "restore":
          expected.set(key, before ? { ...before, deleted: operation.op === "remove" } : null);
      }
    }
  for (const [key, state] of expected) {
    const [entity, id] = key.split(" ");
    const shown = entityNames.find((name) => name === entity);
    if (!shown || !id) continue;
    const row = disk.rowOf(shown, id);
    const has = isRow(row) ? fieldsText(fieldsOf(shown, row)) : null;
    const wants = state && !state.deleted ? fieldsText(state.fields) : null;
    if (has !== wants)
      problems.push(`${key} as ${has ?? "removed"} and not as ${wants ?? "removed"}`);
  }
  return problems;
}
