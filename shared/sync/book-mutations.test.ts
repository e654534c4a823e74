import { expect, test } from "vitest";
import { bookOperationProblem, isForManagers } from "./book-mutations.ts";
import { type MutationName, mutationNames } from "./mutation.ts";
import type { Operation } from "./operations.ts";

const id = "x1";
const add = (entity: Operation["entity"]): Operation => ({ op: "add", entity, id, fields: {} });
const remove = (entity: Operation["entity"]): Operation => ({ op: "remove", entity, id, seen: {} });
const restore = (entity: Operation["entity"]): Operation => ({ op: "restore", entity, id });
const set = (entity: Operation["entity"], field: string): Operation => ({
  op: "set",
  entity,
  id,
  field,
  from: null,
  to: null,
});

test.each<[MutationName, Operation]>([
  ["book.draft", add("bookDraft")],
  ["book.draft", restore("bookDraft")],
  ["book.draft", add("bookChange")],
  ["book.edit", add("bookChange")],
  ["book.edit", set("bookChange", "value")],
  ["book.edit", remove("bookChange")],
  ["book.edit", set("bookDraft", "note")],
  ["book.discard", remove("bookDraft")],
  ["book.discard", remove("bookChange")],
  ["book.publish", add("priceBook")],
  ["book.publish", remove("bookDraft")],
  ["area.add", add("area")],
])("%s does %j", (name, operation) => {
  expect(bookOperationProblem(name, operation)).toBeNull();
});

test.each<[MutationName, Operation]>([
  ["book.edit", add("bookDraft")],
  ["book.edit", set("bookChange", "path")],
  ["book.edit", set("bookChange", "draftId")],
  ["book.discard", add("bookChange")],
  ["book.publish", add("bookChange")],
  ["book.publish", set("estimate", "title")],
  ["book.edit", add("area")],
  ["area.edit", set("bookChange", "value")],
  ["edit.undo", restore("bookDraft")],
  ["estimate.edit", add("bookDraft")],
])("%s does not do %j", (name, operation) => {
  expect(bookOperationProblem(name, operation)).toBe("invalid_field");
});

test("a published price book is added by its publication and touched by nothing", () => {
  const touching = [add, remove, restore].map((make) => make("priceBook"));
  for (const name of mutationNames)
    for (const operation of [...touching, set("priceBook", "document"), set("priceBook", "note")]) {
      const isPublication = name === "book.publish" && operation.op === "add";
      expect(bookOperationProblem(name, operation)).toBe(isPublication ? null : "server_field");
    }
});

test("only managers make price books", () => {
  expect(isForManagers("book.publish", [add("priceBook")])).toBe(true);
  expect(isForManagers("edit.undo", [restore("bookDraft")])).toBe(true);
  expect(isForManagers("estimate.edit", [set("estimate", "title"), add("bookChange")])).toBe(true);
  expect(isForManagers("estimate.reprice", [set("estimate", "priceBookId")])).toBe(false);
});
