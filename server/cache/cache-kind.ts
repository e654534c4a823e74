import type * as z from "zod/mini";
import type { UpstreamError } from "../upstream/upstream-error.ts";

/** What the cache has to know about one kind of answers. All times in milliseconds. */
export interface CacheKind<T, E extends UpstreamError> {
  /** As metrics call it, such as "companycam.projects". */
  readonly name: string;
  /** Served without asking. */
  readonly freshMs: number;
  /** After that: served at once, marked as stale, while it is asked anew. Older than both together it is never served. */
  readonly staleMs: number;
  /** How long "there is none" is believed; 0: not at all. */
  readonly absentMs: number;
  /** What a reader is told meanwhile. */
  readonly absent: () => E;
  /** What comes back from Redis was perhaps written by another build: it is checked. */
  readonly schema: z.ZodMiniType<T>;
}

/** Where a value belongs, from wide to narrow, such as `[companyId, "projects", id]`; the parts may be anything. */
export type CacheScope = readonly string[];

export type CacheSource = "memory" | "redis" | "upstream";

export type CacheRead<T, E> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly ageMs: number;
      readonly isStale: boolean;
      readonly from: CacheSource;
    }
  | { readonly ok: false; readonly error: E };

/** Something that was answered once: a value, or that there is none. */
export type Entry<T> = {
  /** Unix milliseconds of the question: an answer is as old as that. */
  readonly askedAt: number;
} & ({ readonly isAbsent: false; readonly value: T } | { readonly isAbsent: true });

/** Whether `scope` is `prefix` or lies below it. */
export const liesIn = (scope: CacheScope, prefix: CacheScope): boolean =>
  prefix.every((part, index) => scope[index] === part);
