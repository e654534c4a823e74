import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import { type EstimateListRow, listEstimates, listTables } from "../queries/estimates.ts";

/** Rows of the first page: a screen of a tablet; drawing them is most of what a start takes. */
const FIRST_PAGE = 12;
/** Rows of every other page, read by index in a few milliseconds. */
export const PAGE = 30;

/** @param number of the page, from 1. */
export const pageRows = (number: number): number => (number === 1 ? FIRST_PAGE : PAGE);

type Page = readonly EstimateListRow[];

/**
 * The pages as they were last read, by where they begin: what the app starts with, and what whoever comes back to the list
 * sees at once, in its place, until it is read anew. By the database: what a screen knows of the tablet has its lease
 * beside it, and is another object.
 */
const lastRead = new WeakMap<PaintboxDatabase, Map<string, Page>>();

function keep({ database }: Local, after: string, rows: Page): void {
  const pages = lastRead.get(database) ?? new Map<string, Page>();
  // What another page began after is no place of the list any more.
  if (after === "" && pages.get("")?.at(-1)?.estimate.id !== rows.at(-1)?.estimate.id)
    pages.clear();
  lastRead.set(database, pages.set(after, rows));
}

/** Reads the first page before a screen asks for it, so that the app can start with it in the first drawing. */
export async function readEstimatesAhead(local: Local): Promise<void> {
  keep(local, "", await listEstimates(local, FIRST_PAGE));
}

/** A page of the list, the newest estimates first. `undefined` until it was read. @param after where it begins. */
export function useEstimates(after = ""): Page | undefined {
  const local = useLocal();
  const read = async () => {
    const rows = await listEstimates(local, after === "" ? FIRST_PAGE : PAGE, after);
    keep(local, after, rows);
    return rows;
  };
  const initial = lastRead.get(local.database)?.get(after);
  return useLiveQuery(local, read, [after], { tables: listTables, initial });
}
