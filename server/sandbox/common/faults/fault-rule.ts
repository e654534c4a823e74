/** What can be made to go wrong, and for which calls. */
import * as z from "zod/mini";

const actionSchema = z.discriminatedUnion("kind", [
  /** Answers with this status and error code; nothing is done. */
  z.object({
    kind: z.literal("error"),
    status: z.int(),
    errorCode: z.string(),
    message: z.optional(z.string()),
  }),
  /** Waits, then goes on as usual. */
  z.object({ kind: z.literal("latency"), ms: z.int() }),
  /** Breaks the connection: before anything was done, or after it is on disk but before the answer. */
  z.object({ kind: z.literal("drop"), when: z.enum(["before-commit", "after-commit"]) }),
  /** A maintenance page: HTML where JSON was expected; with 302 it is a redirect to it. */
  z.object({ kind: z.literal("maintenance"), status: z.prefault(z.int(), 503) }),
  /** Does the work and breaks off in the middle of the answer; `gzip`: of the packed answer. */
  z.object({ kind: z.literal("truncate"), gzip: z.prefault(z.boolean(), false) }),
  /** Does the work, sends the first byte of the answer and then nothing more, for this long. */
  z.object({ kind: z.literal("stall"), ms: z.int() }),
]);

const pattern = z.string().check(z.refine(isPattern, "not a regular expression"));

export const faultRuleSchema = z.object({
  match: z.prefault(
    z.object({
      method: z.optional(z.string()),
      /** A regular expression over the path. */
      path: z.optional(pattern),
      /** The name of an object in path, query or body; also a regular expression. */
      object: z.optional(pattern),
      /** `subrequest`: one part inside a composite; only `error` acts there. */
      scope: z.prefault(z.enum(["request", "subrequest"]), "request"),
    }),
    {},
  ),
  /** How many matching calls pass first. */
  after: z.prefault(z.int(), 0),
  /** How many calls then fail; 0 for all until the rule is cleared. */
  times: z.prefault(z.int(), 1),
  action: actionSchema,
});

export type FaultRule = z.infer<typeof faultRuleSchema>;
export type FaultAction = z.infer<typeof actionSchema>;

/** A rule as a test may write it, with the defaults left out. */
export type FaultRuleInput = z.input<typeof faultRuleSchema>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== "";
  } catch {
    return false;
  }
}
