import * as z from "zod/mini";

/**
 * How the server stands with Salesforce.
 *
 * - `connecting`: nothing has been heard yet. - `loading`: the first load of customers is under way.
 * - `current`: the last round worked. - `silent`: no answer; it is tried again by itself.
 * - `maintenance`, `quota_spent`: Salesforce says to wait. - `locked_out`: it does not let us in.
 * - `refused`: it did not like a request.
 */
export const salesforceStandings = [
  "connecting",
  "loading",
  "current",
  "silent",
  "maintenance",
  "quota_spent",
  "locked_out",
  "refused",
] as const;
export type SalesforceStanding = (typeof salesforceStandings)[number];

export const salesforceReportSchema = z.object({
  standing: z.enum(salesforceStandings),
  /** Unix milliseconds of the last round that worked; null before the first. */
  lastAnsweredAt: z.nullable(z.number()),
  /** What the org lacks before accepted estimates can go in, in English; null when nothing. */
  setupProblem: z.nullable(z.string()),
  /** The whole of it in English, for the people who run the server. */
  summary: z.string(),
});
export type SalesforceReport = z.infer<typeof salesforceReportSchema>;

/** How the backups stand that the server makes by itself (docs/operations.md). */
export interface BackupReport {
  /** Unix milliseconds of the last one that was made and read again whole; null before the first. */
  readonly lastVerifiedAt: number | null;
  /** Why the last attempt failed, in English; null when it did not. */
  readonly problem: string | null;
}

/**
 * How the server stands with its signing keys. `last_good`: they could not be looked at lately and are used as they were.
 * `none`: there are none, and nothing is signed.
 */
export interface KeyReport {
  readonly standing: "current" | "last_good" | "none";
  /** The name (`kid`) of the key that signs. */
  readonly signer: string | null;
}

/** The part of `GET /api/v1/standing` that tablets read. */
export const standingSchema = z.object({ salesforce: salesforceReportSchema });
