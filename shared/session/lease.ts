import * as z from "zod/mini";
import { sessionSchema } from "../sync/wire.ts";

/** The offline lease: until when a tablet may be worked on without asking the server (docs/access.md). */

export const LEASE_TYPE = "paintbox-lease+jwt";
/** After the lease's end a tablet shows everything and takes no edits; after this, nothing any more. */
export const READ_ONLY_MS = 14 * 24 * 60 * 60_000;
/** From here on a lease's end is told, while there is time to find a signal. */
export const ENDING_SOON_MS = 2 * 24 * 60 * 60_000;

export const leaseClaimsSchema = z.object({
  /** The person, and the Salesforce organisation. */
  sub: z.string(),
  org: z.string(),
  role: sessionSchema.shape.role,
  /** The thumbprint of the tablet's key (RFC 7638): a lease that is copied to another tablet is none. */
  cnf: z.object({ jkt: z.string() }),
  /** Unix seconds. */
  iat: z.number(),
  exp: z.number(),
});
export type LeaseClaims = z.infer<typeof leaseClaimsSchema>;

/**
 * - `good`: work. - `ending`: work, and a word about it. - `ended`: look, send, and connect once. - `locked`: connect once.
 */
export type LeaseStanding = "good" | "ending" | "ended" | "locked";

/** How a lease stands at a time, in Unix milliseconds. */
export function leaseStanding({ exp }: Pick<LeaseClaims, "exp">, time: number): LeaseStanding {
  const end = exp * 1000;
  if (time < end - ENDING_SOON_MS) return "good";
  if (time < end) return "ending";
  return time < end + READ_ONLY_MS ? "ended" : "locked";
}
