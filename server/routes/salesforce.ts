import { type Context, Hono } from "hono";
import type { SalesforceReport } from "../../shared/health.ts";
import type { ReadProblem } from "../../shared/salesforce/reads.ts";
import { wordsOf } from "../../shared/text/folded-words.ts";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import { type ReadableObject, recordIdOf } from "../salesforce/record-id.ts";
import type { Read, SalesforceReads } from "../salesforce/reads/salesforce-reads.ts";

/** Salesforce's own search wants two characters; fewer would find everything here as well. */
const SHORTEST_SEARCH = 2;
const LONGEST_SEARCH = 200;
/** When it is worth asking again: a tablet that asks sooner learns nothing new. */
const RETRY_AFTER_SECONDS = 30;

export interface SalesforceRouteParts {
  readonly reads: SalesforceReads;
  readonly salesforceState: () => SalesforceReport;
  readonly clock: Clock;
}

const answers: Readonly<
  Record<ReadProblem, { readonly status: 400 | 404 | 502 | 503; readonly message: string }>
> = {
  id_invalid: {
    status: 400,
    message: "This is not the id of such a record: 15 characters, or 18 with the right ending.",
  },
  query_invalid: {
    status: 400,
    message: `A search has from ${SHORTEST_SEARCH} to ${LONGEST_SEARCH} characters, letters or digits among them.`,
  },
  not_found: { status: 404, message: "Salesforce has no such record, or does not show it to us." },
  salesforce_away: { status: 503, message: "Salesforce does not answer just now." },
  quota_spent: {
    status: 503,
    message:
      "The day's Salesforce calls are nearly used up. What is left is for accepted estimates.",
  },
  salesforce_refused: { status: 502, message: "Salesforce refused to answer this." },
};

/** `GET /salesforce/{search,accounts/:id,contacts/:id,opportunities/:id}` (shared/salesforce/reads.ts). */
export function salesforceRoutes({ reads, salesforceState, clock }: SalesforceRouteParts) {
  const refuse = (context: Context<AppEnv>, code: ReadProblem): Response => {
    const { status, message } = answers[code];
    const retryable = status === 503;
    if (retryable) context.header("retry-after", String(RETRY_AFTER_SECONDS));
    return context.json({ error: { code, message, retryable } }, status);
  };
  const answer = <T extends object>(context: Context<AppEnv>, read: Read<T>): Response => {
    if (!read.ok) return refuse(context, read.error.code);
    const { from, isStale } = read;
    const mirroredAt = salesforceState().lastAnsweredAt;
    const mirrorAge = mirroredAt === null ? 0 : clock.now() - mirroredAt;
    const seconds = Math.max(0, Math.floor((read.ageMs ?? mirrorAge) / 1000));
    context.header("x-cache", isStale ? `${from}, stale` : from);
    context.header("age", String(seconds));
    context.header("cache-control", "private, no-store");
    return context.json({ ...read.value, isStale });
  };
  const byId =
    <T extends object>(
      object: ReadableObject,
      read: (companyId: string, id: string) => Promise<Read<T>>,
    ) =>
    async (context: Context<AppEnv>): Promise<Response> => {
      const id = recordIdOf(object, context.req.param("id") ?? "");
      if (id === null) return refuse(context, "id_invalid");
      return answer(context, await read(context.var.identity.companyId, id));
    };
  return new Hono<AppEnv>()
    .get("/salesforce/search", async (context) => {
      const text = (context.req.query("q") ?? "").trim();
      const letters = wordsOf(text).join("").length;
      if (letters < SHORTEST_SEARCH || text.length > LONGEST_SEARCH)
        return refuse(context, "query_invalid");
      const asks = context.req.query("upstream") === "1";
      return answer(context, await reads.search(context.var.identity.companyId, text, asks));
    })
    .get(
      "/salesforce/accounts/:id",
      byId("Account", (company, id) => reads.account(company, id)),
    )
    .get(
      "/salesforce/contacts/:id",
      byId("Contact", (company, id) => reads.contact(company, id)),
    )
    .get(
      "/salesforce/opportunities/:id",
      byId("Opportunity", (company, id) => reads.opportunity(company, id)),
    );
}
