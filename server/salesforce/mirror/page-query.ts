import type { Condition, Query } from "../soql.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { MirroredObject } from "./mirrored-objects.ts";

/**
 * Rows become visible when their transaction commits, with a stamp from before; a pass therefore goes back
 * this far behind the last one. Transactions of an org may run for ten minutes.
 */
export const OVERLAP_MS = 15 * 60_000;

/**
 * The next page of an object by (SystemModstamp, Id). A time alone would not do: a bulk edit puts
 * thousands of rows on one second. Never by OFFSET or locator: those shift or expire between pages.
 */
export function pageQuery(
  { name, select, wanted }: MirroredObject,
  { watermark, cursor }: Checkpoint,
  pageSize: number,
): Query {
  const conditions: Condition[] = [];
  if (watermark === null && wanted) conditions.push(wanted);
  if (cursor) {
    const stamp = new Date(cursor.stamp);
    conditions.push({
      any: [
        { field: "SystemModstamp", is: ">", value: stamp },
        {
          all: [
            { field: "SystemModstamp", is: "=", value: stamp },
            { field: "Id", is: ">", value: cursor.id },
          ],
        },
      ],
    });
  } else if (watermark !== null) {
    conditions.push({ field: "SystemModstamp", is: ">=", value: new Date(watermark) });
  }
  return {
    from: name,
    select,
    where: conditions.length > 0 ? { all: conditions } : undefined,
    orderBy: ["SystemModstamp", "Id"],
    limit: pageSize,
  };
}

/**
 * The checkpoint after a whole pass. The next one starts an overlap before this one began by Salesforce's
 * clock, and never earlier than before.
 */
export function afterPass(checkpoint: Checkpoint, now: number): Checkpoint {
  const began = checkpoint.passBegan ?? now;
  return {
    ...checkpoint,
    watermark: Math.max(checkpoint.watermark ?? 0, began - OVERLAP_MS),
    cursor: null,
    passBegan: null,
    deletionsUntil: checkpoint.deletionsUntil ?? began,
    comparedAt: checkpoint.comparedAt ?? began,
  };
}
