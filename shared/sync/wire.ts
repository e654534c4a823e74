import * as z from "zod/mini";
import { recordSchema } from "../estimate/record.ts";
import { identifierSchema, isPlainText, uuidSchema } from "../identifiers.ts";
import { mutationSchema } from "./mutation.ts";

/**
 * The sync protocol on the wire (docs/sync.md). Both sides check both directions: a tablet may be older
 * or newer than the server it talks to.
 */

/** Changes when the meaning of a request changes. */
export const PROTOCOL = 1;
/** Changes when an entity gains, loses or redefines a field. */
export const SCHEMA = 3;
/** The oldest schema of a tablet that is still served (docs/sync.md, schema versions). */
export const OLDEST_SCHEMA = 1;
/** A push of 200 mutations is about 60 KB; larger outboxes go in several. */
export const MAX_MUTATIONS = 200;
/** Rows a pull answers with at the most: about 300 KB of JSON, applied in one transaction of some 100 ms. */
export const PULL_LIMIT = 1000;
/**
 * Bytes of a request body the server reads at the most. A full push of long notes stays far below; a price book
 * that is published travels alone, and its characters are up to three bytes each.
 */
export const MAX_BODY_BYTES = 8_000_000;
/** Characters of one mutation's operations as JSON: with the envelope it fits into a body. */
export const MAX_MUTATION_CHARACTERS = 2_500_000;

/**
 * Whose records a tablet exchanges, as a header. Its browser may have signed somebody else in a moment ago, in another
 * tab: their cookie must not carry this person's edits. Older tablets do not say.
 */
export const PERSON_HEADER = "paintbox-person";

const counter = z.int().check(z.gte(0));
const envelope = {
  protocol: z.int(),
  schema: z.int(),
  build: z.string().check(z.maxLength(40), z.refine(isPlainText)),
  clientId: uuidSchema,
  /** Null until the first pull told it. A server restored from a backup has a new epoch. */
  epoch: z.nullable(counter),
};

export const pushRequestSchema = z.strictObject({
  ...envelope,
  mutations: z.array(mutationSchema).check(z.maxLength(MAX_MUTATIONS)),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

export const rejectionReasons = [
  "missing_record",
  "id_taken",
  "invalid_field",
  "server_field",
  "estimate_accepted",
  "acceptance_only",
  "not_priceable",
  "total_differs",
  "forbidden",
  "book_draft_exists",
  "book_draft_gone",
  "stale_price_book",
  "invalid_price_book",
  "open_conflicts",
  "conflict_settled",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export const mutationResultSchema = z.strictObject({
  id: uuidSchema,
  /** `duplicate`: this very mutation was in the log already, the answer to its first delivery was lost. */
  outcome: z.enum(["applied", "noop", "conflict", "rejected", "duplicate"]),
  reason: z.nullable(z.enum(rejectionReasons)),
  /** A sentence for people, in English; tablets prefer their own words for `reason`. */
  message: z.nullable(z.string()),
});
export type MutationResult = z.infer<typeof mutationResultSchema>;

export const pushResponseSchema = z.object({
  epoch: counter,
  /** The last mutation of this tablet that is on disk, by number and identity. */
  lastSeq: counter,
  lastId: z.nullable(uuidSchema),
  results: z.array(mutationResultSchema),
});
export type PushResponse = z.infer<typeof pushResponseSchema>;

/** Estimates a pull asks for by name at the most; the largest house is some 2,000 records. */
export const MAX_WANTED = 10;

export const pullRequestSchema = z.strictObject({
  ...envelope,
  cursor: counter,
  /**
   * What this tablet holds is complete from this revision on; null: it has not been told yet. Tablets before schema 3
   * do not send it and hold everything.
   */
  horizon: z.optional(z.nullable(counter)),
  /** Estimates from before the horizon that somebody wants to see. */
  want: z.optional(z.array(identifierSchema).check(z.maxLength(MAX_WANTED))),
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

export const pullResponseSchema = z.object({
  epoch: counter,
  /** The cursor this answer continues from; an answer that does not continue from ours is thrown away (R4). */
  from: counter,
  cursor: counter,
  more: z.boolean(),
  /** The server no longer knows our cursor: records are replaced, the outbox never is. */
  reset: z.boolean(),
  /** Estimates that nobody has touched since this revision are left out, but for one's own and the wanted ones. */
  horizon: counter,
  /** The estimates that were asked for and are in `records`, all of each of them, as far as they exist. */
  wanted: z.array(identifierSchema),
  /** With `reset`: the company's living records. A server that has lost its data shows by this number (R9). */
  living: z.nullable(counter),
  lastSeq: counter,
  lastId: z.nullable(uuidSchema),
  records: z.array(recordSchema),
  /** Up to which revision a verified backup holds the log; the journal is trimmed only below it (R10). */
  backedUpRev: counter,
});
export type PullResponse = z.infer<typeof pullResponseSchema>;

/**
 * Who was refused a stream of events asks again after this: a tab of theirs may have been closed by then, and meanwhile
 * they pull by themselves.
 */
export const STREAM_RETRY_SECONDS = 30;

/** Data of the server-sent event `poke`: something changed, pull. It carries nothing else. */
export interface Poke {
  readonly rev: number;
}

/** Data of the server-sent event `presence`: who has an estimate open now, on any tablet of the company. */
export const presenceSchema = z.object({
  estimateId: identifierSchema,
  people: z.readonly(z.array(z.readonly(z.object({ userId: z.string(), name: z.string() })))),
});
export type Presence = z.infer<typeof presenceSchema>;

/** `POST /api/sync/presence`: the estimate that a tab has open, or null when it has none any more. */
export const presenceRequestSchema = z.strictObject({
  estimateId: z.nullable(identifierSchema),
  /** Made anew at each start of the app. */
  tabId: uuidSchema,
  /** Counted by the tab: the later word counts, whichever arrives last. */
  beat: counter,
});
export type PresenceRequest = z.infer<typeof presenceRequestSchema>;

export const errorCodes = [
  "body_not_json",
  "body_invalid",
  "body_too_large",
  "protocol_unsupported",
  "schema_unsupported",
  "signed_out",
  "refresh_needed",
  "proof_needed",
  "forbidden",
  "forked",
  "epoch_changed",
  "gap",
  "storage_full",
  "not_found",
  "unavailable",
  "rate_limited",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Every failed request of ours answers with this body: a code for programs, a sentence for people. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    /** Whether the same request can succeed later without anybody changing anything. */
    retryable: z.boolean(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** Who is signed in, as `GET /api/session` tells the tablet; it keeps this to work offline. */
export const sessionSchema = z.object({
  companyId: identifierSchema,
  companyName: z.string(),
  userId: identifierSchema,
  userName: z.string(),
  email: z.string(),
  role: z.enum(["estimator", "manager", "painter"]),
});
export type Session = z.infer<typeof sessionSchema>;
