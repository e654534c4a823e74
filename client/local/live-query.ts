import { liveQuery } from "dexie";
import { useObservable } from "dexie-react-hooks";
import type { PaintboxDatabase } from "./database.ts";
import { dropConnection, MAX_REOPENINGS } from "./healing.ts";
import type { Local } from "./local.ts";
import { isStorageError, storageTrouble } from "./storage-errors.ts";

/**
 * A query whose answer is given again whenever it changes, in any tab. It outlives its connection: a lost one is
 * replaced, three times in a row at the most, and after that the query waits until the storage is well again. What
 * was last read stands meanwhile; a takeover by a newer version leaves it standing for good.
 */
export class LiveRead<T> {
  readonly #database: PaintboxDatabase;
  readonly #read: () => Promise<T>;
  #last: { readonly value: T } | null = null;

  constructor({ database }: Local, read: () => Promise<T>) {
    this.#database = database;
    this.#read = read;
  }

  hasValue(): boolean {
    return this.#last !== null;
  }

  getValue(): T {
    if (!this.#last) throw new Error("nothing was read yet");
    return this.#last.value;
  }

  /**
   * @param onError for what no connection helps against: a bug in the query.
   * @returns stops it.
   */
  subscribe(onValue: (value: T) => void, onError: (error: unknown) => void): () => void {
    const database = this.#database;
    const { health } = database;
    let inner: { unsubscribe(): void } | undefined;
    let reopenings = 0;
    let seen = { connection: health.connection, standing: health.standing };

    const failed = (error: unknown): void => {
      const trouble = isStorageError(error) ? storageTrouble(database, error) : "other";
      if (trouble === "other") return onError(error);
      if (trouble !== "lost" || reopenings === MAX_REOPENINGS) return health.change("lost");
      reopenings += 1;
      dropConnection(database, seen.connection);
    };
    const begin = (): void => {
      inner?.unsubscribe();
      seen = { connection: health.connection, standing: health.standing };
      inner = liveQuery(this.#read).subscribe({
        next: (value) => {
          reopenings = 0;
          this.#last = { value };
          health.change("well");
          onValue(value);
        },
        error: failed,
      });
    };
    const unfollow = health.subscribe(() => {
      if (database.isPutAway) return;
      const { connection, standing } = seen;
      const isWellAgain = health.standing === "well" && standing === "lost";
      seen = { ...seen, standing: health.standing };
      if (isWellAgain) reopenings = 0;
      if (isWellAgain || health.connection !== connection) begin();
    });
    begin();
    return () => {
      unfollow();
      inner?.unsubscribe();
    };
  }
}

/** What a query last read, for a screen; `initial` until then. */
export function useLiveQuery<T>(
  local: Local,
  read: () => Promise<T>,
  deps: readonly unknown[],
  initial?: T,
): T | undefined {
  return useObservable<T, T | undefined>(
    () => new LiveRead(local, read),
    [local, ...deps],
    initial,
  );
}
