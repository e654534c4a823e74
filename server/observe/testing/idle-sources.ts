import type { MetricSources } from "../metrics/sources.ts";

/** What metrics read of a server on which nothing happens. */
export const idleSources: MetricSources = {
  build: "",
  now: () => 0,
  inFlight: () => 0,
  streams: () => 0,
  memory: { level: () => "normal", reading: () => ({ rssBytes: 0, limitBytes: 1 }) },
  connections: () => null,
  outbox: async () => [],
  live: () => ({ through: "process", redis: null }),
  backup: () => null,
  budgets: () => [],
  upstreams: () => [],
  windows: () => Promise.resolve([]),
  caches: () => [],
  held: () => [],
  keys: () => ({ published: 0, signingSince: null }),
};
