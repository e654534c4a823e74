import { IDBDatabase, IDBFactory, IDBKeyRange, IDBTransaction } from "fake-indexeddb";
import {
  copyDatabase,
  isRawFactory,
  type RawDatabase,
  type RawFactory,
  type RawTransaction,
} from "./idb-internals.ts";
import type { Actor, Scheduler } from "./scheduler.ts";

/** What a tablet's disk holds at one moment. */
export type DiskImage = ReadonlyMap<string, RawDatabase>;

/** Called when a tab's transaction that may write has committed. */
export type OnCommit = (actor: Actor, tables: ReadonlySet<string>) => void;

interface Connection {
  readonly disk: Disk;
  readonly actor: Actor;
}

/** Which tab a connection belongs to: its work is that tab's, whoever's turn it is that lets it start. */
const connections = new WeakMap<object, Connection>();
/** The disk whose database is being opened or used, until its first transaction says so for good. */
const disks = new WeakMap<RawDatabase, Disk>();

/** A tablet's storage. It outlives the tabs: what was committed stays, what was under way when a tab died goes. */
export class Disk {
  readonly scheduler: Scheduler;
  readonly #factory: RawFactory & IDBFactory;
  readonly #keeper: Actor;
  onCommit: OnCommit = () => {};
  /** So many of the next transactions that write fail at their commit: no room is left. */
  full = 0;

  constructor(scheduler: Scheduler, keeper: Actor) {
    const factory: IDBFactory = new IDBFactory();
    if (!isRawFactory(factory)) throw new TypeError("fake-indexeddb has changed inside");
    this.#factory = factory;
    this.scheduler = scheduler;
    this.#keeper = keeper;
  }

  /** What one tab sees of this disk. */
  openedBy(actor: Actor): { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange } {
    const factory = this.#factory;
    const opening: IDBFactory = {
      open: (name, version) => {
        if (!actor.alive) throw new DOMException("the tab is gone", "InvalidStateError");
        return this.scheduler.as(actor, () => {
          const request = factory.open(name, version);
          request.addEventListener("upgradeneeded", () => this.#claim(request.result, actor));
          request.addEventListener("success", () => this.#claim(request.result, actor));
          return request;
        });
      },
      cmp: (one, other) => factory.cmp(one, other),
      databases: () => factory.databases(),
      deleteDatabase: (name) => factory.deleteDatabase(name),
    };
    return { indexedDB: opening, IDBKeyRange };
  }

  #claim(connection: IDBDatabase, actor: Actor): void {
    connections.set(connection, { disk: this, actor });
  }

  /** Everything that is committed and everything that is being written. */
  rows(table: string): readonly unknown[] {
    const rows: unknown[] = [];
    for (const database of this.#factory._databases.values()) {
      const store = database.rawObjectStores.get(table);
      if (store) for (const { value } of store.records.values()) rows.push(value);
    }
    return rows;
  }

  rowOf(table: string, id: string): unknown {
    for (const database of this.#factory._databases.values()) {
      const record = database.rawObjectStores.get(table)?.records.get(id);
      if (record) return record.value;
    }
    return undefined;
  }

  image(): DiskImage {
    const copies = new Map<string, RawDatabase>();
    for (const [name, database] of this.#factory._databases) {
      for (const open of database.transactions)
        if (open._rollbackLog.length > 0 && open._state !== "finished")
          throw new Error("a copy of a disk that is being written to");
      copies.set(name, copyDatabase(database));
    }
    return copies;
  }

  /** Whether somebody is in the middle of writing. */
  get busy(): boolean {
    return [...this.#factory._databases.values()].some(({ transactions }) =>
      transactions.some(
        ({ _state, _rollbackLog }) => _state !== "finished" && _rollbackLog.length > 0,
      ),
    );
  }

  /** Whether a tab is in the middle of a transaction, be it only reading. */
  isOpenFor(actor: Actor): boolean {
    return [...this.#factory._databases.values()].some(({ transactions }) =>
      transactions.some(
        ({ db, _state }) => _state !== "finished" && connections.get(db)?.actor === actor,
      ),
    );
  }

  /** Puts the disk back to an earlier moment; no tab may be open. */
  putBack(image: DiskImage): void {
    this.#factory._databases.clear();
    this.#factory._connectionQueues.clear();
    for (const [name, database] of image) {
      const copy = copyDatabase(database);
      disks.set(copy, this);
      this.#factory._databases.set(name, copy);
    }
  }

  /** A tab has died: what it was writing is undone, and others that waited for it go on. */
  release(actor: Actor): void {
    this.#factory._connectionQueues.clear();
    for (const database of this.#factory._databases.values()) {
      const isTheirs = (connection: object) => connections.get(connection)?.actor === actor;
      const lost = database.transactions.filter(
        ({ db, _state }) => isTheirs(db) && _state !== "finished",
      );
      for (const transaction of lost) undo(transaction);
      database.transactions = database.transactions.filter(
        (transaction) => !lost.includes(transaction),
      );
      database.connections = database.connections.filter(
        (connection) =>
          typeof connection === "object" && connection !== null && !isTheirs(connection),
      );
      this.scheduler.as(this.#keeper, () => {
        for (let next = 0; next <= lost.length; next += 1) database.processTransactions();
      });
    }
  }
}

function undo(transaction: RawTransaction): void {
  for (const step of transaction._rollbackLog.toReversed()) step();
  transaction._state = "finished";
}

// oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function transaction(...args) {
  const connection = connections.get(this);
  if (!connection) return begin.apply(this, args);
  const { actor, disk } = connection;
  if (!actor.alive) throw new DOMException("the tab is gone", "InvalidStateError");
  return disk.scheduler.as(actor, () => begin.apply(this, args));
};

const isStart = (value: unknown): value is (this: RawTransaction) => void =>
  typeof value === "function";
const start: unknown = Reflect.get(IDBTransaction.prototype, "_start");
if (!isStart(start)) throw new TypeError("fake-indexeddb has changed inside");

/** Each step of a transaction is its own tab's turn; the last one may find that there is no room, and is the commit. */
Reflect.set(IDBTransaction.prototype, "_start", function step(this: RawTransaction) {
  const connection = connections.get(this.db);
  if (!connection) return start.call(this);
  const { actor, disk } = connection;
  if (disk.scheduler.current !== actor) {
    this._started = true;
    return disk.scheduler.post(actor, () => this._start());
  }
  const writes = this.mode === "readwrite";
  const isLast = this._requests.every(({ request }) => request.readyState === "done");
  if (writes && isLast && disk.full > 0 && this._state !== "finished") {
    disk.full -= 1;
    return this._abort("QuotaExceededError");
  }
  const before = this._state;
  start.call(this);
  if (writes && before !== "finished" && this._state === "finished" && this.error === null)
    disk.onCommit(actor, this._scope);
});
