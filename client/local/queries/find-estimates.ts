import type { Collection } from "dexie";
import type { PaintboxDatabase } from "../database.ts";
import { listKey, listStamp } from "../listed.ts";
import type { Local } from "../local.ts";
import type { ListedRow } from "../rows.ts";
import { searchTokens } from "./customers.ts";
import { type EstimateListRow, inOneReading, listedRows } from "./estimates.ts";
import { waitingIn } from "./waiting.ts";
import { keysOfWord } from "./word-keys.ts";

export const filters = ["all", "today", "draft", "waiting", "accepted"] as const;
/**
 * - `today`: begun since midnight, by the tablet's clock.
 * - `waiting`: with edits that the server has not answered for.
 */
export type Filter = (typeof filters)[number];

/** What somebody looks for: every word of the text begins a word of the estimate, and the filter lets it through. */
export interface Sought {
  readonly text: string;
  readonly filter: Filter;
}

export interface FoundEstimates {
  readonly rows: readonly EstimateListRow[];
  /** There are no others. */
  readonly isAll: boolean;
}

/**
 * Keys of a word that are read at the most. A word with more of them is common: a screen full of estimates with it is
 * found sooner by walking down the list (docs/decisions/0032).
 */
const COMMON = 1500;
/** The same where several words are looked for: estimates that have two common ones may be far apart. */
const COMMON_BESIDE_OTHERS = 6000;
/** Rows of the list that are read at first where it has to be walked through, and at the most at a time. */
const FIRST_STRIDE = 50;
const STRIDE = 400;
/** Counted up to there: nobody asks whether it is 80,000 or 80,001, and the browser counts one by one. */
export const COUNTED = 1000;

/**
 * The newest estimates that are sought, `limit` of them at the most. Never reads the whole list at once.
 *
 * @param common keys from which on a word counts as common; what is found does not depend on it.
 */
export async function findEstimates(
  local: Local,
  sought: Sought,
  limit: number,
  common = searchTokens(sought.text).length > 1 ? COMMON_BESIDE_OTHERS : COMMON,
): Promise<FoundEstimates> {
  return inOneReading(local, async () => {
    const keys = await keysOf(local, sought, limit + 1, common);
    return {
      rows: await listedRows(local, keys.slice(0, limit)),
      isAll: keys.length <= limit,
    };
  });
}

/** How many estimates each filter lets through, of those on this tablet; `COUNTED` at the most. */
export async function countEstimates(local: Local): Promise<Readonly<Record<Filter, number>>> {
  const keys = (filter: Filter) => rangeOf(local, filter).limit(COUNTED).primaryKeys();
  const [all, today, draft, accepted, waiting] = await inOneReading(local, () =>
    Promise.all([
      keys("all"),
      keys("today"),
      keys("draft"),
      keys("accepted"),
      waitingKeys(local.database),
    ]),
  );
  return {
    all: all.length,
    today: today.length,
    draft: draft.length,
    accepted: accepted.length,
    waiting: Math.min(waiting.length, COUNTED),
  };
}

async function keysOf(
  local: Local,
  { text, filter }: Sought,
  limit: number,
  common: number,
): Promise<readonly string[]> {
  const { database } = local;
  const tokens = searchTokens(text);
  const known = filter === "waiting" ? await waitingKeys(database) : null;
  if (tokens.length === 0)
    return known?.slice(0, limit) ?? rangeOf(local, filter).limit(limit).primaryKeys();
  const sets = [
    ...(known ? [new Set(known)] : []),
    ...(await Promise.all(tokens.map((token) => keysOfWord(database, token, common)))),
  ].filter((set) => set !== null);
  const matches = (row: ListedRow): boolean =>
    tokens.every((token) => row.words.some((word) => word.startsWith(token)));
  const [smallest, ...others] = sets.toSorted((one, other) => one.size - other.size);
  if (!smallest) return walk(local, filter, matches, limit);
  const candidates = [...smallest]
    .filter((key) => others.every((set) => set.has(key)) && isBegunIn(local, filter, key))
    .toSorted();
  const isSettled = sets.length === tokens.length + (known ? 1 : 0);
  if (isSettled && filter !== "draft" && filter !== "accepted") return candidates.slice(0, limit);
  return among(
    database,
    candidates,
    (row) =>
      matches(row) && (filter === row.status || !(filter === "draft" || filter === "accepted")),
    limit,
  );
}

/** Estimates with edits that are on this tablet only: the few of a day, or of a week away. */
async function waitingKeys(database: PaintboxDatabase): Promise<readonly string[]> {
  const ids = new Set((await waitingIn(database).toArray()).map(({ estimateId }) => estimateId));
  const estimates = await database.estimate.bulkGet([...ids]);
  return estimates.flatMap((row) => (row ? listKey(row) : [])).toSorted();
}

const midnight = ({ now }: Local): number => new Date(now()).setHours(0, 0, 0, 0);

/** After every key of estimates that were begun at that moment or later. */
const since = (at: number): string => `${listStamp(at)}\uFFFF`;

const isBegunIn = (local: Local, filter: Filter, key: string): boolean =>
  filter !== "today" || key <= since(midnight(local));

/** A filter as one range of one index, in the order of the list; `waiting` has none. */
function rangeOf(local: Local, filter: Filter, after = ""): Collection<ListedRow, string> {
  const { listed } = local.database;
  if (filter === "today") return listed.where(":id").between(after, since(midnight(local)), false);
  if (filter === "draft" || filter === "accepted")
    return listed.where("[status+key]").between([filter, after], [filter, "\uFFFF"], false);
  return listed.where(":id").above(after);
}

async function walk(
  local: Local,
  filter: Filter,
  matches: (row: ListedRow) => boolean,
  limit: number,
): Promise<readonly string[]> {
  const found: string[] = [];
  let stride = FIRST_STRIDE;
  for (let after = ""; found.length < limit;) {
    const rows = await rangeOf(local, filter, after).limit(stride).toArray();
    stride = Math.min(stride * 2, STRIDE);
    for (const row of rows) if (matches(row)) found.push(row.key);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.key;
  }
  return found.slice(0, limit);
}

async function among(
  { listed }: PaintboxDatabase,
  keys: readonly string[],
  matches: (row: ListedRow) => boolean,
  limit: number,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let start = 0; start < keys.length && found.length < limit; start += STRIDE)
    for (const row of await listed.bulkGet(keys.slice(start, start + STRIDE)))
      if (row && matches(row)) found.push(row.key);
  return found.slice(0, limit);
}
