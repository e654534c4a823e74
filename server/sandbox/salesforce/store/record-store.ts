/**
 * All records of the org in memory, with their indexes, an undo log and write-through to disk.
 * Every request that changes something runs inside `transact`: it is on disk before it is
 * answered, and a failure leaves neither a trace in memory nor on disk.
 */
import type { FieldValue } from "../objects/field.ts";
import { makeRecordId } from "../objects/record-id.ts";
import { findField, sobjects } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import type { DocumentChange, DocumentFile } from "../../common/store/document-file.ts";

export type StoredRecord = { readonly Id: string; readonly [field: string]: FieldValue };

const counterKind = "#counter";

type Undo = {
  readonly object: SObject;
  readonly id: string;
  readonly before: StoredRecord | undefined;
};

export class RecordStore {
  readonly #file: DocumentFile;
  readonly #tables = new Map<string, Map<string, StoredRecord>>();
  /** `Quote.OpportunityId` -> parent id -> ids of the records that point at it. */
  readonly #children = new Map<string, Map<string, Set<string>>>();
  /** `Quote.Paintbox_Id__c` -> value in lower case -> id; live records only. */
  readonly #unique = new Map<string, Map<string, string>>();
  readonly #counters = new Map<string, number>();
  readonly #changedCounters = new Set<string>();
  #undoLog: Undo[] = [];

  constructor(file: DocumentFile) {
    this.#file = file;
    for (const object of sobjects) {
      this.#tables.set(object.name, new Map());
      for (const field of object.fields) {
        if (field.reference) this.#children.set(`${object.name}.${field.name}`, new Map());
        if (field.unique) this.#unique.set(`${object.name}.${field.name}`, new Map());
      }
    }
    for (const [name, count] of file.read(counterKind)) this.#counters.set(name, Number(count));
    for (const object of sobjects) {
      for (const [, body] of file.read(object.name)) this.#place(object, parseRecord(body));
    }
  }

  get isEmpty(): boolean {
    return [...this.#tables.values()].every((table) => table.size === 0);
  }

  get(object: SObject, id: string): StoredRecord | undefined {
    return this.#table(object).get(id);
  }

  /** Every record, the deleted ones too, in the order of their creation. */
  all(object: SObject): Iterable<StoredRecord> {
    return this.#table(object).values();
  }

  /** The live record that holds this value of a unique field; case does not matter. */
  findUnique(object: SObject, field: string, value: string): StoredRecord | undefined {
    const id = this.#unique.get(`${object.name}.${field}`)?.get(value.toLowerCase());
    return id === undefined ? undefined : this.get(object, id);
  }

  /** Live records whose reference `field` points at `parentId`. */
  children(object: SObject, field: string, parentId: string): readonly StoredRecord[] {
    const ids = this.#children.get(`${object.name}.${field}`)?.get(parentId) ?? [];
    return [...ids].flatMap((id) => {
      const record = this.get(object, id);
      return record && record["IsDeleted"] !== true ? [record] : [];
    });
  }

  put(object: SObject, record: StoredRecord): void {
    this.#undoLog.push({ object, id: record.Id, before: this.get(object, record.Id) });
    this.#place(object, record);
  }

  newId(object: SObject): string {
    return makeRecordId(object.keyPrefix, this.nextNumber(object.name));
  }

  /** 1, 2, 3 … for each name; numbers of undone work are not given out again. */
  nextNumber(name: string): number {
    const next = (this.#counters.get(name) ?? 0) + 1;
    this.#counters.set(name, next);
    this.#changedCounters.add(name);
    return next;
  }

  /** A point to which `undoTo` can go back inside the running transaction. */
  mark(): number {
    return this.#undoLog.length;
  }

  undoTo(mark: number): void {
    while (this.#undoLog.length > mark) {
      const undo = this.#undoLog.pop();
      if (undo?.before) this.#place(undo.object, undo.before);
      else if (undo) this.#removeRecord(undo.object, undo.id);
    }
  }

  /** Runs synchronous work, then writes what it changed to disk; undoes it all when it throws. */
  transact<T>(work: () => T): T {
    try {
      const result = work();
      this.#file.write(this.#pendingChanges());
      return result;
    } catch (error) {
      this.undoTo(0);
      throw error;
    } finally {
      this.#undoLog = [];
      this.#changedCounters.clear();
    }
  }

  /** Forgets every record and counter, in memory and on disk. */
  clear(): void {
    const changes: DocumentChange[] = [];
    for (const object of sobjects) {
      for (const id of this.#table(object).keys())
        changes.push({ kind: object.name, key: id, body: null });
      this.#table(object).clear();
    }
    for (const name of this.#counters.keys())
      changes.push({ kind: counterKind, key: name, body: null });
    this.#counters.clear();
    for (const index of this.#children.values()) index.clear();
    for (const index of this.#unique.values()) index.clear();
    this.#file.write(changes);
  }

  #pendingChanges(): DocumentChange[] {
    const changes = new Map<string, DocumentChange>();
    for (const { object, id } of this.#undoLog) {
      const record = this.get(object, id);
      changes.set(id, { kind: object.name, key: id, body: record ? JSON.stringify(record) : null });
    }
    const counters = [...this.#changedCounters].map((name) => ({
      kind: counterKind,
      key: name,
      body: String(this.#counters.get(name) ?? 0),
    }));
    return [...changes.values(), ...counters];
  }

  #table(object: SObject): Map<string, StoredRecord> {
    const table = this.#tables.get(object.name);
    if (!table) throw new Error(`No table for ${object.name}`);
    return table;
  }

  #place(object: SObject, record: StoredRecord): void {
    const before = this.get(object, record.Id);
    if (before) this.#unindex(object, before);
    this.#table(object).set(record.Id, record);
    for (const [key, value] of Object.entries(record)) {
      if (typeof value !== "string") continue;
      const field = findField(object, key);
      if (field?.reference) {
        const index = this.#children.get(`${object.name}.${field.name}`);
        const siblings = index?.get(value);
        if (siblings) siblings.add(record.Id);
        else index?.set(value, new Set([record.Id]));
      }
      if (field?.unique && record["IsDeleted"] !== true) {
        this.#unique.get(`${object.name}.${field.name}`)?.set(value.toLowerCase(), record.Id);
      }
    }
  }

  #removeRecord(object: SObject, id: string): void {
    const before = this.get(object, id);
    if (before) this.#unindex(object, before);
    this.#table(object).delete(id);
  }

  #unindex(object: SObject, record: StoredRecord): void {
    for (const [key, value] of Object.entries(record)) {
      if (typeof value !== "string") continue;
      this.#children.get(`${object.name}.${key}`)?.get(value)?.delete(record.Id);
      const unique = this.#unique.get(`${object.name}.${key}`);
      if (unique?.get(value.toLowerCase()) === record.Id) unique.delete(value.toLowerCase());
    }
  }
}

function parseRecord(body: string): StoredRecord {
  const value: unknown = JSON.parse(body);
  if (!isStoredRecord(value)) throw new Error("The sandbox file holds something that is no record");
  return value;
}

function isStoredRecord(value: unknown): value is StoredRecord {
  return (
    typeof value === "object" && value !== null && "Id" in value && typeof value.Id === "string"
  );
}
