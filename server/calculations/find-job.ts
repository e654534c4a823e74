import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { Calculation } from "../../shared/pricing/wire/calculation.ts";
import { dayOf, toEstimate } from "../../shared/pricing/wire/read-sent-estimate.ts";
import type { SentEstimate } from "../../shared/pricing/wire/sent-estimate.ts";
import type { Store } from "../store/store.ts";
import type { BookShelf, ShelvedBook } from "./book-shelf.ts";
import { countSurfaces, findEstimate } from "./find-estimate.ts";
import type { Result } from "./refusal.ts";

/** Everything that pricing needs, and what tells it from all else. */
export interface Job {
  readonly day: string;
  readonly book: ShelvedBook;
  /** The estimate as text: what says the same is the same. */
  readonly text: string;
  readonly surfaces: number;
  readonly estimate: () => Estimate;
}

export interface Sources {
  readonly store: Store;
  readonly shelf: BookShelf;
  /** Whose records ids name. */
  readonly companyId: string;
  /** `2026-11-26`. */
  readonly today: string;
}

/** Looks up what a calculation names, and reads the price book it is made with. */
export const findJob = (sources: Sources, calculation: Calculation): Promise<Result<Job>> => {
  const { estimate } = calculation;
  return estimate.kind === "value"
    ? sentJob(sources, estimate.sent, calculation)
    : storedJob(sources, estimate, calculation);
};

/** @param named the book that the estimate says it is made with. */
const findBook = (
  { store, shelf, companyId }: Sources,
  wanted: Calculation["priceBook"],
  named: string | null,
): Promise<Result<ShelvedBook>> =>
  wanted?.kind === "value"
    ? Promise.resolve(shelf.byValue(wanted.document))
    : store.read((tx) => shelf.stored(tx, companyId, wanted?.id ?? named));

async function sentJob(
  sources: Sources,
  sent: SentEstimate,
  { priceBook }: Calculation,
): Promise<Result<Job>> {
  const book = await findBook(sources, priceBook, sent.estimate.priceBookId ?? null);
  if (!book.ok) return book;
  const day = dayOf(sent, sources.today);
  return {
    ok: true,
    value: {
      day,
      book: book.value,
      text: JSON.stringify(sent),
      surfaces: countSurfaces(sent),
      estimate: () => toEstimate(sent, book.value.book, day),
    },
  };
}

async function storedJob(
  sources: Sources,
  { id, day }: { readonly id: string; readonly day: string | null },
  { priceBook }: Calculation,
): Promise<Result<Job>> {
  const { store, companyId, today } = sources;
  const found = await store.read((tx) => findEstimate(tx, companyId, id, day ?? today));
  if (!found.ok) return found;
  const estimate = found.value;
  const book = await findBook(sources, priceBook, estimate.estimate.priceBookId);
  if (!book.ok) return book;
  return {
    ok: true,
    value: {
      day: estimate.day,
      book: book.value,
      text: JSON.stringify(estimate),
      surfaces: countSurfaces(estimate),
      estimate: () => estimate,
    },
  };
}
