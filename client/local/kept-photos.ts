import * as z from "zod/mini";
import {
  type JobPhotos,
  jobPhotosSchema,
  type ProjectLink,
  projectLinkSchema,
} from "../../shared/companycam/job-photos.ts";
import type { PaintboxDatabase } from "./database.ts";

/** Lists of more jobs than a crew has in a season would only be in the way; a list is some 10 KB. */
const MAX_LISTS = 60;
/** Of each list; the thumbnails of more would not be kept either. */
const MAX_PAGES = 3;

/** What CompanyCam was last known to have of a job: where it lies, and what is in the list. */
export interface KeptPhotos {
  readonly link: ProjectLink;
  readonly pages: readonly JobPhotos[];
}

interface Row extends KeptPhotos {
  readonly key: string;
  /** Unix milliseconds. */
  readonly at: number;
}

const PREFIX = "photos ";
const keptSchema = z.object({ link: projectLinkSchema, pages: z.array(jobPhotosSchema) });

/** A list is no record of ours: it stands beside what sync knows of this tablet, and goes with the person's records. */
const lists = (database: PaintboxDatabase) => database.table<Row, string>("meta");

/** Keeps the list for times without a signal; of too many, those looked at longest ago go. */
export async function keepPhotos(
  database: PaintboxDatabase,
  estimateId: string,
  { link, pages }: KeptPhotos,
  now: () => number = Date.now,
): Promise<void> {
  const table = lists(database);
  await database.transaction("rw", table, async () => {
    const row = { key: PREFIX + estimateId, link, pages: pages.slice(0, MAX_PAGES), at: now() };
    await table.put(row);
    const all = await table.where("key").startsWith(PREFIX).toArray();
    const old = all.toSorted((one, other) => other.at - one.at).slice(MAX_LISTS);
    await table.bulkDelete(old.map(({ key }) => key));
  });
}

/** The list as it was last kept; null: never, or by a build that had other lists. */
export async function readKeptPhotos(
  database: PaintboxDatabase,
  estimateId: string,
): Promise<KeptPhotos | null> {
  const parsed = z.safeParse(keptSchema, await lists(database).get(PREFIX + estimateId));
  return parsed.success ? parsed.data : null;
}
