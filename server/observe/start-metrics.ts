import type { Config } from "../config.ts";
import { errorFields, type Log } from "./log.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { serveMetrics } from "./metrics/metrics-server.ts";
import type { MetricSources } from "./metrics/sources.ts";
import type { Observations } from "./observation.ts";

/** The first request is answered before the 20 ms that loading the metrics takes. */
const LOAD_AFTER_MS = 250;

export interface StartedMetrics {
  /** In Prometheus' text format; null while nobody counts yet. */
  text(): Promise<string | null>;
  stop(): Promise<void>;
}

/**
 * Counts from a moment after the start on, and tells Prometheus where there is a port for it.
 *
 * @throws the system's error when METRICS_PORT is taken.
 */
export async function startMetrics({
  config,
  observations,
  sources,
  log,
}: {
  readonly config: Pick<Config, "host" | "metricsPort">;
  readonly observations: Observations;
  readonly sources: MetricSources;
  readonly log: Log;
}): Promise<StartedMetrics> {
  let metrics: Metrics | null = null;
  const text = async (): Promise<string | null> => (await metrics?.text()) ?? null;
  const { host, metricsPort: port } = config;
  const server = port === null ? null : await serveMetrics({ host, port }, text);
  if (server !== null) log.info("metrics.listening", { port: server.port });
  const loading = setTimeout(() => {
    import("./metrics/metrics.ts").then(
      ({ createMetrics }) => {
        metrics = createMetrics(sources);
        observations.listen(metrics.observe);
      },
      (error: unknown) => log.error("metrics.failed", errorFields(error)),
    );
  }, LOAD_AFTER_MS);
  loading.unref();
  return {
    text,
    async stop() {
      clearTimeout(loading);
      await server?.close();
    },
  };
}
