import * as z from "zod/mini";
import { identifierSchema } from "../identifiers.ts";

/**
 * What Salesforce did not take and a person has to settle. Tasks live on the server only: settling one needs
 * Salesforce, and so a signal.
 */

/**
 * Why it was not taken.
 *
 * - `duplicate`: a duplicate rule found records like ours. - `locked`: others hold the record, for long already.
 * - `validation`: a rule of the org does not like the data. - `gone`: something it hangs on was deleted or merged.
 * - `price_entry`: the price book entry that lines are booked on is not active. - `picklist`: a value that we set is no
 * longer in the org's list. - `ambiguous`: several records carry our id. - `not_allowed`: the integration user may not.
 * - `total`: Salesforce works out another sum. - `occupied`: the Opportunity belongs to another estimate.
 * - `unusable`: our own records do not let it be sent. - `other`: anything else that Salesforce says no to.
 */
export const taskKinds = [
  "duplicate",
  "locked",
  "validation",
  "gone",
  "price_entry",
  "picklist",
  "ambiguous",
  "not_allowed",
  "total",
  "occupied",
  "unusable",
  "other",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What a person may do about one: send it again, for the matched customer, in spite of the rule; or close it. */
export const taskChoices = ["retry", "use-match", "create-anyway", "dismiss"] as const;
export type TaskChoice = (typeof taskChoices)[number];

const picture = {
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  street: z.string(),
  city: z.string(),
};

export const taskSchema = z.object({
  id: identifierSchema,
  kind: z.enum(taskKinds),
  estimateId: identifierSchema,
  estimateTitle: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
  /** Salesforce's own words, or ours where it had none; English. */
  said: z.string(),
  /** Names of the fields it is about, as Salesforce calls them. */
  fields: z.array(z.string()),
  /** Our customer; null when it is gone. */
  ours: z.nullable(z.object(picture)),
  /** What the duplicate rule found. Empty texts where the record is not known here. */
  matches: z.array(
    z.object({
      ...picture,
      /** The Account, 18 characters. */
      accountId: identifierSchema,
      url: z.nullable(z.string()),
    }),
  ),
  /** What this person may do now; empty for whoever may not settle it. */
  choices: z.array(z.enum(taskChoices)),
  /** What it is about, in Salesforce; null when that is not known. */
  url: z.nullable(z.string()),
});
export type Task = z.infer<typeof taskSchema>;

/** `GET /api/v1/tasks`, the oldest first. */
export const tasksResponseSchema = z.object({ tasks: z.array(taskSchema) });
export type TasksResponse = z.infer<typeof tasksResponseSchema>;

/** The body of `POST /api/v1/tasks/:id/use-match`; the other choices take none. */
export const useMatchSchema = z.strictObject({ accountId: identifierSchema });

/** Why a choice was not carried out; nothing was changed then. */
export const taskProblems = ["not_open", "not_offered", "match_gone", "salesforce_away"] as const;
export type TaskProblem = (typeof taskProblems)[number];
