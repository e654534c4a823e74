import type { DatabaseSync } from "node:sqlite";
import { Hono } from "hono";
import { type DatabaseConnection, type Dialect, type Driver, Kysely } from "kysely";
import type { AppEnv, Identity } from "../../server/identity.ts";
import { refuse } from "../../server/routes/refuse.ts";
import { syncRoutes } from "../../server/routes/sync.ts";
import { createGroupCommit } from "../../server/store/group-commit.ts";
import { nodeSqliteDialect } from "../../server/store/node-sqlite.ts";
import { advanceHorizon } from "../../server/store/dormancy.ts";
import type { Database } from "../../server/store/schema.ts";
import type { Store } from "../../server/store/store.ts";
import { createHub } from "../../server/sync/hub.ts";
import { PULL_LIMIT } from "../../shared/sync/wire.ts";
import type { Random } from "./random.ts";
import { Actor, type Scheduler } from "./scheduler.ts";

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** How often another request may come in between two statements of a transaction, and how often one takes long. */
const INTERLEAVED = 0.3;
const SLOW = 0.1;
const SLOW_MS = 120;

class Killed extends Error {}

/**
 * The real handlers on the real store's own parts, in memory. The process can be killed at any statement: the
 * transaction it was in is rolled back, what was committed stays, and no answer leaves it any more.
 */
export class SimulatedServer {
  readonly database: DatabaseSync;
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  #process: Actor;
  #app: Hono<AppEnv>;
  #pokes = createHub();
  #keeping: Store | null = null;
  readonly #pageSize: number;
  /** How wrong the server's clock is. */
  clockSkew = 0;
  /** The server is killed at this many statements from now; Infinity: it is not. */
  killedAfter = Infinity;
  /** The server is killed when it is about to commit. */
  killedAtCommit = false;
  onKilled: () => void = () => {};
  /** How to end the requests that have come in and are not answered. */
  readonly #unanswered = new Set<() => void>();

  /** @param pageSize records of a page of a pull. */
  constructor(
    database: DatabaseSync,
    scheduler: Scheduler,
    random: Random,
    pageSize: number = PULL_LIMIT,
  ) {
    this.database = database;
    this.#pageSize = pageSize;
    this.#scheduler = scheduler;
    this.#random = random;
    this.#process = new Actor("the server");
    this.#app = this.#start();
  }

  get alive(): boolean {
    return this.#process.alive;
  }

  get process(): Actor {
    return this.#process;
  }

  #start(): Hono<AppEnv> {
    const store = this.#store(this.#process);
    this.#keeping = store;
    this.#pokes = createHub();
    const clock = { now: () => Math.floor(this.#scheduler.now + this.clockSkew) };
    const app = new Hono<AppEnv>();
    app.onError((error, context) => {
      if (error instanceof Killed) throw error;
      this.#scheduler.thrown.push(error);
      return refuse(context, "internal");
    });
    return app
      .use((context, next) => {
        context.set("identity", JSON.parse(context.req.header("x-identity") ?? ""));
        return next();
      })
      .route(
        "/api/sync",
        syncRoutes({
          config: { publicUrl: "http://127.0.0.1" },
          store,
          hub: this.#pokes,
          clock,
          pullLimit: this.#pageSize,
        }),
      );
  }

  #store(process: Actor): Store {
    const dialect = nodeSqliteDialect(this.database, "begin immediate");
    const step = (sql: string) => this.#statement(process, sql);
    const db = new Kysely<Database>({ dialect: steppingDialect(dialect, step) });
    const commits = createGroupCommit((work) => db.transaction().execute(work));
    return {
      db,
      isShared: false,
      connections: () => null,
      read: (work) => db.transaction().execute(work),
      write: (work) => commits.write(work),
      close: () => commits.drained(),
    };
  }

  /** Before each statement: others may come first, or the process ends here. */
  async #statement(process: Actor, sql: string): Promise<void> {
    if (!process.alive) throw new Killed();
    const dice = this.#random.next();
    if (dice < INTERLEAVED) {
      const delay = dice < SLOW ? this.#random.below(SLOW_MS) : 0;
      await new Promise<void>((resolve) => {
        this.#scheduler.later(process, resolve, delay);
      });
    }
    this.killedAfter -= 1;
    if (this.killedAfter >= 0 && !(this.killedAtCommit && sql === "commit")) return;
    this.kill();
    throw new Killed();
  }

  /** Answers a request in the server's own turn; null when the process ends before it can. */
  answer(
    identity: Identity,
    path: string,
    body: string,
    done: (reply: Reply | null) => void,
  ): void {
    const process = this.#process;
    if (!process.alive) return done(null);
    const end = (reply: Reply | null): void => {
      if (this.#unanswered.delete(breakOff)) done(reply);
    };
    const breakOff = () => end(null);
    this.#unanswered.add(breakOff);
    this.#scheduler.post(process, () => {
      const headers = {
        "content-type": "application/json",
        "x-identity": JSON.stringify(identity),
      };
      void (async () => {
        try {
          const response = await this.#app.request(path, { method: "POST", body, headers });
          const text = await response.text();
          end({ status: response.status, text });
        } catch (error) {
          if (process.alive) this.#scheduler.thrown.push(error);
          breakOff();
        }
      })();
    });
  }

  /** What the server does by itself every now and then. */
  keepHorizon(): void {
    const [process, store] = [this.#process, this.#keeping];
    if (!store) return;
    this.#scheduler.post(process, () => {
      advanceHorizon(store, this.#scheduler.now + this.clockSkew).catch((error: unknown) => {
        if (!(error instanceof Killed)) this.#scheduler.thrown.push(error);
      });
    });
  }

  subscribe(companyId: string, listener: () => void): () => void {
    return this.#pokes.subscribe(companyId, listener);
  }

  /** The operating system closes a dead process's connections: nobody waits for an answer that cannot come. */
  kill(): void {
    this.#scheduler.kill(this.#process);
    for (const breakOff of this.#unanswered) breakOff();
    this.killedAfter = Infinity;
    this.killedAtCommit = false;
    if (this.database.isTransaction) this.database.exec("rollback");
    this.onKilled();
  }

  /** The end of a history: the next one has the database for itself, whatever this server was at. */
  stop(): void {
    this.onKilled = () => {};
    this.kill();
  }

  restart(): void {
    if (this.#process.alive) return;
    this.#process = new Actor("the server");
    this.#app = this.#start();
  }
}

/** A dialect whose connections ask before each statement. */
const steppingDialect = (dialect: Dialect, step: (sql: string) => Promise<void>): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createDriver: () => steppingDriver(dialect.createDriver(), step),
});

function steppingDriver(driver: Driver, step: (sql: string) => Promise<void>): Driver {
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async (options): Promise<DatabaseConnection> => {
    const connection = await acquire(options);
    return {
      async executeQuery(query, control) {
        await step(query.sql);
        return connection.executeQuery(query, control);
      },
      streamQuery: (query, size, control) => connection.streamQuery(query, size, control),
    };
  };
  return driver;
}
