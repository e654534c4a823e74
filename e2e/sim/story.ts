import type { Operation } from "../../shared/sync/operations.ts";

/** What happened, in short sentences, in the order in which it happened. */
export class Story {
  readonly lines: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  tell(sentence: string): void {
    this.lines.push(`${sentence}.`);
  }

  /** "sets doors of area 1 from 2 to 3, removes surface 4" */
  words(operations: readonly Operation[]): string {
    const short = operations.slice(0, 3).map((operation) => this.#wordsOf(operation));
    return operations.length > 3 ? `${short.join(", ")}, …` : short.join(", ");
  }

  nameOf({ entity, id }: { readonly entity: string; readonly id: string }): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const count = (this.#counts.get(entity) ?? 0) + 1;
    this.#counts.set(entity, count);
    const name = `${entity} ${count}`;
    this.#names.set(id, name);
    return name;
  }

  #wordsOf(operation: Operation): string {
    const name = this.nameOf(operation);
    switch (operation.op) {
      case "add":
        return `adds ${name}`;
      case "set":
        return `sets ${operation.field} of ${name} ${String(operation.from)}→${String(operation.to)}`;
      case "remove":
        return `removes ${name}`;
      case "restore":
        return `brings ${name} back`;
    }
  }
}
