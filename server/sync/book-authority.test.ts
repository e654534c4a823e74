import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MAX_ENTRY } from "../../shared/estimate/entities.ts";
import { type AnyFields, type AnyRecord, asRecordOf } from "../../shared/estimate/record.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { MAX_DOCUMENT } from "../../shared/pricing/publication.ts";
import { publishedFields } from "../../shared/pricing/published-fields.ts";
import { type Choice, resolutionOperations } from "../../shared/sync/conflict-resolution.ts";
import type { Mutation } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import type { Identity } from "../identity.ts";
import { ensureCompany } from "../store/companies.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  addCustomer,
  boss,
  colleague,
  estimateFields,
  maria,
  mutation,
  NOW,
  setField,
  uuid,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

const BASE = examplePriceBook.id;
const AT = "2026-06-01T15:00:00.000Z";

let store: Store;
let server: TestApp;
let made: number;

beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  made = 0;
  await store.write((tx) => ensureCompany(tx, { id: maria.companyId, name: "B", now: NOW }));
});
afterEach(() => store.close());

/** @returns the outcome, or why it was rejected. */
async function attempt(
  name: Mutation["name"],
  operations: Operation[],
  as: Identity = boss,
): Promise<string> {
  made += 1;
  const tablet = uuid(0xb0 + Number(as.userId.at(-4)));
  const { lastSeq } = await server.pull(0, { as, tablet });
  const sent = mutation(made, lastSeq + 1, operations, name);
  const { results } = await server.push([sent], { as, tablet });
  return results[0]?.reason ?? results[0]?.outcome ?? "";
}
const records = async (): Promise<readonly AnyRecord[]> =>
  (await server.pull(0, { as: boss })).records;
const living = async (): Promise<readonly string[]> =>
  (await records()).filter(({ deleted }) => !deleted).map(({ id }) => id);
const find = async (id: string): Promise<AnyRecord | undefined> =>
  (await records()).find((record) => record.id === id);

const draftFields: AnyFields = {
  priceBookId: BASE,
  startedBy: "Pat Bell",
  startedAt: AT,
  note: "",
};
const changeFields: AnyFields = { draftId: "d1", path: "labour", value: '{"wage":1}' };
const addDraft: Operation = { op: "add", entity: "bookDraft", id: "d1", fields: draftFields };
const addChange = (id: string, value = '{"wage":1}'): Operation => ({
  op: "add",
  entity: "bookChange",
  id,
  fields: { ...changeFields, value },
});
const setValue = (id: string, from: string | null, to: string | null): Operation =>
  setField("bookChange", id, "value", from, to);
const removeDraft: Operation = { op: "remove", entity: "bookDraft", id: "d1", seen: draftFields };
const removeChange = (id: string, seen: AnyFields = changeFields): Operation => ({
  op: "remove",
  entity: "bookChange",
  id,
  seen,
});

const bookOf = (id: string, version: number): PriceBook => ({
  ...examplePriceBook,
  id,
  version,
  isExample: false,
});
const by = { publishedBy: "Pat Bell", publishedAt: AT, note: "Wages up" };
const add = (id: string, fields: AnyFields): Operation => ({
  op: "add",
  entity: "priceBook",
  id,
  fields,
});
const publication = (id: string, version: number, changed: AnyFields = {}): Operation =>
  add(id, { ...publishedFields(bookOf(id, version), by), ...changed });

describe("only a manager", () => {
  test.each<[Mutation["name"], Operation]>([
    ["book.draft", addDraft],
    ["book.edit", addChange("x1")],
    ["book.discard", removeDraft],
    ["book.publish", publication("b2", 2)],
    ["edit.redo", addDraft],
    ["estimate.edit", addChange("x1")],
  ])("%s", async (name, operation) => {
    const before = await living();
    expect(await attempt(name, [operation], maria)).toBe("forbidden");
    expect(await attempt(name, [operation], { ...colleague, role: "painter" })).toBe("forbidden");
    expect(await living()).toEqual(before);
  });

  test("also where an allowed edit stands beside it", async () => {
    expect(await attempt("customer.create", [addCustomer, addDraft], maria)).toBe("forbidden");
    expect(await living()).not.toContain("c1");
  });

  test("and only by the names that are meant for it", async () => {
    expect(await attempt("edit.redo", [addDraft])).toBe("invalid_field");
    expect(await attempt("customer.create", [publication("b2", 2)])).toBe("server_field");
    expect(await attempt("book.edit", [addCustomer])).toBe("invalid_field");
  });
});

