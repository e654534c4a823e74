import { Kysely, sql, type Transaction } from "kysely";
import { createGroupCommit } from "./group-commit.ts";
import { migrate } from "./migrations.ts";
import { nodePostgresDialect } from "./node-postgres.ts";
import {
  createPool,
  MAX_CONNECTIONS,
  LONG_STATEMENT_TIMEOUT_MS,
  STATEMENT_TIMEOUT_MS,
} from "./postgres-pool.ts";
import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";
import { isAway, StoreError } from "./store-error.ts";

type Tx = Transaction<Database>;

/** How long a Postgres that is starting is waited for: a crashed one replays its log first. */
export const PATIENCE_MS = 30_000;
/** Between two attempts at the start; doubles up to the second. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;

/** Any number; held for the transaction that migrates. */
const MIGRATION_LOCK = 7_341_190_028;

/**
 * Opens the store in a Postgres, bringing its tables up to date: of servers that start together, one does
 * and the others wait.
 *
 * @param options.patienceMs how long a Postgres that does not answer is waited for.
 * @param options.onWaiting called once, when it did not answer at the first attempt.
 * @throws StoreError `away` when it does not answer by then, `newer_data`, `unusable`.
 */
export async function openPostgresStore(
  databaseUrl: string,
  options: {
    readonly patienceMs?: number | undefined;
    readonly onWaiting?: ((sentence: string) => void) | undefined;
  } = {},
): Promise<Store> {
  await withPatience(options, () => prepare(databaseUrl));
  const pool = createPool(databaseUrl, STATEMENT_TIMEOUT_MS);
  const db = new Kysely<Database>({ dialect: nodePostgresDialect(pool) });
  const commits = createGroupCommit((work) => inTurn(db, work));
  return {
    db,
    isShared: true,
    read: (work) => snapshot(db, work),
    write: (work) => commits.write(work),
    connections: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      max: MAX_CONNECTIONS,
    }),
    close: async () => {
      await commits.drained();
      await db.destroy();
    },
  };
}

/** @param statementMs how long the answer to one statement is waited for. */
export const openPostgres = (databaseUrl: string, statementMs: number): Kysely<Database> =>
  new Kysely<Database>({ dialect: nodePostgresDialect(createPool(databaseUrl, statementMs)) });

/**
 * A transaction that no other writer of any process overlaps: it holds the clock's row from its first
 * statement to its end. What it reads after that is what every earlier writer committed.
 */
export const inTurn = <T>(db: Kysely<Database>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  beforeWorkAgain((begun) =>
    db
      .transaction()
      .setIsolationLevel("read committed")
      .execute(async (tx) => {
        await tx.selectFrom("clock").select("rev").where("id", "=", 1).forUpdate().execute();
        begun();
        return work(tx);
      }),
  );

/** Several reads of one moment. */
export const snapshot = <T>(db: Kysely<Database>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  beforeWorkAgain((begun) =>
    db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((tx) => {
        begun();
        return work(tx);
      }),
  );

/** Once more when the pool gave out a connection that had died meanwhile, and the work had not begun. */
async function beforeWorkAgain<T>(attempt: (begun: () => void) => Promise<T>): Promise<T> {
  let hasBegun = false;
  const begun = (): void => {
    hasBegun = true;
  };
  try {
    return await attempt(begun);
  } catch (error) {
    if (hasBegun || !isAway(error)) throw error;
    return attempt(begun);
  }
}

async function prepare(databaseUrl: string): Promise<void> {
  const db = openPostgres(databaseUrl, LONG_STATEMENT_TIMEOUT_MS);
  try {
    await assertDurable(db);
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(tx);
      await migrate(tx);
    });
  } finally {
    await db.destroy();
  }
}

/** An answer says "on the server": a Postgres that answers before its disk does would make that untrue. */
async function assertDurable(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from pg_settings
    where name in ('fsync', 'synchronous_commit') and setting = 'off'`.execute(db);
  const [off] = rows;
  if (off !== undefined)
    throw new StoreError(
      "unusable",
      `The database has ${off.name} = off, and would lose what it acknowledged. Turn it on.`,
    );
}

async function withPatience(
  {
    patienceMs = PATIENCE_MS,
    onWaiting,
  }: {
    readonly patienceMs?: number | undefined;
    readonly onWaiting?: ((sentence: string) => void) | undefined;
  },
  open: () => Promise<void>,
): Promise<void> {
  const until = performance.now() + patienceMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      await open();
      return;
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "away") throw error;
      if (performance.now() + pause > until) throw error;
      if (pause === FIRST_PAUSE_MS) onWaiting?.(`${error.message} Waiting for it.`);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
