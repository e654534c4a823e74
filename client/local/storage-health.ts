/**
 * - `lost`: the browser gives no working connection to the database, not even a fresh one; looked at again by itself.
 * - `taken_over`: a newer version of the app has the database, in another tab; only a reload helps.
 * - `cleared`: somebody has deleted the browser's data under the open app; a reload begins with what the server has.
 */
export type StorageStanding = "well" | "lost" | "taken_over" | "cleared";

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

  /** Nothing comes back in this window from a takeover, nor from records that are deleted. */
  get isOver(): boolean {
    return this.standing === "taken_over" || this.standing === "cleared";
  }

  change(standing: StorageStanding): void {
    if (this.standing === standing || this.isOver) return;
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
