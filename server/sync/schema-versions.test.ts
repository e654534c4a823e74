import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { missingFields, withLaterFields } from "../../shared/estimate/later-fields.ts";
import type { AnyFields, AnyRecord } from "../../shared/estimate/record.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { publishedFields } from "../../shared/pricing/published-fields.ts";
import {
  FIRST_ACCEPTED_AT,
  firstAcceptance,
  firstMutations,
  firstRecords,
  firstReopening,
  firstSurface,
} from "../../shared/sync/testing/schema-1.ts";
import { nextRevision, putRecord } from "../store/records.ts";
import { openStore, type Store } from "../store/store.ts";
import {
  boss,
  colleague,
  maria,
  mutation,
  NOW,
  OTHER_TABLET,
  seed,
  setField,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

/** A server that was started by a newer build over the rows of an older one, and tablets of both schemas. */

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
});
afterEach(() => store.close());

const old = { schema: 1 } as const;
const newer = { as: colleague, tablet: OTHER_TABLET } as const;

/** Rows as they were written before: without a field of later. */
const writeFirstRows = (): Promise<void> =>
  store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
    for (const record of firstRecords) await putRecord(tx, maria.companyId, record, stamp);
  });
const rowsAsWritten = async (): Promise<readonly AnyFields[]> =>
  (await store.db.selectFrom("record").select("fields").orderBy("id").execute()).map(({ fields }) =>
    JSON.parse(fields),
  );
const find = (records: readonly AnyRecord[], id: string): AnyRecord | undefined =>
  records.find((record) => record.id === id);
const fieldsNow = async (id: string): Promise<AnyFields> =>
  find((await server.pull(0, newer)).records, id)?.fields ?? {};
const conflicts = async () =>
  (await server.pull(0, newer)).records.filter(({ entity }) => entity === "conflict");

describe("rows of schema 1", () => {
  beforeEach(writeFirstRows);

  test("are read with the fields that came later, tombstones too, and stay as they were written", async () => {
    const before = await rowsAsWritten();
    const { records } = await server.pull();
    expect(records).toHaveLength(firstRecords.length);
    for (const { entity, id, fields, deleted } of firstRecords)
      expect(find(records, id)).toMatchObject({
        fields: { ...fields, ...missingFields(entity, {}) },
        deleted,
      });
    expect(await rowsAsWritten()).toEqual(before);
  });

  test("go to a tablet of schema 1 as it knows them", async () => {
    const { records } = await server.pull(0, old);
    for (const { id, fields } of firstRecords) expect(find(records, id)?.fields).toEqual(fields);
  });

  test("take an edit of a later field from the value it is born with", async () => {
    const { results } = await server.push(
      [mutation(20, 1, [setField("surface", "s1", "product", "", "premium")])],
      newer,
    );
    expect(results[0]).toMatchObject({ outcome: "applied" });
    expect(await fieldsNow("s1")).toMatchObject({ product: "premium", colour: "Oat milk" });
  });

  test("are removed by somebody of today who saw the later fields", async () => {
    const seen = withLaterFields("surface", firstSurface);
    const { results } = await server.push(
      [mutation(20, 1, [{ op: "remove", entity: "surface", id: "s1", seen }])],
      newer,
    );
    expect(results[0]).toMatchObject({ outcome: "applied" });
  });
});

