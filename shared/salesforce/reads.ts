import * as z from "zod/mini";

/**
 * What `GET /api/v1/salesforce/…` answers: people and sales as Salesforce has them, from the server's mirror where it
 * holds them and from Salesforce itself where it does not. The header `x-cache` says which: `mirror`, `memory`, `redis`
 * or `upstream`; with `, stale` behind it when Salesforce could not be asked anew. `age` is in seconds.
 */

export const contactRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  accountId: z.nullable(z.string()),
});

export const opportunityRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.string(),
  closeDate: z.string(),
  accountId: z.nullable(z.string()),
});

export const accountRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  street: z.string(),
  city: z.string(),
  state: z.string(),
  postalCode: z.string(),
});
export type AccountRow = z.infer<typeof accountRowSchema>;
export type ContactRow = z.infer<typeof contactRowSchema>;
export type OpportunityRow = z.infer<typeof opportunityRowSchema>;

/** An estimate of ours that hangs on what was asked for. */
export const estimateRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  /** How far it has come into Salesforce. */
  crmState: z.string(),
  opportunityId: z.nullable(z.string()),
  quoteId: z.nullable(z.string()),
});
export type EstimateRow = z.infer<typeof estimateRowSchema>;

/** Our quote as it stands in Salesforce now. */
export const quoteRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.string(),
  /** Dollars, as Salesforce works them out. */
  grandTotal: z.nullable(z.number()),
});
export type QuoteRow = z.infer<typeof quoteRowSchema>;

/** What only Salesforce holds of an Account. */
export const accountAnswerSchema = z.object({
  account: accountRowSchema,
  contacts: z.array(contactRowSchema),
  opportunities: z.array(opportunityRowSchema),
});
export type AccountAnswer = z.infer<typeof accountAnswerSchema>;

export const contactAnswerSchema = z.object({ contact: contactRowSchema });
export type ContactAnswer = z.infer<typeof contactAnswerSchema>;

export const opportunityAnswerSchema = z.object({ opportunity: opportunityRowSchema });
export type OpportunityAnswer = z.infer<typeof opportunityAnswerSchema>;

/** `GET /api/v1/salesforce/search?q=`; `upstream=1` also asks Salesforce's own search. */
export const searchAnswerSchema = z.object({
  accounts: z.array(accountRowSchema),
  /** Why Salesforce was not asked although it was wanted; null when it was, or was not wanted. */
  upstream: z.nullable(z.enum(["budget", "away"])),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** Why a read was not answered. */
export const readProblems = [
  "id_invalid",
  "query_invalid",
  "not_found",
  "salesforce_away",
  "quota_spent",
  "salesforce_refused",
] as const;
export type ReadProblem = (typeof readProblems)[number];
