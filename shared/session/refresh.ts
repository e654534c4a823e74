import * as z from "zod/mini";
import { sessionSchema } from "../sync/wire.ts";

/**
 * `POST /api/session/refresh`: a tablet shows that it is still the same one, hears who it belongs to now, and gets the
 * secret and the lease for the next while (docs/access.md).
 */

/** A secret that is older than this signs no request of a tablet with a key: a copied cookie is worth no more than that. */
export const SECRET_LIFETIME_MS = 15 * 60_000;
/** A tablet in use asks before its secret is overdue, so that hardly any request has to be repeated. */
export const REFRESH_AFTER_MS = 10 * 60_000;
/** The header that carries the proof, as RFC 9449 names it. */
export const PROOF_HEADER = "dpop";

export const refreshRequestSchema = z.strictObject({
  /** Edits on this tablet that the server has not confirmed; null when it has not counted. For the list of devices. */
  waiting: z.nullable(z.int().check(z.gte(0), z.lte(1_000_000))),
});

export const refreshResponseSchema = z.object({
  /** Which session of the list of devices this is; a proof names it. */
  sessionId: z.string(),
  session: sessionSchema,
  /** Unix milliseconds: the only clock that a lease is measured by. */
  serverTime: z.number(),
  /** The lease as a signed token; null when this server has no keys or this tablet none. */
  lease: z.nullable(z.string()),
  /** This tablet is to send its work and then forget everything. */
  wipe: z.boolean(),
});
export type RefreshResponse = z.infer<typeof refreshResponseSchema>;

/** Beside the error `proof_needed`: with these the tablet makes a proof that is accepted. */
export const proofNeededSchema = z.object({ sessionId: z.string(), serverTime: z.number() });
