import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "./schema.ts";

type Value = string | number | null;

/** Where a value goes when the query runs. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Stands for a value in a query that is made once. */
export type SlotOf<Name extends string> = <T extends Value>(name: Name) => RawBuilder<T>;

/**
 * A query that is built and turned into SQL once for each kind of database, not each time it runs. Kysely takes five
 * times as long for that as SQLite for an answer of one row, and every request looks its session up (bench `mixed`).
 *
 * @param build the query; it stays the same whatever the values are.
 * @returns runs it with a value for each slot.
 */
export function prepared<Name extends string, Row>(
  build: (db: Kysely<Database>, slot: SlotOf<Name>) => Compilable<Row>,
): (db: Kysely<Database>, values: Readonly<Record<Name, Value>>) => Promise<Row[]> {
  const slot: SlotOf<Name> = (name) => sql`${new Slot(name)}`;
  /** By the class of Kysely's adapter: each kind of database has its own words for a parameter. */
  const compiledFor = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, values) => {
    const known: Readonly<Record<string, Value>> = values;
    const kind = db.getExecutor().adapter.constructor;
    const compiled = compiledFor.get(kind) ?? build(db, slot).compile();
    compiledFor.set(kind, compiled);
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Slot ? known[parameter.name] : parameter,
    );
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}