describe("what two managers wanted of a draft", () => {
  const settling = async (choice: Choice) => {
    const found = (await records()).find(({ entity }) => entity === "conflict");
    const conflict = found && asRecordOf("conflict", found.id, found.fields);
    if (!conflict) throw new Error("no conflict");
    return [...(resolutionOperations(conflict, await find("x1"), choice) ?? [])];
  };
  beforeEach(async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    await attempt("book.edit", [setValue("x1", '{"wage":1}', '{"wage":2}')]);
    const late = setValue("x1", '{"wage":1}', '{"wage":3}');
    await attempt("book.edit", [late]);
  });

  test.each<[Choice, string]>([
    [{ keep: "mine" }, '{"wage":3}'],
    [{ keep: "theirs" }, '{"wage":2}'],
    [{ keep: "other", value: '{"wage":4}' }, '{"wage":4}'],
  ])("is settled by a manager: %j", async (choice, value) => {
    const operations = await settling(choice);
    expect(await attempt("conflict.resolve", operations)).toBe("applied");
    expect((await find("x1"))?.fields["value"]).toBe(value);
  });

  test.each<Choice>([{ keep: "mine" }, { keep: "theirs" }])(
    "is not settled by an estimator: $keep",
    async (choice) => {
      const operations = await settling(choice);
      expect(await attempt("conflict.resolve", operations, maria)).toBe("forbidden");
      expect((await find("x1"))?.fields["value"]).toBe('{"wage":2}');
    },
  );
});

