import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type { Pool, PoolClient } from "pg";
import { isAnswer, namedPostgresError } from "./postgres-error.ts";
import { isAway } from "./store-error.ts";

/** Waits before connecting again, in milliseconds: a connection refused for a moment is nobody's error. */
const CONNECT_AGAIN_AFTER = [50, 150, 400];
/** A connection that timed out took this long already, and is not tried again by the same request. */
const TRIED_LONG_ENOUGH_MS = 2000;

/**
 * Lets Kysely speak to Postgres through `pg`, directly or behind PgBouncer in transaction mode: statements
 * have no names and nothing is kept in the session. Failures come as `StoreError` where they have a name.
 */
export function nodePostgresDialect(pool: Pool): Dialect {
  return {
    createAdapter: () => new UnlockedAdapter(),
    createDriver: (): Driver => new NodePostgresDriver(pool),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/**
 * Kysely would lock migrations for the session. Behind PgBouncer the next statement may run in another one,
 * and the lock would outlive us; postgres-store.ts locks for its transaction instead.
 */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class NodePostgresDriver implements Driver {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    const began = performance.now();
    for (let attempt = 0; ; attempt += 1) {
      try {
        return new PostgresConnection(await this.#pool.connect());
      } catch (cause) {
        const error = namedPostgresError(cause);
        const pause = CONNECT_AGAIN_AFTER[attempt];
        const tried = performance.now() - began;
        if (!isAway(error) || pause === undefined || tried > TRIED_LONG_ENOUGH_MS) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel = "read committed", accessMode = "read write" }: TransactionSettings,
  ): Promise<void> {
    const settings = `isolation level ${isolationLevel} ${accessMode}`;
    await connection.executeQuery(CompiledQuery.raw(`start transaction ${settings}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
    // Postgres ends a transaction in which a statement failed with a rollback, and calls that a success.
    if (connection instanceof PostgresConnection && connection.lastCommand !== "COMMIT")
      throw new Error("The transaction was rolled back at its end.");
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof PostgresConnection) connection.release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

class PostgresConnection implements DatabaseConnection {
  /** What the server says it did last. */
  lastCommand = "";
  readonly #client: PoolClient;
  /** Why nothing more is asked of it. Its server may still be busy with a statement we gave up. */
  #lost: unknown = null;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#lost !== null) throw this.#lost;
    const values = parameters.map(postgresValue);
    try {
      const { command, rows, rowCount } = await this.#client.query(sql, values);
      this.lastCommand = command;
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (cause) {
      const error = namedPostgresError(cause);
      if (!isAnswer(cause)) this.#lost = error;
      throw error;
    }
  }

  streamQuery(): never {
    throw new TypeError("Rows are not streamed; read them by a cursor in SQL.");
  }

  release(): void {
    this.#client.release(this.#lost !== null);
  }
}

/** Text in Postgres cannot hold the character NUL. JSON never does; a tablet's build might. */
function postgresValue(value: unknown): string | number | boolean | null {
  if (typeof value === "string")
    return value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  throw new TypeError(`A query was given a ${typeof value}; the store holds text and numbers.`);
}
