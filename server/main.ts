import { systemClock } from "./clock.ts";
import { type Config, readConfig, storeLocation } from "./config.ts";
import { startKeys } from "./keys/start-keys.ts";
import { listen } from "./listen.ts";
import { createLimits } from "./limits/limits.ts";
import { limitReadyAnswers } from "./limits/ready-answers.ts";
import { memoryLimit } from "./memory/memory-limit.ts";
import { watchMemory } from "./memory/memory-watch.ts";
import { idleConnections } from "./memory/server-holders.ts";
import { gatheredOutput } from "./observe/gathered-output.ts";
import { createLog, errorFields } from "./observe/log.ts";
import { createObservations } from "./observe/observation.ts";
import { observedStore } from "./observe/observed-store.ts";
import { startMetrics } from "./observe/start-metrics.ts";
import type { Tracing } from "./observe/tracing/start-tracing.ts";
import { outboxDepth } from "./outbox/outbox-depth.ts";
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
const info = gatheredOutput(process.stdout);
process.on("exit", () => info.flush());
const log = createLog({ info, error: process.stderr }, () => clock.now());

/** What a person who starts the server reads when it cannot start; exit code 1. */
function giveUp(...lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`paintbox: ${line}\n`);
  process.exit(1);
}

async function start(config: Config): Promise<() => Promise<void>> {
  const tracing = await startTracingIfWanted(config);
  const observations = createObservations();
  const { observe } = observations;
  const opened = await openStore(storeLocation(config), (sentence) => {
    process.stdout.write(`paintbox: ${sentence}\n`);
  });
  const store = observedStore(opened, observe);
  const memory = watchMemory({ limitBytes: memoryLimit(config.memoryLimitMb), log, observe });
  const ownsData = !store.isShared;
  const keys = await startKeys({ config: config.keys, ownsData, clock, log });
  process.on("SIGHUP", () => keys.reload());
  const clientFolder = clientDirectory(import.meta.dirname);
  const client = clientFiles(clientFolder);
  let serving: Serving | null = null;
  let isDraining = false;
  const metrics = await startMetrics({
    config,
    observations,
    log,
    sources: {
      build: client.build,
      now: () => clock.now(),
      memory,
      keys: () => keys.ring.figures(),
      held: () => memory.report().holders,
      connections: () => store.connections(),
      outbox: () => outboxDepth(store),
      live: () => serving?.liveReport() ?? null,
      backup: () => serving?.backupState() ?? null,
      inFlight: () => serving?.figures().inFlight() ?? 0,
      streams: () => serving?.figures().streams() ?? 0,
      caches: () => serving?.figures().caches() ?? [],
      budgets: () => serving?.figures().budgets() ?? [],
      upstreams: () => serving?.figures().upstreams() ?? [],
      windows: async () => serving?.figures().windows() ?? [],
    },
  });
  const { trustedProxy } = config;
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
      memory: () => memory.reading(),
      isDraining: () => isDraining,
      build: client.build,
      killSw: config.killServiceWorker,
    });
    const loadApp = async () => {
      const { serveApp } = await import("./serve-app.ts");
      serving = await serveApp({
        config: listening,
        store,
        clock,
        log,
        client,
        clientFolder,
        ready,
        observe,
        memory,
        metricsText: () => metrics.text(),
        keys: keys.ring,
      });
      return serving.app;
    };
    return {
      ready,
      loadApp,
      limitReadyAnswers: limitReadyAnswers({
        limits: createLimits({ clock }),
        observe,
        trustedProxy,
      }),
      onReadyAnswer: (path: string, status: number) =>
        observe({ kind: "ready-answer", path, status }),
    };
  });
  memory.register(idleConnections(running.server));
  process.stdout.write(`paintbox: ${running.config.publicUrl}\n`);
  log.info("started", { port: running.config.port, build: client.build });
  const later = setTimeout(() => {
    running.app().catch((error: unknown) => giveUp(whyNot(error, config)));
  }, LOAD_APP_AFTER_MS);
  const warmUp = setTimeout(() => client.files(), READ_FILES_AFTER_MS);
  return async () => {
    clearTimeout(later);
    clearTimeout(warmUp);
    isDraining = true;
    if (config.drainSeconds > 0) {
      log.info("draining", { seconds: config.drainSeconds });
      await new Promise((resolve) => setTimeout(resolve, config.drainSeconds * 1000));
    }
    // Together: each may take some seconds, and a platform kills after ten.
    await Promise.all([
      closeServer(running.server, () => serving?.endStreams()),
      serving?.stopWork(),
      keys.stop(),
    ]);
    await serving?.close();
    memory.stop();
    await metrics.stop();
    await store.close();
    await tracing?.stop();
  };
}

/** Loaded only where it is used: it costs 20 MB. */
const startTracingIfWanted = async ({ tracing }: Config): Promise<Tracing | null> =>
  tracing && (await import("./observe/tracing/start-tracing.ts")).startTracing(tracing);

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
  if (code === "EADDRINUSE" && portOf(error) === config.metricsPort)
    return `METRICS_PORT ${config.metricsPort} is in use on ${host}; choose another.`;
  if (code === "EADDRINUSE") return `PORT ${port} is in use on ${host}; choose another.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST ${host} is not an address of this machine.`;
  if (code === "EACCES") return `PORT ${port} may not be used by this user; choose one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const portOf = (error: unknown): unknown =>
  error instanceof Error && "port" in error ? error.port : undefined;

const settings = readConfig(process.env);
if (settings.ok) {
  try {
    stopOnSignal(await start(settings.config));
  } catch (error) {
    giveUp(whyNot(error, settings.config));
  }
} else giveUp(...settings.problems.map(({ variable, problem }) => `${variable} ${problem}.`));
