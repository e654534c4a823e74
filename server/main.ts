import { join } from "node:path";
import { createApp } from "./app.ts";
import { startScheduledBackups } from "./backup/scheduled.ts";
import { UpstreamCache } from "./cache/upstream-cache.ts";
import { systemClock } from "./clock.ts";
import { type Config, readConfig, storeLocation } from "./config.ts";
import { listen } from "./listen.ts";
import { openBus } from "./live/open-bus.ts";
import { createPresenceBoard } from "./live/presence-board.ts";
import { createLog, errorFields } from "./observe/log.ts";
import { outliveReaders } from "./outlive-readers.ts";
import { openRedis } from "./redis/redis.ts";
import { rsaPrivateKey } from "./salesforce/assertion.ts";
import { createSalesforceClient } from "./salesforce/client.ts";
import { startSalesforce } from "./salesforce/service.ts";
import { authenticate } from "./session/authenticate.ts";
import { sessionRoutes } from "./session/routes.ts";
import { closeServer } from "./shutdown.ts";
import { clientDirectory } from "./static/client-directory.ts";
import { readClientFiles } from "./static/client-files.ts";
import { ensureKnownCompanies } from "./store/companies.ts";
import { openStore } from "./store/store.ts";
import { StoreError } from "./store/store-error.ts";
import { storeProblem } from "./store/store-problem.ts";
import { createEventStreams } from "./sync/event-streams.ts";
import { createHub } from "./sync/hub.ts";
import { keepHorizon } from "./sync/keep-horizon.ts";

/** The process: settings, store, socket, Salesforce, and the way down again. */

const clock = systemClock;
outliveReaders();
const log = createLog({ info: process.stdout, error: process.stderr }, () => clock.now());

/** What a person who starts the server reads when it cannot start; exit code 1. */
function giveUp(...lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`paintbox: ${line}\n`);
  process.exit(1);
}

async function start(config: Config): Promise<() => Promise<void>> {
  const store = await openStore(storeLocation(config), (sentence) => {
    process.stdout.write(`paintbox: ${sentence}\n`);
  });
  await ensureKnownCompanies(store, clock.now());
  const redis = config.redisUrl === "" ? null : await openRedis(config.redisUrl, log);
  const cache = new UpstreamCache({ clock, log, redis });
  const bus = await openBus({ store, clock, log, redisUrl: config.redisUrl });
  const board = createPresenceBoard(bus);
  const hub = createHub(bus);
  const streams = createEventStreams({ bus, board });
  const client = readClientFiles(clientDirectory(import.meta.dirname));
  const issuer = {
    ...config.salesforce,
    privateKey: rsaPrivateKey(config.salesforce.privateKey),
  };
  const salesforce = createSalesforceClient({ issuer, clock });
  const backups =
    config.backups &&
    startScheduledBackups({
      ...config.backups,
      clock,
      log,
      command: commandFile(import.meta.dirname),
    });
  // Loaded only where it is used.
  const companyCamStart = config.companyCam && (await import("./companycam/start.ts"));
  const running = await listen(config, (listening) => {
    const service = startSalesforce({ salesforce, store, hub, clock, log });
    const companyCam =
      listening.companyCam &&
      companyCamStart?.startCompanyCam(listening.companyCam, {
        store,
        cache,
        redis,
        clock,
        log,
        publicUrl: listening.publicUrl,
      });
    const app = createApp({
      config: listening,
      store,
      hub,
      streams,
      board,
      liveReport: () => bus.report(),
      clock,
      log,
      session: sessionRoutes({ config: listening, store, clock, log, salesforce }),
      authenticate: authenticate({ store, clock, publicUrl: listening.publicUrl }),
      salesforceState: () => service.state(),
      backupState: () => backups?.report() ?? null,
      client,
      cache,
      companyCam: companyCam?.connected ?? null,
    });
    return { app, service, companyCam };
  });
  const horizon = keepHorizon({ store, clock, log });
  process.stdout.write(`paintbox: ${running.config.publicUrl}\n`);
  log.info("started", { port: running.config.port, build: client.build });
  return async () => {
    // Together: each may take some seconds, and a platform kills after ten.
    await Promise.all([
      closeServer(running.server, () => streams.close()),
      running.service.stop(),
      running.companyCam?.stop(),
      horizon.stop(),
      backups?.stop(),
    ]);
    board.close();
    await bus.close();
    redis?.close();
    await store.close();
  };
}

/** The command `paintbox` beside this program: in the bundle, or in the source. */
const commandFile = (directory: string): string =>
  join(directory, import.meta.filename.endsWith(".ts") ? "paintbox.ts" : "paintbox.js");

/** Goes down on SIGTERM and Ctrl-C; a second signal does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const signalled = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info("stopping", { signal });
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error("stop.failed", errorFields(error));
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", signalled);
  process.on("SIGINT", signalled);
}

/** Why a server did not come up, in a person's words where we have some. */
function whyNot(error: unknown, config: Config): string {
  const { host, port } = config;
  if (error instanceof StoreError) return storeProblem(error, config);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `PORT ${port} is in use on ${host}; choose another.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST ${host} is not an address of this machine.`;
  if (code === "EACCES") return `PORT ${port} may not be used by this user; choose one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const settings = readConfig(process.env);
if (settings.ok) {
  try {
    stopOnSignal(await start(settings.config));
  } catch (error) {
    giveUp(whyNot(error, settings.config));
  }
} else giveUp(...settings.problems.map(({ variable, problem }) => `${variable} ${problem}.`));
