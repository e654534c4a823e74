import type { EntityName } from "../estimate/entities.ts";
import type { MutationName } from "./mutation.ts";
import type { Operation } from "./operations.ts";

/** What the mutations that make a price book may do; everything about them that needs no record to be read. */

export type BookMutation = Extract<MutationName, `book.${string}`>;
type Allowed = { readonly [E in EntityName]?: readonly Operation["op"][] };

const allowed: Readonly<Record<BookMutation, Allowed>> = {
  /** Begins a draft, or takes up one that was discarded. */
  "book.draft": { bookDraft: ["add", "restore"], bookChange: ["add", "restore"] },
  "book.edit": { bookDraft: ["set"], bookChange: ["add", "set", "remove", "restore"] },
  "book.discard": { bookDraft: ["remove"], bookChange: ["remove"] },
  "book.publish": { priceBook: ["add"], bookDraft: ["remove"], bookChange: ["remove"] },
};

const bookEntities: ReadonlySet<EntityName> = new Set(["priceBook", "bookDraft", "bookChange"]);

/** Whether it is part of a price book, published or not. */
export const isOfBook = (entity: EntityName): boolean => bookEntities.has(entity);

export const isBookMutation = (name: MutationName): name is BookMutation =>
  Object.hasOwn(allowed, name);

/** Whether only a manager may do this. */
export const isForManagers = (name: MutationName, operations: readonly Operation[]): boolean =>
  isBookMutation(name) ||
  operations.some(({ entity }) => entity === "bookDraft" || entity === "bookChange");

/**
 * Why an operation does not belong into a mutation of this name, or null when it does. A published price book is
 * added by its publication and touched by nothing else.
 */
export function bookOperationProblem(
  name: MutationName,
  operation: Operation,
): "server_field" | "invalid_field" | null {
  const { entity, op } = operation;
  if (entity === "priceBook" && (name !== "book.publish" || op !== "add")) return "server_field";
  // What two managers wanted of a draft is settled as a draft is edited.
  const rules = name === "conflict.resolve" && isOfBook(entity) ? "book.edit" : name;
  if (!isBookMutation(rules)) return isOfBook(entity) ? "invalid_field" : null;
  if (allowed[rules][entity]?.includes(op) !== true) return "invalid_field";
  // A change says of what it is for good; only what it says changes.
  const isFixed = op === "set" && entity === "bookChange" && operation.field !== "value";
  return isFixed ? "invalid_field" : null;
}