describe("a draft", () => {
  test("is begun, edited and discarded, and can be taken up again", async () => {
    expect(await attempt("book.draft", [addDraft, addChange("x1")])).toBe("applied");
    expect(await attempt("book.edit", [setValue("x1", '{"wage":1}', null)])).toBe("applied");
    expect(await attempt("book.edit", [addChange("x2")])).toBe("applied");
    const end = [
      removeChange("x1", { ...changeFields, value: null }),
      removeChange("x2"),
      removeDraft,
    ];
    expect(await attempt("book.discard", end)).toBe("applied");
    expect(await living()).toEqual([BASE]);
    const back = (["d1", "x1", "x2"] as const).map((id): Operation => ({
      op: "restore",
      entity: id === "d1" ? "bookDraft" : "bookChange",
      id,
    }));
    expect(await attempt("book.draft", back)).toBe("applied");
    expect((await living()).toSorted()).toEqual([BASE, "d1", "x1", "x2"].toSorted());
  });

  test("is the only one", async () => {
    await attempt("book.draft", [addDraft]);
    expect(await attempt("book.draft", [{ ...addDraft, id: "d2" }])).toBe("book_draft_exists");
    expect(await living()).not.toContain("d2");
    await attempt("book.discard", [removeDraft]);
    expect(await attempt("book.draft", [{ ...addDraft, id: "d2" }])).toBe("applied");
    const revived: Operation = { op: "restore", entity: "bookDraft", id: "d1" };
    expect(await attempt("book.draft", [revived])).toBe("book_draft_exists");
  });

  test("that is over takes no edit", async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    await attempt("book.discard", [removeChange("x1"), removeDraft]);
    for (const late of [
      addChange("x2"),
      setValue("x1", '{"wage":1}', null),
      setField("bookDraft", "d1", "note", "", "x"),
    ])
      expect(await attempt("book.edit", [late])).toBe("book_draft_gone");
    expect(await living()).toEqual([BASE]);
  });

  test("of another company, or on a book that is not there, is missing", async () => {
    expect(await attempt("book.edit", [addChange("x1")])).toBe("missing_record");
    const fields = { ...draftFields, priceBookId: "nowhere" };
    expect(await attempt("book.draft", [{ ...addDraft, fields }])).toBe("missing_record");
  });

  test("is not discarded with something in it that the author has not seen", async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    await attempt("book.edit", [addChange("x2")]);
    expect(await attempt("book.discard", [removeChange("x1"), removeDraft])).toBe(
      "stale_price_book",
    );
    await attempt("book.edit", [setValue("x1", '{"wage":1}', '{"wage":2}')]);
    const all = [removeChange("x1"), removeChange("x2"), removeDraft];
    expect(await attempt("book.discard", all)).toBe("stale_price_book");
    expect(await living()).toEqual(expect.arrayContaining(["d1", "x1", "x2"]));
  });

  test("is not half discarded when somebody has noted something on it", async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    await attempt("book.edit", [setField("bookDraft", "d1", "note", "", "Wait for Pat")]);
    const end = [removeChange("x1"), removeDraft];
    expect(await attempt("book.discard", end)).toBe("stale_price_book");
    expect(await attempt("book.publish", [publication("b2", 2), ...end])).toBe("stale_price_book");
    expect(await living()).toEqual(expect.arrayContaining(["d1", "x1"]));
  });

  test("keeps both when two managers change one entry", async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    await attempt("book.edit", [setValue("x1", '{"wage":1}', '{"wage":2}')]);
    expect(await attempt("book.edit", [setValue("x1", '{"wage":1}', '{"wage":3}')])).toBe(
      "conflict",
    );
    expect((await find("x1"))?.fields["value"]).toBe('{"wage":2}');
  });

  test("takes entries as long as they may be, and sees them so", async () => {
    const long = "x".repeat(MAX_ENTRY);
    await attempt("book.draft", [addDraft]);
    expect(await attempt("book.edit", [addChange("x1", long)])).toBe("applied");
    expect(await attempt("book.edit", [addChange("x2", `${long}x`)])).toBe("invalid_field");
    expect(await attempt("book.edit", [setValue("x1", `${long}x`, null)])).toBe("invalid_field");
    expect(await attempt("book.edit", [setValue("x1", long, "{}")])).toBe("applied");
    const seen = { ...changeFields, value: `${long}x` };
    expect(await attempt("book.edit", [removeChange("x1", seen)])).toBe("invalid_field");
  });
});

