import type { DocumentChange, DocumentFile } from "../common/store/document-file.ts";

/** The things of one kind: held in memory, and written to the file with the request that changes them. */
export class Collection<T extends { readonly id: string }> {
  readonly #kind: string;
  readonly #items = new Map<string, T>();
  readonly #changed = new Set<string>();

  constructor(kind: string, file: DocumentFile) {
    this.#kind = kind;
    for (const [key, body] of file.read(kind)) this.#items.set(key, JSON.parse(body));
  }

  get size(): number {
    return this.#items.size;
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  /** In the order of their ids, which is that of their creation. */
  all(): readonly T[] {
    return [...this.#items.values()];
  }

  put(item: T): T {
    this.#items.set(item.id, item);
    this.#changed.add(item.id);
    return item;
  }

  remove(id: string): void {
    if (this.#items.delete(id)) this.#changed.add(id);
  }

  clear(): void {
    for (const id of this.#items.keys()) this.#changed.add(id);
    this.#items.clear();
  }

  /** What has changed since the last call. */
  takeChanges(): readonly DocumentChange[] {
    const changes = [...this.#changed].map((key) => {
      const item = this.#items.get(key);
      return { kind: this.#kind, key, body: item ? JSON.stringify(item) : null };
    });
    this.#changed.clear();
    return changes;
  }
}
