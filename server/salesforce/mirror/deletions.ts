import * as z from "zod/mini";
import { DATA_PATH } from "../api-version.ts";
import type { SalesforceClient } from "../client.ts";
import { partAs, type CompositeAnswer, type Subrequest } from "../composite.ts";
import { type Answer, answered } from "../errors.ts";
import type { Condition } from "../soql.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { MirroredName, MirroredObject } from "./mirrored-objects.ts";

/** Deletions are logged with a delay as well. Also keeps the window above the minute Salesforce demands. */
const WINDOW_OVERLAP_MS = 15 * 60_000;
/** The log reaches back 15 days, less when it is large; a day is left in hand. */
const LOG_REACHES_MS = 14 * 24 * 60 * 60_000;
/** A row that is no longer shared with us vanishes without a deletion: compare all ids once a week. */
const COMPARE_EVERY_MS = 7 * 24 * 60 * 60_000;

const deletedSchema = z.object({
  deletedRecords: z.array(z.object({ id: z.string() })),
  earliestDateAvailable: z.string(),
  latestDateCovered: z.string(),
});

const referenceOf = (object: MirroredName): string => `deleted${object}`;
const windowStart = (until: number): number => until - WINDOW_OVERLAP_MS;
/** As getDeleted wants it; Salesforce cuts the seconds off anyway. */
const instant = (milliseconds: number): string =>
  encodeURIComponent(new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, "+00:00"));

/** Whether the deletion log still reaches back to where we were. */
export const logReaches = ({ deletionsUntil }: Checkpoint, now: number): boolean =>
  deletionsUntil !== null && now - deletionsUntil < LOG_REACHES_MS;

/** Whether all ids are to be compared: the log does not reach, or it is time. */
export const isComparisonDue = (checkpoint: Checkpoint, now: number): boolean =>
  checkpoint.deletionsUntil !== null &&
  (!logReaches(checkpoint, now) || now - (checkpoint.comparedAt ?? 0) >= COMPARE_EVERY_MS);

/** The part of a poll that asks what was deleted since last time. */
export function deletedSubrequest(
  object: MirroredName,
  deletionsUntil: number,
  now: number,
): Subrequest {
  const window = `start=${instant(windowStart(deletionsUntil))}&end=${instant(now)}`;
  return {
    method: "GET",
    url: `${DATA_PATH}/sobjects/${object}/deleted?${window}`,
    referenceId: referenceOf(object),
  };
}

export type Deletions =
  | { readonly known: true; readonly ids: readonly string[]; readonly until: number }
  /** The log no longer covers the window: compare all ids instead. */
  | { readonly known: false };

export function readDeletions(
  answer: CompositeAnswer,
  object: MirroredName,
  deletionsUntil: number,
): Answer<Deletions> {
  const part = partAs(answer, referenceOf(object), deletedSchema);
  if (!part.ok) {
    const tooFarBack = /^(INVALID_REPLICATION_DATE|EXCEEDED_ID_LIMIT)$/;
    return tooFarBack.test(part.error.reason ?? "") ? answered({ known: false }) : part;
  }
  const { deletedRecords, earliestDateAvailable, latestDateCovered } = part.value;
  // The minute that Salesforce cuts off, and no more.
  if (Date.parse(earliestDateAvailable) > windowStart(deletionsUntil) + 60_000)
    return answered({ known: false });
  return answered({
    known: true,
    ids: deletedRecords.map((record) => record.id),
    until: Date.parse(latestDateCovered),
  });
}

/** Every id of an object that tablets may have, by pages of the key. */
export async function livingIds(
  salesforce: SalesforceClient,
  { name, wanted }: MirroredObject,
  pageSize: number,
): Promise<Answer<ReadonlySet<string>>> {
  const ids = new Set<string>();
  for (let last = ""; ;) {
    const conditions: Condition[] = wanted ? [wanted] : [];
    if (last !== "") conditions.push({ field: "Id", is: ">", value: last });
    const page = await salesforce.queryPage(
      {
        from: name,
        select: ["Id"],
        where: conditions.length > 0 ? { all: conditions } : undefined,
        orderBy: ["Id"],
        limit: pageSize,
      },
      z.object({ Id: z.string() }),
    );
    if (!page.ok) return page;
    for (const { Id } of page.value.records) ids.add(Id);
    last = page.value.records.at(-1)?.Id ?? "";
    if (last === "" || (page.value.done && page.value.records.length < pageSize))
      return answered(ids);
  }
}
