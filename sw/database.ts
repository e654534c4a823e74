/** The worker's notes. Its name is none that a person's records could have. */
const NAME = "service-worker";
type StoreName = "entries" | "facts";

type Work<T> = (store: IDBObjectStore) => IDBRequest<T>;

/**
 * A small database of the worker's own, with nothing of anybody's work in it. Written in order but not strictly: what a flat
 * battery takes from it is found again by `reconcile`.
 */
export class WorkerDatabase {
  readonly #factory: IDBFactory;
  #open: Promise<IDBDatabase> | null = null;
  /**
   * Counts up whenever it has been opened: what was in it before may be gone, as when somebody clears the site's data under
   * a running worker.
   */
  openings = 0;

  constructor(factory: IDBFactory) {
    this.#factory = factory;
  }

  /** Opens it where it is not open. Rejects where a browser has no databases, as in some private windows. */
  async ready(): Promise<void> {
    await this.#connect();
  }

  async read<T>(name: StoreName, work: Work<T>): Promise<T> {
    const database = await this.#connect();
    return settled(work(database.transaction(name).objectStore(name)));
  }

  /** All of it or nothing; resolves when later readers see it. */
  async change(name: StoreName, work: (store: IDBObjectStore) => void): Promise<void> {
    const database = await this.#connect();
    const transaction = database.transaction(name, "readwrite");
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("abort", () =>
        reject(transaction.error ?? new Error("the change was undone")),
      );
      try {
        work(transaction.objectStore(name));
      } catch (error) {
        // Else the half that was asked for before it would be done.
        transaction.abort();
        throw error;
      }
    });
  }

  /** Deletes all of it; it is made anew where something is still noted. */
  async forget(): Promise<void> {
    this.close();
    await settled(this.#factory.deleteDatabase(NAME));
  }

  close(): void {
    this.#open?.then(
      (database) => database.close(),
      () => undefined,
    );
    this.#open = null;
  }

  #connect(): Promise<IDBDatabase> {
    this.#open ??= this.#begin().catch((error: unknown) => {
      this.#open = null;
      throw error;
    });
    return this.#open;
  }

  async #begin(): Promise<IDBDatabase> {
    const request = this.#factory.open(NAME, 1);
    request.addEventListener("upgradeneeded", () => {
      request.result.createObjectStore("entries", { keyPath: "key" });
      request.result.createObjectStore("facts", { keyPath: "name" });
    });
    const database = await settled(request);
    this.openings += 1;
    const isOver = (): void => {
      database.close();
      this.#open = null;
    };
    database.addEventListener("close", isOver);
    database.addEventListener("versionchange", isOver);
    return database;
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () =>
      reject(request.error ?? new Error("the database does not answer")),
    );
  });
