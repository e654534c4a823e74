import { replaceEqualDeep } from "@tanstack/react-query";
import { liveQuery } from "dexie";
import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "./after-paint.ts";
import { dropConnection, MAX_REOPENINGS } from "./healing.ts";
import type { HealthyDatabase } from "./healthy-database.ts";
import { isStorageError, storageTrouble } from "./storage-errors.ts";
import { isGone, type Observe, watchTables } from "./watch-tables.ts";

/** What is read: a tablet, or another database of its person. */
export interface Readable {
  readonly database: HealthyDatabase;
}

/**
 * Reads, and gives the answer again whenever it changes, in any tab. Outlives its connection: a lost one is replaced,
 * three times in a row at the most, and after that the query waits until the storage is well again. A takeover by a
 * newer version, or records that are deleted, leave standing what was last read.
 *
 * @param onError for what no connection helps against: a bug in the query.
 * @param observe how it is known that the answer has changed.
 * @returns stops it.
 */
export function watchQuery<T>(
  { database }: Readable,
  read: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
  observe: Observe = liveQuery,
): () => void {
  const { health } = database;
  let inner: { unsubscribe(): void } | undefined;
  /** Of the reading that counts. */
  let life: object | null = null;
  let reopenings = 0;
  let { connection, standing } = health;

  const failed = (error: unknown): void => {
    const trouble = isStorageError(error) ? storageTrouble(database, error) : "other";
    if (health.isOver || trouble === "taken_over") return;
    if (trouble === "other") return onError(error);
    if (trouble !== "lost" || reopenings === MAX_REOPENINGS || health.standing === "lost")
      return health.change("lost");
    reopenings += 1;
    dropConnection(database, connection);
  };
  const begin = (): void => {
    inner?.unsubscribe();
    ({ connection, standing } = health);
    const own = {};
    life = own;
    // Of a connection that cannot be opened again nobody else tells: Dexie would be silent, and read no more.
    const tellOfGone = (error: unknown): void => {
      if (life === own && isGone(error)) failed(error);
    };
    const telling = (): Promise<T> => {
      const reading = read();
      reading.then(undefined, tellOfGone);
      return reading;
    };
    inner = observe(telling).subscribe({
      next: (value) => {
        reopenings = 0;
        health.change("well");
        onValue(value);
      },
      error: failed,
    });
  };
  const unfollow = health.subscribe(() => {
    if (database.isPutAway) return;
    const isWellAgain = health.standing === "well" && standing === "lost";
    ({ standing } = health);
    if (isWellAgain) reopenings = 0;
    if (isWellAgain || health.connection !== connection) begin();
  });
  begin();
  return () => {
    unfollow();
    life = null;
    inner?.unsubscribe();
  };
}

/** How a screen reads. */
interface Reader<T> {
  /** What is shown until it was read; with it, the reading waits until that stands. */
  readonly initial?: T | undefined;
  /** Read at once, and again when anything in these tables changes, instead of when the answer may have changed. */
  readonly tables?: readonly string[];
}

/** What a screen last read. */
interface Reading<T> {
  readonly value: T | undefined;
  readonly error?: unknown;
}

/** What did not change stays the same object: the parts of a screen that show only that are not drawn again. */
function readingAfter<T>(before: Reading<T>, value: T): Reading<T> {
  const shared = replaceEqualDeep(before.value, value);
  return before.value === shared && before.error === undefined ? before : { value: shared };
}

/**
 * What a query last read, for a screen. Throws a bug of the query to the error boundary.
 *
 * @param of what the query depends on besides the tablet.
 */
export function useLiveQuery<T>(
  local: Readable,
  read: () => Promise<T>,
  of: readonly (string | number | null | undefined)[],
  { initial, tables }: Reader<T> = {},
): T | undefined {
  const key = JSON.stringify(of);
  const [query, setQuery] = useState({ local, key, read, tables, isKnown: initial !== undefined });
  const [shown, setShown] = useState<Reading<T>>({ value: initial });
  if (query.local !== local || query.key !== key)
    setQuery({ local, key, read, tables, isKnown: false });

  useEffect(() => {
    // Drawn in slices, and after the keys that are pressed meanwhile.
    const show = (value: T): void =>
      startTransition(() => setShown((before) => readingAfter(before, value)));
    const fail = (error: unknown): void => setShown({ value: undefined, error });
    const observe = query.tables && watchTables(query.local.database, query.tables);
    const begin = () => watchQuery(query.local, query.read, show, fail, observe);
    if (!query.isKnown) return begin();
    let stop: (() => void) | null = null;
    let isOver = false;
    void afterPaint().then(() => {
      if (!isOver) stop = begin();
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [query]);
  if (shown.error !== undefined) throw shown.error;
  return shown.value;
}
