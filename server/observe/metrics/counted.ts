import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { BreakerState } from "../../upstream/upstream.ts";
import type { Observation, Observe } from "../observation.ts";

/** From a cached answer to the longest that a load balancer waits. */
const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
const STORE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2, 15];
const UPSTREAM_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 60];
const CALCULATION_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5];
/** Around the bounds of "good" and "poor" that the field agrees on: 0.2 and 0.5 INP, 1.8 and 3 FCP, 2.5 and 4 LCP. */
const VITAL_SECONDS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.8, 1.2, 1.8, 2.5, 3, 4, 6, 10];
const SHIFT = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1];

const breakerStates: readonly BreakerState[] = ["closed", "half-open", "open"];

/** Metrics that grow with what happens. @returns what counts one observation. */
export function countObservations(registry: Registry): Observe {
  const registers = [registry];
  const requests = new Histogram({
    name: "paintbox_http_request_duration_seconds",
    help: "Requests to the API, from their head to the answer's, by route pattern and class of status.",
    labelNames: ["method", "route", "status"],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const readyAnswers = new Counter({
    name: "paintbox_ready_answers_total",
    help: "Requests answered from memory, before the app: keys and health.",
    labelNames: ["path", "status"],
    registers,
  });
  const limited = new Counter({
    name: "paintbox_rate_limited_total",
    help: "Requests refused with 429, by limit and by what it counts.",
    labelNames: ["limit", "by"],
    registers,
  });
  const turnedAway = new Counter({
    name: "paintbox_turned_away_total",
    help: "Requests refused with 503 because memory was short.",
    labelNames: ["limit"],
    registers,
  });
  const sheds = new Counter({
    name: "paintbox_memory_sheds_total",
    help: "How often memory was given back, by the level that asked for it.",
    labelNames: ["level"],
    registers,
  });
  const transactions = new Histogram({
    name: "paintbox_store_transaction_duration_seconds",
    help: "Transactions of the store as their callers wait for them; a write ends when it is on disk.",
    labelNames: ["work", "outcome"],
    buckets: STORE_SECONDS,
    registers,
  });
  const mutations = new Counter({
    name: "paintbox_sync_mutations_total",
    help: "Mutations that tablets have pushed, by what became of them.",
    labelNames: ["outcome"],
    registers,
  });
  const pulls = new Counter({
    name: "paintbox_sync_pulls_total",
    help: "Pages that tablets have pulled.",
    registers,
  });
  const pulled = new Counter({
    name: "paintbox_sync_pulled_records_total",
    help: "Records on these pages.",
    registers,
  });
  const calculations = new Histogram({
    name: "paintbox_calculation_duration_seconds",
    help: "Time that pricing an estimate took over HTTP, without reading the request.",
    buckets: CALCULATION_SECONDS,
    registers,
  });
  const answers = new Counter({
    name: "paintbox_calculations_total",
    help: "Calculations answered, priced anew (miss) or as kept (hit).",
    labelNames: ["result"],
    registers,
  });
  const calls = new Histogram({
    name: "paintbox_upstream_call_duration_seconds",
    help: "Attempts at calls to outside systems, by outcome: ok or the error's code.",
    labelNames: ["upstream", "outcome"],
    buckets: UPSTREAM_SECONDS,
    registers,
  });
  const breakers = new Gauge({
    name: "paintbox_upstream_breaker_state",
    help: "1 for the state that an outside system's breaker is in.",
    labelNames: ["upstream", "state"],
    registers,
  });
  const vitals = new Histogram({
    name: "paintbox_web_vital_seconds",
    help: "Web vitals from the field, by screen and kind of connection.",
    labelNames: ["name", "route", "connection"],
    buckets: VITAL_SECONDS,
    registers,
  });
  const shifts = new Histogram({
    name: "paintbox_web_vital_layout_shift",
    help: "Cumulative layout shift from the field, by screen and kind of connection.",
    labelNames: ["route", "connection"],
    buckets: SHIFT,
    registers,
  });

  const knownUpstreams = new Set<string>();
  const setBreaker = (upstream: string, is: BreakerState): void => {
    knownUpstreams.add(upstream);
    for (const state of breakerStates) breakers.set({ upstream, state }, state === is ? 1 : 0);
  };

  return (seen: Observation): void => {
    switch (seen.kind) {
      case "request": {
        const { method, route, seconds } = seen;
        const status = `${Math.floor(seen.status / 100)}xx`;
        return requests.observe({ method, route, status }, seconds);
      }
      case "ready-answer":
        return readyAnswers.inc({ path: seen.path, status: seen.status });
      case "limited":
        return limited.inc({ limit: seen.limit, by: seen.by });
      case "turned-away":
        return turnedAway.inc({ limit: seen.limit });
      case "shed":
        return sheds.inc({ level: seen.level });
      case "transaction": {
        const outcome = seen.ok ? "ok" : "failed";
        return transactions.observe({ work: seen.work, outcome }, seen.seconds);
      }
      case "push":
        for (const { outcome } of seen.results) mutations.inc({ outcome });
        return;
      case "pull":
        pulls.inc();
        return pulled.inc(seen.records);
      case "calculation":
        if (!seen.isKept) calculations.observe(seen.seconds);
        return answers.inc({ result: seen.isKept ? "hit" : "miss" });
      case "upstream":
        // A breaker tells when it changes; until then it is as it was made.
        if (!knownUpstreams.has(seen.upstream)) setBreaker(seen.upstream, "closed");
        return calls.observe({ upstream: seen.upstream, outcome: seen.outcome }, seen.seconds);
      case "breaker":
        return setBreaker(seen.upstream, seen.state);
      case "vital": {
        const { name, route, connection, value } = seen;
        if (name === "CLS") return shifts.observe({ route, connection }, value);
        return vitals.observe({ name, route, connection }, value / 1000);
      }
    }
  };
}
