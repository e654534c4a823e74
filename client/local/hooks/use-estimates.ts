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

/**
 * The first page as it was last read: what the app starts with, and what whoever comes back to the list sees at once,
 * until it is read anew. By the database: what a screen knows of the tablet has its lease beside it, and is another object.
 */
const lastRead = new WeakMap<PaintboxDatabase, readonly EstimateListRow[]>();

/** Reads the first page before a screen asks for it, so that the app can start with it in the first drawing. */
export async function readEstimatesAhead(local: Local): Promise<void> {
  lastRead.set(local.database, await listEstimates(local, FIRST_PAGE));
}

/** A page of the list, the newest estimates first. `undefined` until it was read. @param after where it begins. */
export function useEstimates(after = ""): readonly EstimateListRow[] | undefined {
  const local = useLocal();
  const isFirst = after === "";
  const read = async () => {
    const rows = await listEstimates(local, isFirst ? FIRST_PAGE : PAGE, after);
    if (isFirst) lastRead.set(local.database, rows);
    return rows;
  };
  return useLiveQuery(local, read, [after], {
    tables: listTables,
    ...(isFirst && { initial: lastRead.get(local.database) }),
  });
}
