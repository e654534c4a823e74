/**
 * What the simulation has to reach inside fake-indexeddb for: a killed tab leaves transactions half-way, and a disk is
 * set back as a whole. Neither is something a page can do, so that the package has no door for it.
 */
export interface RawRecord {
  readonly key: unknown;
  readonly value: unknown;
}

interface RawNode {
  readonly record: RawRecord;
  readonly deleted: boolean;
  readonly red: boolean;
  left?: RawNode | undefined;
  right?: RawNode | undefined;
  parent?: RawNode | undefined;
}

interface RawTree {
  _root?: RawNode | undefined;
  _numNodes: number;
  _numTombstones: number;
}

interface RawRecords {
  readonly records: RawTree;
  get(key: unknown): RawRecord | undefined;
  values(): Iterable<RawRecord>;
}

interface RawIndex {
  readonly name: string;
  readonly keyPath: unknown;
  readonly multiEntry: boolean;
  readonly unique: boolean;
  initialized: boolean;
  readonly records: RawRecords;
}

export interface RawStore {
  readonly name: string;
  readonly keyPath: unknown;
  readonly autoIncrement: boolean;
  readonly keyGenerator: { num: number } | null;
  readonly records: RawRecords;
  readonly rawIndexes: Map<string, RawIndex>;
}

export interface RawDatabase {
  readonly name: string;
  readonly version: number;
  transactions: RawTransaction[];
  connections: unknown[];
  readonly rawObjectStores: Map<string, RawStore>;
  processTransactions(): void;
}

export interface RawTransaction {
  readonly db: { readonly _rawDatabase: RawDatabase };
  readonly mode: string;
  readonly durability: string;
  readonly _scope: ReadonlySet<string>;
  readonly _rollbackLog: (() => void)[];
  readonly _requests: readonly { readonly request: { readonly readyState: string } }[];
  readonly error: unknown;
  _state: string;
  _started: boolean;
  _start(): void;
  _abort(name: string): void;
}

export interface RawFactory {
  readonly _databases: Map<string, RawDatabase>;
  readonly _connectionQueues: Map<string, Promise<unknown>>;
}

export const isRawFactory = (value: object): value is RawFactory =>
  "_databases" in value && "_connectionQueues" in value;
const isDatabase = (value: unknown): value is RawDatabase =>
  typeof value === "object" && value !== null && "rawObjectStores" in value;
const isStore = (value: unknown): value is RawStore =>
  typeof value === "object" && value !== null && "rawIndexes" in value;
const isIndex = (value: unknown): value is RawIndex =>
  typeof value === "object" && value !== null && "multiEntry" in value;

/** Another one of the same class; the classes themselves are not exported. */
function another<T>(
  model: object,
  args: readonly unknown[],
  isOne: (value: unknown) => value is T,
): T {
  const made: unknown = Reflect.construct(model.constructor, args);
  if (!isOne(made)) throw new TypeError("fake-indexeddb has changed inside");
  return made;
}

/** A database as it is on the disk now, without connections; records are never changed in place, and are shared. */
export function copyDatabase(database: RawDatabase): RawDatabase {
  const copy = another(database, [database.name, database.version], isDatabase);
  for (const [name, store] of database.rawObjectStores) {
    const args = [copy, store.name, store.keyPath, store.autoIncrement];
    const twin = another(store, args, isStore);
    copyTree(store.records.records, twin.records.records);
    if (twin.keyGenerator && store.keyGenerator) twin.keyGenerator.num = store.keyGenerator.num;
    for (const [indexName, index] of store.rawIndexes) {
      const { keyPath, multiEntry, unique } = index;
      const other = another(index, [twin, index.name, keyPath, multiEntry, unique], isIndex);
      other.initialized = true;
      copyTree(index.records.records, other.records.records);
      twin.rawIndexes.set(indexName, other);
    }
    copy.rawObjectStores.set(name, twin);
  }
  return copy;
}

function copyTree(from: RawTree, to: RawTree): void {
  to._root = from._root && copyNode(from._root, undefined);
  to._numNodes = from._numNodes;
  to._numTombstones = from._numTombstones;
}

function copyNode(node: RawNode, parent: RawNode | undefined): RawNode {
  const copy: RawNode = { record: node.record, deleted: node.deleted, red: node.red, parent };
  copy.left = node.left && copyNode(node.left, copy);
  copy.right = node.right && copyNode(node.right, copy);
  return copy;
}
