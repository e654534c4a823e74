import { Hono } from "hono";
import type { BackupReport, SalesforceReport } from "../../shared/health.ts";
import type { AppEnv } from "../identity.ts";
import type { LiveReport } from "../live/bus.ts";
import { errorFields, type Log } from "../observe/log.ts";
import type { Store } from "../store/store.ts";
import { readClockRow } from "../sync/clock-row.ts";

export interface HealthSources {
  readonly store: Store;
  readonly log: Log;
  readonly salesforceState: () => SalesforceReport;
  /** Null when the server makes none by itself. */
  readonly backupState: () => BackupReport | null;
  readonly liveReport: () => LiveReport;
  /** Names the client build that is served. */
  readonly build: string;
}

/**
 * `GET /health` for people and monitors, `GET /simple-health` for load balancers. A Salesforce that cannot
 * be reached does not make the server unhealthy: tablets sync all the same, and the outbox waits. Neither does a backup
 * that failed: `backup.problem` is there to be watched.
 */
export const healthRoutes = ({
  store,
  log,
  salesforceState,
  backupState,
  liveReport,
  build,
}: HealthSources) =>
  new Hono<AppEnv>()
    .get("/health", async (context) => {
      const outside = {
        salesforce: salesforceState(),
        backup: backupState(),
        live: liveReport(),
        build,
      };
      try {
        const { rev } = await store.read(readClockRow);
        return context.json({ ok: true, store: "ok", rev, ...outside });
      } catch (error) {
        log.error("health.store", errorFields(error));
        return context.json({ ok: false, store: "failing", rev: null, ...outside }, 503);
      }
    })
    .get("/simple-health", (context) => context.text("ok"));
