import { systemClock } from "./clock.ts";
import { type Config, readConfig, storeLocation } from "./config.ts";
import { startKeys } from "./keys/start-keys.ts";
import { listen } from "./listen.ts";
import { memoryStanding } from "./memory/memory-standing.ts";
import { createLog, errorFields } from "./observe/log.ts";
import { outliveReaders } from "./outlive-readers.ts";
import { readyTable } from "./ready/ready-table.ts";
import { notConnectedYet } from "./salesforce/not-connected-yet.ts";
import type { Serving } from "./serve-app.ts";
import { closeServer } from "./shutdown.ts";
import { clientDirectory } from "./static/client-directory.ts";
import { clientFiles } from "./static/client-files.ts";
import { openStore } from "./store/store.ts";
import { StoreError } from "./store/store-error.ts";
import { storeProblem } from "./store/store-problem.ts";

/** The process: settings, store, keys and socket, then the app, and the way down again. */

/** What takes longest to load waits this long, or for the first request that needs it; the ready answers do not. */
const LOAD_APP_AFTER_MS = 100;
const READ_FILES_AFTER_MS = 500;

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
  const ownsData = !store.isShared;
  const keys = await startKeys({ config: config.keys, ownsData, clock, log });
  process.on("SIGHUP", () => keys.reload());
  const client = clientFiles(clientDirectory(import.meta.dirname));
  let serving: Serving | null = null;
  const running = await listen(config, (listening) => {
    const ready = readyTable({
      store,
      clock,
      log,
      keys: keys.ring,
      keyReport: () => keys.report(),
      salesforceState: () => serving?.salesforceState() ?? notConnectedYet,
      backupState: () => serving?.backupState() ?? null,
      liveReport: () => serving?.liveReport() ?? null,
      memory: memoryStanding,
      build: client.build,
    });
    const loadApp = async () => {
      const { serveApp } = await import("./serve-app.ts");
      serving = await serveApp({ config: listening, store, clock, log, client, ready });
      return serving.app;
    };
    return { ready, loadApp };
  });
  process.stdout.write(`paintbox: ${running.config.publicUrl}\n`);
  log.info("started", { port: running.config.port, build: client.build });
  const later = setTimeout(() => {
    running.app().catch((error: unknown) => giveUp(whyNot(error, config)));
  }, LOAD_APP_AFTER_MS);
  const warmUp = setTimeout(() => client.files(), READ_FILES_AFTER_MS);
  return async () => {
    clearTimeout(later);
    clearTimeout(warmUp);
    // Together: each may take some seconds, and a platform kills after ten.
    await Promise.all([
      closeServer(running.server, () => serving?.endStreams()),
      serving?.stopWork(),
      keys.stop(),
    ]);
    await serving?.close();
    await store.close();
  };
}

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