describe("a tablet of schema 1", () => {
  const made = firstMutations.slice(0, 5);
  beforeEach(async () => {
    const book = { name: "Book", document: '{"format":1}', isExample: true };
    await seed(store, maria.companyId, "priceBook", "example-2026-11", book);
  });

  test("is served: what it makes becomes whole records, and the log keeps what it sent", async () => {
    const { results } = await server.push(made, old);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill("applied"));
    const { records } = await server.pull(0, newer);
    for (const { entity, id, fields } of firstRecords.slice(1))
      expect(find(records, id)?.fields).toEqual({ ...fields, ...missingFields(entity, {}) });
    const log = await store.db.selectFrom("mutation").select("body").orderBy("seq").execute();
    expect(log.map(({ body }) => JSON.parse(body))).toEqual(
      made.map(({ operations }) => operations),
    );
  });

  test("that is updated with edits in its outbox sends them again, and they are duplicates", async () => {
    await server.push(made, old);
    const { results } = await server.push(made);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill("duplicate"));
  });

  test("goes on editing a record that has later fields set, without a clash", async () => {
    await server.push(made, old);
    await server.push([mutation(20, 1, [setField("surface", "s1", "sheen", "", "satin")])], newer);
    const { results } = await server.push(
      [mutation(7, 6, [setField("surface", "s1", "colour", "Oat milk", "Linen")])],
      old,
    );
    expect(results[0]).toMatchObject({ outcome: "applied" });
    expect(await fieldsNow("s1")).toMatchObject({ colour: "Linen", sheen: "satin" });
    const { records } = await server.pull(0, old);
    expect(find(records, "s1")?.fields).toEqual({ ...firstSurface, colour: "Linen" });
  });

  const removal = mutation(7, 6, [
    { op: "remove", entity: "surface", id: "s1", seen: firstSurface },
  ]);

  test("removes what nobody has given a later field", async () => {
    await server.push(made, old);
    expect((await server.push([removal], old)).results[0]).toMatchObject({ outcome: "applied" });
    expect(await conflicts()).toEqual([]);
  });

  test("does not remove under somebody what it cannot have seen: both are kept (R6)", async () => {
    await server.push(made, old);
    await server.push([mutation(20, 1, [setField("surface", "s1", "sheen", "", "satin")])], newer);
    expect((await server.push([removal], old)).results[0]).toMatchObject({ outcome: "conflict" });
    expect(await fieldsNow("s1")).toMatchObject({ sheen: "satin" });
    expect(await conflicts()).toMatchObject([{ fields: { entityId: "s1", field: "*" } }]);
  });

  test("hears neither of drafts nor of books it cannot price with, and its cursor goes on", async () => {
    const book = publishedFields(examplePriceBook, {
      publishedBy: "Pat",
      publishedAt: null,
      note: "",
    });
    await seed(store, maria.companyId, "priceBook", examplePriceBook.id, book);
    const fields = { priceBookId: examplePriceBook.id, startedBy: "Pat", note: "" };
    await server.push(
      [
        mutation(
          20,
          1,
          [
            {
              op: "add",
              entity: "bookDraft",
              id: "d1",
              fields: { ...fields, startedAt: "2026-06-01T15:00:00.000Z" },
            },
          ],
          "book.draft",
        ),
      ],
      { as: boss, tablet: OTHER_TABLET },
    );
    const today = await server.pull();
    expect(today.records.map(({ id }) => id)).toEqual([
      "example-2026-11",
      examplePriceBook.id,
      "d1",
    ]);
    const before = await server.pull(0, old);
    expect(before.records.map(({ id }) => id)).toEqual(["example-2026-11"]);
    expect(before.cursor).toBe(today.cursor);
  });
});

describe("an acceptance", () => {
  const accepted = { status: "accepted", acceptedOption: "good", acceptedTotal: 99 } as const;
  const standing = (acceptedOn: string): Promise<void> =>
    store.write(async (tx) => {
      const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
      for (const record of firstRecords) {
        const more =
          record.entity === "estimate"
            ? { ...accepted, acceptedAt: FIRST_ACCEPTED_AT, acceptedOn }
            : {};
        const fields = { ...record.fields, ...more };
        await putRecord(tx, maria.companyId, { ...record, fields }, stamp);
      }
    });

  test("of a newer tablet, late in the evening, is reopened by one that knows no day", async () => {
    await standing("2026-06-01");
    const { results } = await server.push(
      [mutation(7, 1, firstReopening("good", 99), "estimate.reopen")],
      old,
    );
    expect(results[0]).toMatchObject({ outcome: "applied" });
    expect(await fieldsNow("e1")).toMatchObject({
      status: "draft",
      acceptedAt: null,
      acceptedOn: null,
    });
  });

  test("is not reopened by one that saw another acceptance", async () => {
    await standing("2026-06-01");
    const late = firstReopening("good", 99, "2026-05-30T10:00:00.000Z");
    const { results } = await server.push([mutation(7, 1, late, "estimate.reopen")], old);
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "estimate_accepted" });
    expect(await fieldsNow("e1")).toMatchObject({ status: "accepted", acceptedOn: "2026-06-01" });
  });

  test("of an older tablet is for the day of its moment in UTC", async () => {
    await store.write(async (tx) => {
      const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
      for (const record of firstRecords) await putRecord(tx, maria.companyId, record, stamp);
    });
    const { results } = await server.push(
      [mutation(7, 1, firstAcceptance("good", 99), "estimate.accept")],
      old,
    );
    // It gets as far as the price; that it has no day would be an invalid field.
    expect(results[0]?.reason).toMatch(/^(not_priceable|total_differs)$/);
  });
});

test.each([0, 4])("a tablet of schema %i is told to update", async (schema) => {
  const body = { protocol: 1, schema, build: "x", clientId: OTHER_TABLET, epoch: null };
  expect((await server.post("/api/sync/pull", { ...body, cursor: 0 })).status).toBe(426);
  expect((await server.post("/api/sync/push", { ...body, mutations: [] })).status).toBe(426);
});
