import type { BackupReport } from "../../../shared/health.ts";
import type { KeyFigures } from "../../keys/key-ring.ts";
import type { LiveReport } from "../../live/bus.ts";
import type { MemoryLevel } from "../../memory/memory-level.ts";
import type { MemoryReading } from "../../memory/memory-watch.ts";
import type { OutboxDepth } from "../../outbox/outbox-depth.ts";
import type { ConnectionsReport } from "../../store/store.ts";
import type { UpstreamReport } from "../../upstream/upstream.ts";

/** What is read when somebody asks for the metrics, and not before. */
export interface MetricSources {
  readonly build: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly inFlight: () => number;
  readonly streams: () => number;
  readonly memory: { level(): MemoryLevel; reading(): MemoryReading };
  /** Of a shared database; null where there is none. */
  readonly connections: () => ConnectionsReport | null;
  readonly outbox: () => Promise<readonly OutboxDepth[]>;
  /** Null until the app is loaded. */
  readonly live: () => LiveReport | null;
  readonly backup: () => BackupReport | null;
  /** Calls to an outside system that count against a budget; null while nothing is known of it. */
  readonly budgets: () => readonly BudgetReport[];
  /** Calls to outside systems that are under way or wait for their turn. */
  readonly upstreams: () => readonly UpstreamReport[];
  /** Of budgets that are counted in windows of some seconds, what is used of this one. */
  readonly windows: () => Promise<readonly BudgetReport[]>;
  readonly caches: () => readonly CacheReads[];
  /** Who holds how many bytes; null: not known. */
  readonly held: () => readonly { readonly name: string; readonly bytes: number | null }[];
  readonly keys: () => KeyFigures;
}

export interface BudgetReport {
  readonly upstream: string;
  readonly used: number;
  readonly allowed: number;
}

/** Counted since the process began. */
export interface CacheReads {
  readonly name: string;
  readonly hits: number;
  readonly stale: number;
  readonly misses: number;
}
