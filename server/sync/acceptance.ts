import { asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";
import { parsePriceBook } from "../../shared/pricing/parse-price-book.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { price } from "../../shared/pricing/price.ts";
import type { RejectionReason } from "../../shared/sync/wire.ts";
import { assembleRecords } from "./assemble-records.ts";
import type { WorkingRecord, WorkingSet } from "./working-set.ts";

/**
 * The customer's yes. The server prices the estimate again from its own records: what is agreed is what
 * the price book says, to the cent, or the acceptance is refused and the tablet shows the new total.
 */
export async function acceptanceProblem(
  records: WorkingSet,
  estimateId: string,
): Promise<RejectionReason | null> {
  const accepted = await livingEstimate(records, estimateId);
  if (accepted === null) return "missing_record";
  const { status, acceptedOption, acceptedTotal, acceptedAt, acceptedOn } = accepted;
  if (status !== "accepted" || acceptedOption === null || acceptedTotal === null) {
    return "invalid_field";
  }
  if (acceptedAt === null || acceptedOn === null) return "invalid_field";
  if (!isDayOf(acceptedOn, acceptedAt)) return "invalid_field";
  const belonging = await records.readEstimate(estimateId);
  if (belonging.some(isOpenConflict)) return "open_conflicts";
  const estimate = assembleRecords(accepted, acceptedOn, belonging);
  const priceBook = await readPriceBook(records, accepted.priceBookId);
  if (estimate === null || priceBook === null) return "not_priceable";
  const option = price(estimate, priceBook).options.find(({ key }) => key === acceptedOption);
  if (option === undefined || !option.acceptable) return "not_priceable";
  return option.totalCents === acceptedTotal ? null : "total_differs";
}

/** R7: nobody agrees to what two people do not agree about. */
const isOpenConflict = ({ entity, deleted, fields }: WorkingRecord): boolean =>
  entity === "conflict" && !deleted && fields["state"] === "open";

/** A reopened estimate is a draft with nothing agreed; the next acceptance is sent as an update. */
export async function reopeningProblem(
  records: WorkingSet,
  estimateId: string,
): Promise<RejectionReason | null> {
  const reopened = await livingEstimate(records, estimateId);
  if (reopened === null) return "missing_record";
  const { status, acceptedOption, acceptedTotal, acceptedAt, acceptedOn } = reopened;
  const agreed = [acceptedOption, acceptedTotal, acceptedAt, acceptedOn].some(
    (value) => value !== null,
  );
  return status === "draft" && !agreed ? null : "invalid_field";
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether it can be that day somewhere at that moment: no clock on Earth is a day away from UTC. */
const isDayOf = (day: string, instant: string): boolean =>
  Math.abs(Date.parse(day) - Date.parse(instant.slice(0, 10))) <= DAY_MS;

async function livingEstimate(
  records: WorkingSet,
  estimateId: string,
): Promise<RecordOf<"estimate"> | null> {
  const state = await records.read("estimate", estimateId);
  return state === undefined || state.deleted
    ? null
    : asRecordOf("estimate", estimateId, state.fields);
}

async function readPriceBook(records: WorkingSet, id: string): Promise<PriceBook | null> {
  const state = await records.read("priceBook", id);
  const record = state && asRecordOf("priceBook", id, state.fields);
  if (!record) return null;
  const parsed = parsePriceBook(record.document);
  return parsed.ok ? parsed.value : null;
}
