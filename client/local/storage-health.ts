/**
 * - `lost`: the browser gives no working connection to the database, not even a fresh one; looked at again by itself.
 * - `taken_over`: a newer version of the app has the database, in another tab; only a reload helps.
 */
export type StorageStanding = "well" | "lost" | "taken_over";

/** How the connection to one database stands. Everything that reads or writes tells it, and follows it. */
export class StorageHealth {
  /** Counts connections: work that failed on an earlier one does not close the one that others have begun with. */
  connection = 0;
  standing: StorageStanding = "well";
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Nothing comes back from a takeover. */
  change(standing: StorageStanding): void {
    if (this.standing === standing || this.standing === "taken_over") return;
    this.standing = standing;
    this.#tell();
  }

  /** The connection is gone; whoever uses the database next opens another one. */
  connectionClosed(): void {
    this.connection += 1;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
