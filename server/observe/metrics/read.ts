import { Counter, Gauge, type Registry } from "prom-client";
import { memoryLevels } from "../../memory/memory-level.ts";
import type { MetricSources } from "./sources.ts";

/** Metrics that are read off their sources when somebody asks for them. */
export function readSources(registry: Registry, sources: MetricSources): void {
  const gauge = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    read: (
      set: (labels: Partial<Record<L, string>>, value: number) => void,
    ) => void | Promise<void>,
  ): void => {
    const made: Gauge<L> = new Gauge<L>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      async collect() {
        // What is gone, such as a kind of job of which none waits, must not be told for ever.
        made.reset();
        await read((labels, value) => made.set(labels, value));
      },
    });
  };

  gauge("paintbox_build_info", "1, with the client build that is served.", ["build"], (set) =>
    set({ build: sources.build }, 1),
  );
  gauge("paintbox_http_requests_in_flight", "Requests to the API under way.", [], (set) =>
    set({}, sources.inFlight()),
  );
  gauge("paintbox_event_streams", "Tablets that listen for changes just now.", [], (set) =>
    set({}, sources.streams()),
  );
  gauge("paintbox_memory_resident_bytes", "Resident memory, as last sampled.", [], (set) =>
    set({}, sources.memory.reading().rssBytes),
  );
  gauge("paintbox_memory_limit_bytes", "What memory is judged against.", [], (set) =>
    set({}, sources.memory.reading().limitBytes),
  );
  gauge("paintbox_memory_level", "1 for how tight memory is.", ["level"], (set) => {
    for (const level of memoryLevels) set({ level }, level === sources.memory.level() ? 1 : 0);
  });
  gauge("paintbox_store_connections", "Connections to Postgres.", ["state"], (set) => {
    const report = sources.connections();
    if (report === null) return;
    set({ state: "open" }, report.open);
    set({ state: "idle" }, report.idle);
    set({ state: "waiting" }, report.waiting);
  });
  gauge("paintbox_store_connections_max", "Connections to Postgres at the most.", [], (set) => {
    const report = sources.connections();
    if (report !== null) set({}, report.max);
  });
  gauge(
    "paintbox_outbox_jobs",
    "What other systems have still to be told, and what they refused.",
    ["kind", "state"],
    async (set) => {
      for (const { kind, state, jobs } of await sources.outbox()) set({ kind, state }, jobs);
    },
  );
  gauge(
    "paintbox_outbox_oldest_seconds",
    "Age of the oldest job.",
    ["kind", "state"],
    async (set) => {
      for (const { kind, state, oldestAt } of await sources.outbox())
        set({ kind, state }, Math.max(0, sources.now() - oldestAt) / 1000);
    },
  );
  gauge("paintbox_live_redis_up", "Whether the configured Redis carries pokes.", [], (set) => {
    const redis = sources.live()?.redis ?? null;
    if (redis !== null) set({}, redis === "ok" ? 1 : 0);
  });
  gauge(
    "paintbox_backup_last_verified_timestamp_seconds",
    "When the last scheduled backup was read again whole.",
    [],
    (set) => {
      const verified = sources.backup()?.lastVerifiedAt ?? null;
      if (verified !== null) set({}, verified / 1000);
    },
  );
  gauge("paintbox_backup_failing", "1 when the last scheduled backup failed.", [], (set) => {
    const report = sources.backup();
    if (report !== null) set({}, report.problem === null ? 0 : 1);
  });
  gauge("paintbox_upstream_budget_used", "Calls used of a budget.", ["upstream"], (set) => {
    for (const { upstream, used } of sources.budgets()) set({ upstream }, used);
  });
  gauge("paintbox_upstream_budget_allowed", "Calls in a budget.", ["upstream"], (set) => {
    for (const { upstream, allowed } of sources.budgets()) set({ upstream }, allowed);
  });
  gauge(
    "paintbox_upstream_window_used",
    "Calls used in the present window of seconds.",
    ["upstream"],
    async (set) => {
      for (const { upstream, used } of await sources.windows()) set({ upstream }, used);
    },
  );
  gauge(
    "paintbox_upstream_window_allowed",
    "Calls that a window of seconds lets through.",
    ["upstream"],
    async (set) => {
      for (const { upstream, allowed } of await sources.windows()) set({ upstream }, allowed);
    },
  );
  gauge(
    "paintbox_upstream_calls",
    "Calls under way, and callers that wait for their turn.",
    ["upstream", "state"],
    (set) => {
      for (const { name: upstream, inFlight, waiting } of sources.upstreams()) {
        set({ upstream, state: "in_flight" }, inFlight);
        set({ upstream, state: "waiting" }, waiting);
      }
    },
  );
  gauge("paintbox_cache_bytes", "What a cache holds in memory.", ["cache"], (set) => {
    for (const { name, bytes } of sources.held()) if (bytes !== null) set({ cache: name }, bytes);
  });
  gauge("paintbox_signing_keys", "Public keys that are published.", [], (set) =>
    set({}, sources.keys().published),
  );
  gauge("paintbox_signing_key_age_seconds", "Since when the current key signs.", [], (set) => {
    const { signingSince } = sources.keys();
    if (signingSince !== null) set({}, Math.max(0, sources.now() - signingSince) / 1000);
  });

  const reads: Counter<"cache" | "result"> = new Counter({
    name: "paintbox_cache_reads_total",
    help: "Reads through a cache of an outside system: hit, stale or miss.",
    labelNames: ["cache", "result"],
    registers: [registry],
    collect() {
      reads.reset();
      for (const { name, hits, stale, misses } of sources.caches()) {
        reads.inc({ cache: name, result: "hit" }, hits);
        reads.inc({ cache: name, result: "stale" }, stale);
        reads.inc({ cache: name, result: "miss" }, misses);
      }
    },
  });
}
