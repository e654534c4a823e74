import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import { type EstimateListRow, listEstimates } from "../queries/estimates.ts";

/** Rows of the first page: more than a screen of any tablet; drawing them is most of what a start takes. */
const FIRST_PAGE = 20;
/** Rows of every other page, read by index in a few milliseconds. */
export const PAGE = 50;

/** @param number of the page, from 1. */
export const pageRows = (number: number): number => (number === 1 ? FIRST_PAGE : PAGE);

/** By the database: what a screen knows of the tablet has its lease beside it, and is another object. */
const readAhead = new WeakMap<PaintboxDatabase, readonly EstimateListRow[]>();

/** Reads the first page before a screen asks for it, so that the app can start with it in the first drawing. */
export async function readEstimatesAhead(local: Local): Promise<void> {
  readAhead.set(local.database, await listEstimates(local, FIRST_PAGE));
}

/** A page of the list, the newest estimates first. `undefined` until it was read. @param after where it begins. */
export function useEstimates(after = ""): readonly EstimateListRow[] | undefined {
  const local = useLocal();
  const read = async () => {
    const rows = await listEstimates(local, after === "" ? FIRST_PAGE : PAGE, after);
    // What was read ahead is good for one start: a screen that comes later would show the past.
    readAhead.delete(local.database);
    return rows;
  };
  return useLiveQuery(
    local,
    read,
    [after],
    after === "" ? readAhead.get(local.database) : undefined,
  );
}
