import * as z from "zod/mini";
import { refreshResponseSchema } from "../../shared/session/refresh.ts";

const KEY = "paintbox-kept";

/** What a tablet remembers of its last refresh, for all its tabs. Nothing in it is secret. */
const keptSchema = z.object({
  /** Unix milliseconds by the tablet's own clock, of the last answer. */
  refreshedAt: z.number(),
  told: refreshResponseSchema,
  /** The keys by which the lease is verified, as the server published them. */
  jwks: z.unknown(),
  /** The server's clock minus the tablet's, at the last answer. */
  offsetMs: z.number(),
  /** The latest time this tablet has known it to be, by the server's clock. */
  latest: z.number(),
});
export type Kept = z.infer<typeof keptSchema>;

/** @returns null when nothing is kept, or nothing that can be read. */
export function readKept(storage: Storage = localStorage): Kept | null {
  try {
    return z.safeParse(keptSchema, JSON.parse(storage.getItem(KEY) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

/** A browser that refuses to keep it works as one that has never heard of a lease. */
export function writeKept(kept: Kept, storage: Storage = localStorage): void {
  try {
    storage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Full, or a private window.
  }
}
