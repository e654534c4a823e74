import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { databaseUser, findInstalled } from "./installed.ts";

/** A real Postgres in a folder of its own, made for tests and gone with them. */
export interface Cluster {
  readonly port: number;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Runs one statement as the superuser. */
  run(database: string, statement: string): Promise<void>;
  /** Ends every connection at once, as an operator or a fail-over does. */
  cutConnections(): Promise<void>;
  /** Ends it as a power cut does, its log to be replayed. */
  crash(): Promise<void>;
  /** Starts it again on the same port, if it is not running. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const SUPERUSER = "postgres";
/** In the addresses tests use, so that a test can look for it where it must not appear. */
export const PASSWORD = "not-to-be-seen";

/** Small and quick to start; everything that makes a commit durable stays on. */
const SETTINGS = [
  "shared_buffers=16MB",
  "max_connections=40",
  "listen_addresses=127.0.0.1",
  "max_wal_senders=0",
  "wal_level=minimal",
  "jit=off",
];

export async function startCluster(): Promise<Cluster> {
  const { postgres } = findInstalled();
  if (postgres === null) throw new Error("Postgres is not installed");
  const { uid, gid } = databaseUser();
  const folder = mkdtempSync(join(tmpdir(), "paintbox-postgres-"));
  chownSync(folder, uid, gid);
  const data = join(folder, "data");
  const initdb = ["-D", data, "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-sync"];
  execFileSync(join(postgres, "initdb"), [...initdb, "--locale=C.UTF-8"], {
    uid,
    gid,
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const port = await freePort();
  const url = (database: string): string =>
    `postgres://${SUPERUSER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const run = (database: string, statement: string): Promise<void> =>
    withClient(url(database), (client) => client.query(statement));
  let server: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    if (server !== null) return;
    const options = SETTINGS.flatMap((setting) => ["-c", setting]);
    const args = ["-D", data, "-p", String(port), "-k", folder, ...options];
    server = guarded(folder, { uid, gid }, "SIGINT", [join(postgres, "postgres"), ...args]);
    await untilAnswers(url("postgres"), server);
  };
  await start();
  return {
    port,
    url,
    run,
    cutConnections: () =>
      run(
        "postgres",
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
      ),
    async crash() {
      if (server === null) return;
      const gone = once(server, "exit");
      const [pid] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGQUIT");
      await gone;
      server = null;
    },
    start,
    async stop() {
      if (server !== null) await endGuarded(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Bouncer {
  url(database: string): string;
  stop(): Promise<void>;
}

/** PgBouncer in transaction mode in front of a cluster: two connections for everybody. */
export async function startBouncer(cluster: Cluster): Promise<Bouncer> {
  const { pgbouncer } = findInstalled();
  if (pgbouncer === null) throw new Error("PgBouncer is not installed");
  const { uid, gid } = databaseUser();
  const folder = mkdtempSync(join(tmpdir(), "paintbox-pgbouncer-"));
  const port = await freePort();
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(
    file,
    `[databases]
* = host=127.0.0.1 port=${cluster.port} user=${SUPERUSER}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
server_login_retry = 1
log_connections = 0
log_disconnections = 0
log_pooler_errors = 0
log_stats = 0
`,
  );
  chownSync(folder, uid, gid);
  const url = (database: string): string =>
    `postgres://${SUPERUSER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const server = guarded(folder, { uid, gid }, "SIGTERM", [pgbouncer, "-q", file]);
  await untilAnswers(url("postgres"), server);
  return {
    url,
    stop: () => endGuarded(server),
  };
}

async function endGuarded(server: ChildProcess): Promise<void> {
  const gone = once(server, "exit");
  server.stdin?.end();
  await gone;
}

function guarded(
  folder: string,
  { uid, gid }: { readonly uid: number; readonly gid: number },
  signal: string,
  command: readonly string[],
): ChildProcess {
  const guardian = join(import.meta.dirname, "guardian.ts");
  return spawn(process.execPath, [guardian, folder, String(uid), String(gid), signal, ...command], {
    stdio: ["pipe", "ignore", "ignore"],
  });
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const answers = await withClient(url, (client) => client.query("select 1")).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("the tests' database did not start");
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new TypeError("no port");
  return address.port;
}
