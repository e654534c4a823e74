/** How reads of one kind ended, counted since the start. */
export interface KindCounts {
  /** Served fresh from this process' memory. */
  hits: number;
  /** Served at once although older than fresh. */
  staleHits: number;
  /** Served from Redis. */
  redisHits: number;
  /** Told that there is none, without asking. */
  absentHits: number;
  /** Had to ask the other side. */
  misses: number;
  /** Waited for the question of somebody else. */
  joined: number;
  /** Of the questions asked, those that brought no answer. */
  failures: number;
}

export interface CacheReport {
  readonly bytes: number;
  readonly maxBytes: number;
  readonly entries: number;
  readonly redis: "none" | "ok" | "away";
  readonly kinds: Readonly<Record<string, Readonly<KindCounts>>>;
}

export const noCounts = (): KindCounts => ({
  hits: 0,
  staleHits: 0,
  redisHits: 0,
  absentHits: 0,
  misses: 0,
  joined: 0,
  failures: 0,
});
