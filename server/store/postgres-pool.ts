import { Pool, type PoolConfig, types } from "pg";

/**
 * Connections of one server process: its writes go one after the other on one of them, and a small Postgres
 * allows some twenty in all.
 */
export const MAX_CONNECTIONS = 3;
/** Below what proxies and firewalls cut, five minutes at the least. */
const IDLE_MS = 60_000;
/** A name that moved to another address in a fail-over is looked up again within this time. */
const MAX_LIFETIME_SECONDS = 30 * 60;
const CONNECT_TIMEOUT_MS = 5000;
/** A connection that nobody answers on is found out before the statement's own time is over. */
const KEEPALIVE_AFTER_MS = 10_000;

/** Statements of requests take milliseconds; one that waits longer than this waits for something broken. */
export const STATEMENT_TIMEOUT_MS = 15_000;
/** Migrations, backups and restores: a large table is rewritten in that time. */
export const LONG_STATEMENT_TIMEOUT_MS = 15 * 60_000;

/** The object id of int8 (pg_type.dat). Revisions and times are far below 2^53. */
const INT8 = 20;

/** @param statementMs how long we wait for the answer to one statement. */
export function createPool(databaseUrl: string, statementMs: number): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: "paintbox",
    max: MAX_CONNECTIONS,
    idleTimeoutMillis: IDLE_MS,
    maxLifetimeSeconds: MAX_LIFETIME_SECONDS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: statementMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE_AFTER_MS,
    types: numbersForInt8,
  });
  // A connection that dies while idle is replaced; one in use tells its next statement.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** For this pool alone: the driver's own table is shared by everything in the process. */
const numbersForInt8: NonNullable<PoolConfig["types"]> = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    id === INT8 ? Number : types.getTypeParser(id, format),
};