describe("publishing", () => {
  test("adds the book and ends its draft", async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    const operations = [publication("b2", 2), removeChange("x1"), removeDraft];
    expect(await attempt("book.publish", operations)).toBe("applied");
    expect((await living()).toSorted()).toEqual([BASE, "b2"].toSorted());
    expect((await find("b2"))?.fields).toMatchObject({ version: 2, publishedBy: "Pat Bell" });
  });

  test("after somebody else has published is refused, and the draft is still there", async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    await attempt("book.publish", [publication("b2", 2)]);
    const before = await records();
    const late = [publication("b3", 2), removeChange("x1"), removeDraft];
    expect(await attempt("book.publish", late)).toBe("stale_price_book");
    expect(await records()).toEqual(before);
  });

  test("does not skip a version, nor go back to one", async () => {
    expect(await attempt("book.publish", [publication("b3", 3)])).toBe("stale_price_book");
    expect(await attempt("book.publish", [publication("b1", 1)])).toBe("stale_price_book");
  });

  test("does not leave behind a change that its author has not seen", async () => {
    await attempt("book.draft", [addDraft, addChange("x1")]);
    const operations = [publication("b2", 2), removeDraft];
    expect(await attempt("book.publish", operations)).toBe("stale_price_book");
    await attempt("book.edit", [setValue("x1", '{"wage":1}', '{"wage":2}')]);
    const unseen = [publication("b2", 2), removeChange("x1"), removeDraft];
    expect(await attempt("book.publish", unseen)).toBe("stale_price_book");
    expect(await living()).toEqual(expect.arrayContaining(["d1", "x1"]));
    expect(await living()).not.toContain("b2");
  });

  const fields = publishedFields(bookOf("b2", 2), by);
  const otherwise = (change: Partial<PriceBook>): Operation =>
    publication("b2", 2, { document: JSON.stringify({ ...bookOf("b2", 2), ...change }) });
  test.each<[string, Operation]>([
    ["no JSON", publication("b2", 2, { document: "{" })],
    ["a book with a hole", publication("b2", 2, { document: JSON.stringify({ format: 2 }) })],
    ["another id inside", otherwise({ id: "b9" })],
    ["another version inside", otherwise({ version: 3 })],
    ["another name inside", otherwise({ name: { en: "Other", es: "Otra" } })],
    ["an example inside", otherwise({ isExample: true })],
    [
      "too long a document",
      publication("b2", 2, { document: fields.document.padEnd(MAX_DOCUMENT + 1) }),
    ],
  ])("refuses %s", async (_what, operation) => {
    expect(await attempt("book.publish", [operation])).toBe("invalid_price_book");
    expect(await living()).toEqual([BASE]);
  });

  test.each<[string, Operation[]]>([
    ["no book", [removeDraft]],
    ["two books", [publication("b2", 2), publication("b3", 3)]],
    ["a book that nobody has published", [publication("b2", 2, { publishedAt: null })]],
    ["a book without all its fields", [add("b2", { name: "x" })]],
  ])("refuses %s", async (_what, operations) => {
    await attempt("book.draft", [addDraft]);
    expect(await attempt("book.publish", operations)).toBe("invalid_field");
    expect((await living()).toSorted()).toEqual([BASE, "d1"].toSorted());
  });

  test("is for good: nobody edits, removes or replaces a published book", async () => {
    await attempt("book.publish", [publication("b2", 2)]);
    const before = await find("b2");
    const seen = before?.fields ?? {};
    const remove: Operation = { op: "remove", entity: "priceBook", id: "b2", seen };
    expect(await attempt("book.publish", [remove])).toBe("server_field");
    expect(await attempt("book.edit", [setField("priceBook", "b2", "note", "Wages up", "")])).toBe(
      "server_field",
    );
    expect(await attempt("book.publish", [publication("b2", 3)])).toBe("id_taken");
    expect(await find("b2")).toEqual(before);
  });
});

describe("repricing", () => {
  const draft: AnyFields = { ...estimateFields, priceBookId: BASE };
  beforeEach(async () => {
    await attempt("customer.create", [addCustomer], maria);
    const estimate: Operation = { op: "add", entity: "estimate", id: "e1", fields: draft };
    await attempt("estimate.create", [estimate], maria);
    await attempt("book.publish", [publication("b2", 2)]);
  });
  const to = (id: string): Operation => setField("estimate", "e1", "priceBookId", BASE, id);

  test("moves a draft to another book that is there, and nothing else", async () => {
    expect(await attempt("estimate.reprice", [to("b9")], maria)).toBe("missing_record");
    const beside = setField("estimate", "e1", "title", "Living room", "x");
    expect(await attempt("estimate.reprice", [to("b2"), beside], maria)).toBe("invalid_field");
    expect(await attempt("estimate.reprice", [to("b2")], maria)).toBe("applied");
    expect((await find("e1"))?.fields).toMatchObject({ priceBookId: "b2", title: "Living room" });
  });

  test("leaves an accepted estimate at the book it was agreed with", async () => {
    await store.write(async (tx) => {
      const fields = JSON.stringify({ ...draft, status: "accepted" });
      await tx.updateTable("record").set({ fields }).where("id", "=", "e1").execute();
    });
    expect(await attempt("estimate.reprice", [to("b2")], maria)).toBe("estimate_accepted");
  });
});
