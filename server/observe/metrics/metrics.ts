import { collectDefaultMetrics, Registry } from "prom-client";
import type { Observe } from "../observation.ts";
import { countObservations } from "./counted.ts";
import { readSources } from "./read.ts";
import type { MetricSources } from "./sources.ts";

/** How finely the event loop's delay is measured: a timer of our own, this often. */
const EVENT_LOOP_PRECISION_MS = 50;

export interface Metrics {
  readonly observe: Observe;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  /** Of everything that it may tell, for the tests of rules and dashboards. */
  names(): readonly string[];
}

/** The metrics of this process, in a registry of their own. Names and meanings: docs/observability.md. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const observe = countObservations(registry);
  readSources(registry, sources);
  // process_* and nodejs_*: processor time, event loop, garbage collection, handles.
  collectDefaultMetrics({
    register: registry,
    eventLoopMonitoringPrecision: EVENT_LOOP_PRECISION_MS,
  });
  return {
    observe,
    text: () => registry.metrics(),
    names: () => registry.getMetricsAsArray().map(({ name }) => name),
  };
}
