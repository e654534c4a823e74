import type { Log } from "../observe/log.ts";
import type { Observe } from "../observe/observation.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { isAtLeast, type MemoryLevel, nextLevel } from "./memory-level.ts";

/** Reading it costs some ten microseconds; memory does not fill from 70 % to 92 % faster than this. */
const SAMPLE_MS = 1000;
/** What was given back shows in the process' size only after a garbage collection or two. */
const AGAIN_MS = 10_000;
/** A collection holds everybody up for 30 to 300 ms: a seventh of the time at the most. */
const COLLECT_AGAIN_MS = 2000;

/** How much a holder of memory gives back: half, everything, or all but what somebody waits for. */
export type ShedAmount = "half" | "all";

/** Something that holds memory, or connections, that nobody would miss for long. */
export interface Sheddable {
  /** As `DELETE /api/memory/cache?target=` and logs call it. */
  readonly name: string;
  readonly sort: "cache" | "connections";
  shed(amount: ShedAmount): void;
  /** What it holds now; null where that is not known. */
  bytes(): number | null;
}

export interface MemoryReading {
  readonly rssBytes: number;
  readonly limitBytes: number;
}

export interface MemoryReport extends MemoryReading {
  readonly level: MemoryLevel;
  readonly heapUsedBytes: number;
  readonly externalBytes: number;
  readonly holders: readonly { readonly name: string; readonly bytes: number | null }[];
}

export interface MemoryWatch {
  level(): MemoryLevel;
  reading(): MemoryReading;
  report(): MemoryReport;
  /** Has it give back memory whenever that is tight. */
  register(sheddable: Sheddable): void;
  /** @returns the names of those that gave back. */
  shed(sort: Sheddable["sort"], amount: ShedAmount, name?: string): readonly string[];
  /** Looks at once; the watch does so by itself every second. */
  look(): void;
  stop(): void;
}

export interface MemoryWatchParts {
  readonly limitBytes: number;
  readonly log: Log;
  readonly observe: Observe;
  readonly readRss?: (() => number) | undefined;
  readonly collect?: (() => void) | undefined;
  /** Milliseconds since some moment. */
  readonly elapsed?: (() => number) | undefined;
}

/** Looks at the size of the process and sheds what it must, level by level. */
export function watchMemory({
  limitBytes,
  log,
  observe,
  readRss = () => process.memoryUsage.rss(),
  collect = collectGarbage,
  elapsed = () => performance.now(),
}: MemoryWatchParts): MemoryWatch {
  const sheddables: Sheddable[] = [];
  let level: MemoryLevel = "normal";
  let rssBytes = readRss();
  let shedAt = -Infinity;
  let collectedAt = -Infinity;

  const shed: MemoryWatch["shed"] = (sort, amount, name) => {
    const chosen = sheddables.filter(
      (one) => one.sort === sort && (name === undefined || one.name === name),
    );
    for (const one of chosen) one.shed(amount);
    return chosen.map((one) => one.name);
  };

  /** From `critical` on nobody is harmed for garbage that V8 has not looked for yet. */
  function readLevel(): MemoryLevel {
    rssBytes = readRss();
    const found = nextLevel(rssBytes / limitBytes, level);
    if (!isAtLeast(found, "critical") || elapsed() - collectedAt < COLLECT_AGAIN_MS) return found;
    collectedAt = elapsed();
    collect();
    rssBytes = readRss();
    return nextLevel(rssBytes / limitBytes, level);
  }

  function look(): void {
    const before = level;
    level = readLevel();
    const hasRisen = level !== before && isAtLeast(level, before);
    if (level !== before) log.info("memory.level", { level, rssBytes, limitBytes });
    if (level === "normal" || !(hasRisen || elapsed() - shedAt >= AGAIN_MS)) return;
    shedAt = elapsed();
    observe({ kind: "shed", level });
    shed("cache", level === "warning" ? "half" : "all");
    if (isAtLeast(level, "critical")) shed("connections", level === "critical" ? "half" : "all");
  }

  const timer = setInterval(look, SAMPLE_MS);
  timer.unref();
  return {
    level: () => level,
    reading: () => ({ rssBytes, limitBytes }),
    report() {
      const { heapUsed, external } = process.memoryUsage();
      return {
        rssBytes,
        limitBytes,
        level,
        heapUsedBytes: heapUsed,
        externalBytes: external,
        holders: sheddables.map((one) => ({ name: one.name, bytes: one.bytes() })),
      };
    },
    register: (sheddable) => void sheddables.push(sheddable),
    shed,
    look,
    stop: () => clearInterval(timer),
  };
}
