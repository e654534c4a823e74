import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { acceptEstimate, reopenEstimate } from "../actions/accept-estimate.ts";
import { addArea, type NewArea, type NewSurface } from "../actions/add-area.ts";
import { createCustomer } from "../actions/create-customer.ts";
import { createEstimate } from "../actions/create-estimate.ts";
import { removeEstimate } from "../actions/remove-estimate.ts";
import { undo } from "../actions/undo.ts";
import { fieldsOf } from "../database.ts";
import { historyOf } from "../history.ts";
import { estimateIdOf } from "../listed.ts";
import type { Local } from "../local.ts";
import { currentPriceBookId } from "../newest-price-book.ts";
import { readNewestPriceBook } from "../queries/price-books.ts";
import type { SaveResult } from "../save-result.ts";
import { saving } from "../saving.ts";
import { writeRows } from "../write-rows.ts";

/** What stands in a sample. */
export interface SamplePlan {
  readonly customer: string;
  readonly estimatorName: string;
  readonly estimatorId: string;
  /** Its rooms with what is painted in them, from the price book that it is priced with. */
  readonly rooms: (
    priceBook: PriceBook,
  ) => readonly { readonly area: NewArea; readonly surfaces: readonly NewSurface[] }[];
}

/** The sample that stands in its database; null: none has been made, or it was removed. */
export async function livingSample({ database }: Local): Promise<string | null> {
  const [key] = await database.listed.where(":id").above("").limit(1).primaryKeys();
  return key === undefined ? null : estimateIdOf(key);
}

/** Brings the company's current price book into the sample's database, as a pull would. False: none is here yet. */
async function bringPriceBook(from: Local, sample: Local): Promise<boolean> {
  const id = await currentPriceBookId(from.database);
  const row = id === undefined ? undefined : await from.database.priceBook.get(id);
  if (!row) return (await currentPriceBookId(sample.database)) !== undefined;
  const { database } = sample;
  await database.transaction("rw", database.tables, () =>
    writeRows(database, "priceBook", {
      living: [{ id: row.id, fields: fieldsOf("priceBook", row) }],
      gone: [],
    }),
  );
  return true;
}

/**
 * The sample as it stands, made where there is none, with the price book that real estimates are made with.
 *
 * `no_price_book`: none has reached this tablet yet.
 */
export async function ensureSample(
  from: Local,
  sample: Local,
  plan: SamplePlan,
): Promise<SaveResult<string>> {
  const here = await saving(sample.database, async () => ({
    ok: true as const,
    value: (await bringPriceBook(from, sample)) ? await livingSample(sample) : undefined,
  }));
  if (!here.ok) return here;
  if (here.value === undefined) return { ok: false, error: { code: "no_price_book" } };
  return here.value === null ? makeSample(sample, plan) : { ok: true, value: here.value };
}

/** Makes a sample by the same actions as any estimate. */
async function makeSample(sample: Local, plan: SamplePlan): Promise<SaveResult<string>> {
  const priceBook = await readNewestPriceBook(sample);
  if (!priceBook) return { ok: false, error: { code: "no_price_book" } };
  const customer = await createCustomer(sample, { name: plan.customer });
  if (!customer.ok) return customer;
  const { estimatorName, estimatorId } = plan;
  const estimate = await createEstimate(sample, {
    customerId: customer.value,
    estimatorName,
    estimatorId,
  });
  if (!estimate.ok) return estimate;
  for (const { area, surfaces } of plan.rooms(priceBook)) {
    const added = await addArea(sample, estimate.value, area, surfaces);
    if (!added.ok) return added;
  }
  // Nobody here has measured it: Undo begins with what somebody does to it.
  await historyOf(sample.database, estimate.value, "undo").delete();
  return estimate;
}

export interface Removed {
  /** Takes the removal back, and an acceptance with it. */
  readonly bringBack: () => Promise<SaveResult<unknown>>;
}

/** Takes the sample away, also an accepted one: nobody has agreed to anything. */
export async function removeSample(sample: Local, id: string): Promise<SaveResult<Removed>> {
  const row = await sample.database.estimate.get(id);
  if (!row) return { ok: false, error: { code: "missing" } };
  const { acceptedOption: optionId, acceptedTotal: total } = row;
  if (row.status === "accepted") {
    const reopened = await reopenEstimate(sample, id);
    if (!reopened.ok) return reopened;
  }
  const removed = await removeEstimate(sample, id);
  if (!removed.ok) return removed;
  const bringBack = async (): Promise<SaveResult<unknown>> => {
    const back = await undo(sample, id);
    if (!back.ok || optionId === null || total === null) return back;
    return acceptEstimate(sample, id, { optionId, total });
  };
  return { ok: true, value: { bringBack } };
}

/** Begins anew: what somebody has done to the sample is put away, and can be brought back in the new one's place. */
export async function resetSample(
  from: Local,
  sample: Local,
  plan: SamplePlan,
  id: string,
): Promise<SaveResult<Removed>> {
  const removed = await removeSample(sample, id);
  if (!removed.ok) return removed;
  const made = await ensureSample(from, sample, plan);
  if (!made.ok) return made;
  const bringBack = async (): Promise<SaveResult<unknown>> => {
    const gone = await removeSample(sample, made.value);
    return gone.ok ? removed.value.bringBack() : gone;
  };
  return { ok: true, value: { bringBack } };
}
