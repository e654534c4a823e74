import { describe, expect, test } from "vitest";
import { MAX_ENTRY } from "../../shared/estimate/entities.ts";
import type { MutationName } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { redo, undo } from "./actions/undo.ts";
import type { Local } from "./local.ts";
import { mutate } from "./mutate.ts";
import { priceBookFields, receivePriceBook, valueOf, viewOf } from "./testing/sample-records.ts";
import { createTablet } from "./testing/test-local.ts";

/** What every edit of a price book goes through on this tablet, whichever screen makes it. */

const perform = (local: Local, name: MutationName, operations: readonly Operation[]) =>
  mutate(local, () => Promise.resolve({ name, estimateId: "d1", operations, value: undefined }));
const draft = {
  priceBookId: "book-1",
  startedBy: "Pat",
  startedAt: "2026-06-01T15:00:00.000Z",
  note: "",
};
const change = { draftId: "d1", path: "labour", value: "{}" };
const addDraft: Operation = { op: "add", entity: "bookDraft", id: "d1", fields: draft };
const addChange: Operation = { op: "add", entity: "bookChange", id: "x1", fields: change };
const setChange: Operation = {
  op: "set",
  entity: "bookChange",
  id: "x1",
  field: "value",
  from: "{}",
  to: "[]",
};
const start = async () => {
  const local = await createTablet().open();
  await receivePriceBook(local);
  const sent = async () => (await local.database.outbox.orderBy("seq").last())?.name;
  return { local, sent };
};

describe("undo of a price book's edits", () => {
  test("goes out under the names that the server takes, and leads back to the start", async () => {
    const { local, sent } = await start();
    const states = [await viewOf(local)];
    valueOf(await perform(local, "book.draft", [addDraft, addChange]));
    states.push(await viewOf(local));
    valueOf(await perform(local, "book.edit", [setChange]));
    states.push(await viewOf(local));
    const seen = { ...change, value: "[]" };
    valueOf(
      await perform(local, "book.discard", [
        { op: "remove", entity: "bookChange", id: "x1", seen },
        { op: "remove", entity: "bookDraft", id: "d1", seen: draft },
      ]),
    );
    for (const name of ["book.draft", "book.edit", "book.discard"]) {
      valueOf(await undo(local, "d1"));
      expect(await sent()).toBe(name);
      expect(await viewOf(local)).toEqual(states.pop());
    }
    for (const name of ["book.draft", "book.edit", "book.discard"]) {
      valueOf(await redo(local, "d1"));
      expect(await sent()).toBe(name);
    }
  });
});

describe("what the server would refuse is refused here", () => {
  test.each<[string, MutationName, Operation[]]>([
    ["an edit of a draft by another name", "estimate.edit", [addDraft]],
    [
      "another record under a price book's name",
      "book.edit",
      [{ op: "restore", entity: "area", id: "a" }],
    ],
    [
      "an edit of a published book",
      "book.edit",
      [{ op: "remove", entity: "priceBook", id: "book-1", seen: {} }],
    ],
    [
      "a publication that lacks a field",
      "book.publish",
      [{ op: "add", entity: "priceBook", id: "b", fields: { name: "x" } }],
    ],
  ])("%s", async (_what, name, operations) => {
    const { local } = await start();
    expect(await perform(local, name, operations)).toMatchObject({ error: { code: "invalid" } });
    expect(await local.database.outbox.count()).toBe(0);
  });

  test("what is too long for any request, which would hold up everything behind it", async () => {
    const { local } = await start();
    const many = Array.from({ length: 80 }, (_, index): Operation => ({
      op: "add",
      entity: "bookChange",
      id: `x${index}`,
      fields: { ...change, value: "x".repeat(MAX_ENTRY) },
    }));
    valueOf(await perform(local, "book.draft", [addDraft]));
    expect(await perform(local, "book.edit", many)).toMatchObject({ error: { code: "invalid" } });
    const document = "x".repeat(1_000_000);
    const book: Operation = {
      op: "add",
      entity: "priceBook",
      id: "book-2",
      fields: { ...priceBookFields, document, version: 2 },
    };
    valueOf(await perform(local, "book.publish", [book]));
  });
});
