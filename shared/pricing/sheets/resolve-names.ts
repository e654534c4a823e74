import type { KeyedList } from "../known-keys.ts";
import { folded } from "./choices.ts";
import type { Table } from "./column.ts";
import type { AllRows } from "./place-tables.ts";
import type { ReadRow } from "./read-rows.ts";

/** The keys of the entries by their names, of names that only one has. */
type KeysByName = ReadonlyMap<string, string | null>;

/** The lists whose entries share a sheet with others, by the value of its first column. */
const sharedBy = "@kind";

const listOf = (table: Table, { values }: ReadRow): unknown =>
  table.id === "multipliers" ? values.get(sharedBy) : table.holds[0];

function namesIn(tables: readonly Table[], all: AllRows): ReadonlyMap<unknown, KeysByName> {
  const lists = new Map<unknown, Map<string, string | null>>();
  for (const table of tables) {
    for (const row of all.get(table.id) ?? []) {
      const key = row.values.get("key");
      if (typeof key !== "string") continue;
      const list = listOf(table, row);
      const names = lists.get(list) ?? new Map<string, string | null>();
      lists.set(list, names);
      // A key is a name, too, and goes before all others.
      names.set(key, key);
      const labels = new Set(
        ["label.en", "label.es"].flatMap((at) => {
          const label = row.values.get(at);
          return typeof label === "string" ? [folded(label)] : [];
        }),
      );
      for (const label of labels) {
        if (names.get(label) !== label) names.set(label, names.has(label) ? null : key);
      }
    }
  }
  return lists;
}

/**
 * Puts keys where people wrote the names of entries: `Spray, back-rolled` for `spray-back-roll`. What is neither a key
 * nor the name of exactly one entry stays for the check to name.
 */
export function resolveNames(tables: readonly Table[], all: AllRows): AllRows {
  const names = namesIn(tables, all);
  const resolved = (list: KeyedList, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((entry: unknown) => resolved(list, entry));
    if (typeof value !== "string") return value;
    const known = names.get(list);
    return known?.has(value) === true ? value : (known?.get(folded(value)) ?? value);
  };
  return new Map(
    tables.map((table) => {
      const rows = (all.get(table.id) ?? []).map((row) => {
        const values = new Map(row.values);
        for (const { at, cell } of table.columns) {
          const isRef = cell.kind === "ref" || cell.kind === "refs";
          if (isRef && values.has(at)) values.set(at, resolved(cell.list, values.get(at)));
        }
        return { ...row, values };
      });
      return [table.id, rows];
    }),
  );
}
