import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import type { Local } from "../local.ts";
import { type EstimateListRow, listEstimates } from "../queries/estimates.ts";

/** Rows on a page: more than a screen of any tablet, read by index in a few milliseconds. */
export const PAGE = 50;

const readAhead = new WeakMap<Local, readonly EstimateListRow[]>();

/** Reads the first page before a screen asks for it, so that the app can start with it in the first drawing. */
export async function readEstimatesAhead(local: Local): Promise<void> {
  readAhead.set(local, await listEstimates(local, PAGE));
}

/** A page of the list, the newest estimates first. `undefined` until it was read. @param after where it begins. */
export function useEstimates(after = ""): readonly EstimateListRow[] | undefined {
  const local = useLocal();
  const read = async () => {
    const rows = await listEstimates(local, PAGE, after);
    // What was read ahead is good for one start: a screen that comes later would show the past.
    readAhead.delete(local);
    return rows;
  };
  return useLiveQuery(local, read, [after], after === "" ? readAhead.get(local) : undefined);
}
