import type { Transaction } from "kysely";
import { asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";
import type {
  ArchivedEstimate,
  ArchiveRequest,
  ArchiveResponse,
} from "../../shared/sync/archive.ts";
import { fold, wordsOf } from "../../shared/text/folded-words.ts";
import { readRecords } from "../store/records.ts";
import type { Database } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

type Tx = Transaction<Database>;

/** Estimates of an answer: two screens of a tablet. */
const PAGE = 50;
/** Estimates that are looked at in one go, and in one request at the most; a search goes on where it stopped. */
const BATCH = 200;
const MAX_BATCHES = 10;

interface Touched {
  readonly id: string;
  readonly rev: number;
  /** Unix milliseconds. */
  readonly at: number;
}

/** The dormant estimates of a company that fit a search, the latest touched first. */
export const searchArchive = (
  store: Store,
  companyId: string,
  request: ArchiveRequest,
): Promise<ArchiveResponse> =>
  store.read(async (tx) => {
    const found: ArchivedEstimate[] = [];
    let { before } = request;
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const touched = await dormantBefore(tx, companyId, before);
      if (touched.length === 0) return { estimates: found, before: null };
      const estimates = await described(tx, companyId, touched);
      for (const { id, rev } of touched) {
        // One revision is never cut in two.
        if (found.length >= PAGE && rev !== before) return { estimates: found, before };
        const estimate = estimates.get(id);
        if (estimate && fits(estimate, request)) found.push(estimate);
        before = rev;
      }
    }
    return { estimates: found, before };
  });

/** A batch, and with it all of its last revision, so that the next one may begin before that. */
async function dormantBefore(
  tx: Tx,
  companyId: string,
  before: number | null,
): Promise<readonly Touched[]> {
  const dormant = tx
    .selectFrom("estimate_touch")
    .innerJoin("clock", (join) => join.onTrue())
    .select(["estimate_id as id", "touched_rev as rev", "touched_at as at"])
    .where("company_id", "=", companyId)
    .where("clock.id", "=", 1)
    .whereRef("touched_rev", "<", "clock.horizon_rev")
    .orderBy("touched_rev", "desc")
    .orderBy("estimate_id");
  const rows = await dormant
    .where("touched_rev", "<", before ?? Number.MAX_SAFE_INTEGER)
    .limit(BATCH)
    .execute();
  const last = rows.at(-1);
  if (last === undefined || rows.length < BATCH) return rows;
  const same = await dormant.where("touched_rev", "=", last.rev).execute();
  return [...rows.filter(({ rev }) => rev > last.rev), ...same];
}

async function described(
  tx: Tx,
  companyId: string,
  touched: readonly Touched[],
): Promise<ReadonlyMap<string, ArchivedEstimate>> {
  const records = await readRecords(
    tx,
    companyId,
    "estimate",
    touched.map(({ id }) => id),
  );
  const estimates = new Map<string, RecordOf<"estimate">>();
  for (const { id, fields, deleted } of records) {
    const estimate = deleted ? null : asRecordOf("estimate", id, fields);
    if (estimate) estimates.set(id, estimate);
  }
  const customers = await readRecords(tx, companyId, "customer", [
    ...new Set([...estimates.values()].map(({ customerId }) => customerId)),
  ]);
  const names = new Map(customers.map(({ id, fields }) => [id, String(fields["name"] ?? "")]));
  const byId = new Map<string, ArchivedEstimate>();
  for (const { id, at } of touched) {
    const estimate = estimates.get(id);
    if (!estimate) continue;
    byId.set(id, {
      id,
      title: estimate.title,
      customerId: estimate.customerId,
      customerName: names.get(estimate.customerId) ?? "",
      street: estimate.street,
      city: estimate.city,
      status: estimate.status,
      acceptedTotal: estimate.acceptedTotal,
      estimatorName: estimate.estimatorName,
      createdAt: estimate.createdAt,
      touchedAt: new Date(at).toISOString(),
    });
  }
  return byId;
}

function fits(estimate: ArchivedEstimate, { text, customerId }: ArchiveRequest): boolean {
  if (customerId !== null && estimate.customerId !== customerId) return false;
  const { title, customerName, street, city } = estimate;
  const spoken = fold([title, customerName, street, city].join(" "));
  return wordsOf(text).every((word) => spoken.includes(word));
}
