import type { Config } from "../config.ts";

/** A server on a port that the system chooses, with nothing configured that need not be. */
export const testConfig: Config = {
  port: 0,
  host: "127.0.0.1",
  dataDirectory: "",
  databaseUrl: null,
  companyCam: null,
  backups: null,
  keys: { folder: "", isFolderChosen: false, rotateDays: 0, secret: null },
  redisUrl: "",
  trustedProxy: null,
  memoryLimitMb: null,
  metricsPort: null,
  drainSeconds: 0,
  tracing: null,
  publicUrl: "http://127.0.0.1:0",
  leaseDays: 14,
  killServiceWorker: false,
  salesforce: { loginUrl: "", clientId: "", privateKey: "", username: "", oidcClientId: "" },
};
