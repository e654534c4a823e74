import * as z from "zod/mini";
import { type ApiBudget, createApiBudget, type Purpose } from "./api-budget.ts";
import { API_VERSION, DATA_PATH } from "./api-version.ts";
import { type AssertionIssuer } from "./assertion.ts";
import { checked, type CompositeAnswer, readComposite, type Subrequest } from "./composite.ts";
import { type Answer, answered } from "./errors.ts";
import { createResilience, type Resilience } from "./resilience.ts";
import type { UpstreamObserver } from "../upstream/upstream.ts";
import type { SharedSession } from "./shared-session.ts";
import { type Query, toSoql } from "./soql.ts";
import { createTokenSource, type Token } from "./token-source.ts";
import { createTransport } from "./transport.ts";

/** Reads are small pages; a composite write of an estimate runs triggers and flows of the org. */
const READ_TIMEOUT_MS = 20_000;
const WRITE_TIMEOUT_MS = 60_000;

const fieldSchema = z.object({
  name: z.string(),
  externalId: z.prefault(z.boolean(), false),
  unique: z.prefault(z.boolean(), false),
  updateable: z.prefault(z.boolean(), false),
  picklistValues: z.prefault(z.array(z.object({ value: z.string(), active: z.boolean() })), []),
});
const describeSchema = z.object({ name: z.string(), fields: z.array(fieldSchema) });
export type Describe = z.infer<typeof describeSchema>;

/** A page of a query: `done` is false when the server stopped before the end of the result. */
export interface Page<T> {
  readonly done: boolean;
  readonly records: readonly T[];
}
export const pageOf = <S extends z.ZodMiniType>(record: S) =>
  z.object({ done: z.boolean(), records: z.array(record) });

/**
 * Path of a query, for a call of its own or a part of a composite.
 *
 * @param resource `queryAll` sees the recycle bin as well.
 */
export const queryPath = (query: Query, resource: "query" | "queryAll" = "query"): string =>
  `${DATA_PATH}/${resource}?q=${encodeURIComponent(toSoql(query))}`;

/** `purpose`: whose share of the day's calls a question comes from; a read's where nothing is said. */
export interface SalesforceClient {
  /** Who we are there; logs in when nobody has yet. */
  identity(): Promise<Answer<Pick<Token, "organizationId" | "userId">>>;
  /** The records of a query that fits in one page; anything longer is paged by key, never by locator. */
  query<S extends z.ZodMiniType>(
    query: Query,
    record: S,
    purpose?: Purpose,
  ): Promise<Answer<readonly z.infer<S>[]>>;
  queryPage<S extends z.ZodMiniType>(query: Query, record: S): Promise<Answer<Page<z.infer<S>>>>;
  /** As `query`, with what lies in the recycle bin. */
  queryAll<S extends z.ZodMiniType>(
    query: Query,
    record: S,
  ): Promise<Answer<readonly z.infer<S>[]>>;
  /** Salesforce's own search for words in the records of one object. */
  search<S extends z.ZodMiniType>(
    words: string,
    object: string,
    fields: readonly string[],
    limit: number,
    record: S,
  ): Promise<Answer<readonly z.infer<S>[]>>;
  describe(object: string, purpose?: Purpose): Promise<Answer<Describe>>;
  /** Up to 25 subrequests in one API call. */
  composite(
    subrequests: readonly Subrequest[],
    options: CompositeOptions,
  ): Promise<Answer<CompositeAnswer>>;
  usage: ApiBudget["usage"];
  /** How the calls fare, for metrics. */
  report: Resilience["report"];
  /** Hears from the other processes how many of the day's calls are used; alone it does nothing. */
  shareUsage(): Promise<void>;
  /** Where people look at a record in their browser; null before anybody has logged in. */
  recordUrl(id: string): string | null;
  /** Ends what is under way and answers `unreachable` from then on. */
  close(): void;
}

export interface CompositeOptions {
  readonly allOrNone: boolean;
  /** Whose share of the day's calls it comes from. */
  readonly purpose: Purpose;
  /** True for reads. A write is repeated by its caller, who first looks what the lost one has done. */
  readonly repeatable: boolean;
}

export interface ClientOptions {
  readonly issuer: AssertionIssuer;
  readonly clock: { now(): number };
  /** Where other processes use the same session: their tokens, and what they hear of the day's calls. */
  readonly shared?: SharedSession | undefined;
  /** First delay before a repeat, in milliseconds. */
  readonly firstDelayMs?: number | undefined;
  readonly observer?: UpstreamObserver | undefined;
}

/** A typed client of one org, on Node's own fetch: kept-alive connections, no SDK. */
export function createSalesforceClient(options: ClientOptions): SalesforceClient {
  const { issuer, clock } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const { shared } = options;
  const tokens = createTokenSource({ issuer, clock, signal, shared });
  const budget = createApiBudget(clock);
  const resilience = createResilience(options.firstDelayMs, options.observer);
  const transport = createTransport({ tokens, budget, resilience, signal });
  const read = (path: string, purpose: Purpose = "read") =>
    transport.send({
      method: "GET",
      path,
      purpose,
      repeatable: true,
      timeoutMs: READ_TIMEOUT_MS,
    });

  const queryPage: SalesforceClient["queryPage"] = async (query, record) => {
    const answer = await read(queryPath(query));
    return answer.ok
      ? checked(pageOf(record), answer.value.body, `query of ${query.from}`)
      : answer;
  };

  return {
    identity: () => tokens.current(),
    queryPage,
    async query(query, record, purpose) {
      const answer = await read(queryPath(query), purpose);
      if (!answer.ok) return answer;
      const page = checked(pageOf(record), answer.value.body, `query of ${query.from}`);
      return page.ok ? answered(page.value.records) : page;
    },
    async queryAll(query, record) {
      const answer = await read(queryPath(query, "queryAll"));
      if (!answer.ok) return answer;
      const page = checked(pageOf(record), answer.value.body, `query of all ${query.from}`);
      return page.ok ? answered(page.value.records) : page;
    },
    async search(words, object, fields, limit, record) {
      const parameters = new URLSearchParams({
        q: words,
        sobject: object,
        [`${object}.fields`]: fields.join(","),
        [`${object}.limit`]: String(limit),
      });
      const answer = await read(`${DATA_PATH}/parameterizedSearch?${parameters.toString()}`);
      if (!answer.ok) return answer;
      const found = checked(
        z.object({ searchRecords: z.array(record) }),
        answer.value.body,
        "search",
      );
      return found.ok ? answered(found.value.searchRecords) : found;
    },
    async describe(object, purpose) {
      const path = `${DATA_PATH}/sobjects/${encodeURIComponent(object)}/describe`;
      const answer = await read(path, purpose);
      return answer.ok
        ? checked(describeSchema, answer.value.body, `describe of ${object} at ${API_VERSION}`)
        : answer;
    },
    async composite(subrequests, { allOrNone, purpose, repeatable }) {
      const answer = await transport.send({
        method: "POST",
        path: `${DATA_PATH}/composite`,
        json: { allOrNone, compositeRequest: subrequests },
        purpose,
        repeatable,
        timeoutMs: repeatable ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
      });
      return answer.ok ? readComposite(answer.value, allOrNone) : answer;
    },
    usage: () => budget.usage(),
    report: () => resilience.report(),
    async shareUsage() {
      const latest = await shared?.shareUsage(budget.seen());
      if (latest) budget.adopt(latest);
    },
    recordUrl: (id) => tokens.instanceUrl()?.origin.concat("/", id) ?? null,
    close: () => closing.abort(),
  };
}
