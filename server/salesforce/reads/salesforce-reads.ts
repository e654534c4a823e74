import * as z from "zod/mini";
import {
  type AccountAnswer,
  accountAnswerSchema,
  accountRowSchema,
  type ContactAnswer,
  contactAnswerSchema,
  type EstimateRow,
  type OpportunityAnswer,
  opportunityAnswerSchema,
  type QuoteRow,
  quoteRowSchema,
  type SearchAnswer,
} from "../../../shared/salesforce/reads.ts";
import { asRecordOf } from "../../../shared/estimate/record.ts";
import type { CacheRead, CacheScope } from "../../cache/cache-kind.ts";
import type { CacheShelf } from "../../cache/cache-shelf.ts";
import type { UpstreamCache } from "../../cache/upstream-cache.ts";
import type { Store } from "../../store/store.ts";
import type { SalesforceClient } from "../client.ts";
import type { Answer } from "../errors.ts";
import {
  accountIdOf,
  contactRow,
  estimatesOf,
  estimatesOfOpportunity,
  mirroredAccount,
  mirroredRecord,
  opportunityRow,
} from "./mirror-reads.ts";
import { cacheable, notFound, type ReadError, readErrorOf } from "./read-error.ts";
import { MOST_FOUND, searchMirror } from "./search-mirror.ts";
import { askAccount, askContact, askOpportunity, askQuote, askSearch } from "./upstream-reads.ts";

/** A customer changes rarely while somebody looks; a quote is changed by the office meanwhile. */
const FRESH_MS = 60_000;
/** A working day: an address of yesterday is better than none, one of last month may be wrong. */
const STALE_MS = 10 * 60 * 60_000;
const ABSENT_MS = 30_000;

/** Where an answer is from, and how old it is. */
export interface Provenance {
  readonly from: "mirror" | "memory" | "redis" | "upstream";
  readonly isStale: boolean;
  /** Null: as old as the mirror's last round. */
  readonly ageMs: number | null;
}

export type Read<T> =
  | ({ readonly ok: true; readonly value: T } & Provenance)
  | { readonly ok: false; readonly error: ReadError };

const mirrored = <T>(value: T): Read<T> => ({
  ok: true,
  value,
  from: "mirror",
  isStale: false,
  ageMs: null,
});

export interface SalesforceReads {
  account(
    companyId: string,
    id: string,
  ): Promise<Read<AccountAnswer & { readonly estimates: readonly EstimateRow[] }>>;
  contact(companyId: string, id: string): Promise<Read<ContactAnswer>>;
  opportunity(
    companyId: string,
    id: string,
  ): Promise<
    Read<
      OpportunityAnswer & {
        readonly estimates: readonly EstimateRow[];
        /** Null when there is none, or Salesforce cannot be asked. */
        readonly quote: QuoteRow | null;
      }
    >
  >;
  /** @param asks also Salesforce's own search, when the day's calls allow it. */
  search(companyId: string, text: string, asks: boolean): Promise<Read<SearchAnswer>>;
}

interface ReadParts {
  readonly store: Store;
  readonly salesforce: SalesforceClient;
  readonly cache: UpstreamCache;
}

/** Reads from the mirror first, and from Salesforce through the cache for what the mirror does not hold. */
export function createSalesforceReads({ store, salesforce, cache }: ReadParts): SalesforceReads {
  const shelf = <T>(name: string, schema: z.ZodMiniType<T>) =>
    cache.shelf<T, ReadError>({
      name: `salesforce.${name}`,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      absentMs: ABSENT_MS,
      absent: notFound,
      schema,
    });
  const accounts = shelf("accounts", accountAnswerSchema);
  const contacts = shelf("contacts", contactAnswerSchema);
  const opportunities = shelf("opportunities", opportunityAnswerSchema);
  const quotes = shelf("quotes", quoteRowSchema);
  const searches = shelf("searches", z.array(accountRowSchema));

  /** The integration user sees one organisation: nobody of another one is answered from there. */
  const asked = async <T>(
    on: CacheShelf<T, ReadError>,
    [companyId = "", ...rest]: CacheScope,
    ask: () => Promise<Answer<T>>,
  ): Promise<CacheRead<T, ReadError>> => {
    const scope = [companyId, "salesforce", ...rest];
    return on.read(scope, async () => {
      const own = await salesforce.identity();
      if (!own.ok) return { ok: false, error: readErrorOf(own.error) };
      if (own.value.organizationId !== companyId) return { ok: false, error: notFound() };
      return cacheable(await ask());
    });
  };

  return {
    async account(companyId, id) {
      const held = await store.read(async (tx) => {
        const answer = await mirroredAccount(tx, companyId, id);
        const record = answer && (await mirroredRecord(tx, companyId, "Account", id));
        return record && { ...answer, estimates: await estimatesOf(tx, companyId, record.id) };
      });
      if (held) return mirrored(held);
      const read = await asked(accounts, [companyId, "account", id], () =>
        askAccount(salesforce, id),
      );
      return read.ok ? { ...read, value: { ...read.value, estimates: [] } } : read;
    },
    async contact(companyId, id) {
      const held = await store.read(async (tx) => {
        const record = await mirroredRecord(tx, companyId, "Contact", id);
        const contact = record && asRecordOf("contact", record.id, record.fields);
        return contact && contactRow(contact, await accountIdOf(tx, companyId, contact.customerId));
      });
      if (held) return mirrored({ contact: held });
      return asked(contacts, [companyId, "contact", id], () => askContact(salesforce, id));
    },
    async opportunity(companyId, id) {
      const { held, estimates } = await store.read(async (tx) => {
        const record = await mirroredRecord(tx, companyId, "Opportunity", id);
        const found = record && asRecordOf("opportunity", record.id, record.fields);
        return {
          held: found && opportunityRow(found, await accountIdOf(tx, companyId, found.customerId)),
          estimates: await estimatesOfOpportunity(tx, companyId, id),
        };
      });
      const read: Read<OpportunityAnswer> = held
        ? mirrored({ opportunity: held })
        : await asked(opportunities, [companyId, "opportunity", id], () =>
            askOpportunity(salesforce, id),
          );
      if (!read.ok) return read;
      const quoteId = estimates.find((estimate) => estimate.quoteId !== null)?.quoteId ?? null;
      const quote =
        quoteId === null
          ? null
          : await asked(quotes, [companyId, "quote", quoteId], () => askQuote(salesforce, quoteId));
      return {
        ...read,
        value: { ...read.value, estimates, quote: quote?.ok ? quote.value : null },
      };
    },
    async search(companyId, text, asks) {
      const held = await searchMirror(store, companyId, text);
      if (!asks) return mirrored({ accounts: [...held], upstream: null });
      const read = await asked(searches, [companyId, "search", text.toLowerCase()], async () => {
        const found = await askSearch(salesforce, text, MOST_FOUND);
        return found.ok ? { ok: true, value: [...found.value] } : found;
      });
      if (!read.ok)
        return mirrored({
          accounts: [...held],
          upstream: read.error.code === "quota_spent" ? "budget" : "away",
        });
      const known = new Set(held.map(({ id }) => id));
      const others = read.value.filter(({ id }) => !known.has(id));
      return { ...read, value: { accounts: [...held, ...others], upstream: null } };
    },
  };
}
