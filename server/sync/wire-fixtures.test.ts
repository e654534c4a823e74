import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { entities, fieldNames, isEntityName } from "../../shared/estimate/entities.ts";
import { firstPriceBook } from "../../shared/sync/testing/schema-1.ts";
import { secondPriceBook, secondRecords } from "../../shared/sync/testing/schema-2.ts";
import { wireFixtures } from "../../shared/sync/testing/wire-fixtures.ts";
import { OLDEST_SCHEMA, PROTOCOL, pushResponseSchema, SCHEMA } from "../../shared/sync/wire.ts";
import { nextRevision, putRecord } from "../store/records.ts";
import { openStore, type Store } from "../store/store.ts";
import { colleague, maria, NOW, OTHER_TABLET, seed } from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

/** Today's server and every version of the tablet that was ever shipped, byte for byte. */

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await seed(store, maria.companyId, "priceBook", "example-2026-11", firstPriceBook);
  await seed(store, maria.companyId, "priceBook", "book-2", secondPriceBook);
});
afterEach(() => store.close());

const answerOf = async (path: string, body: string): Promise<unknown> => {
  const response = await server.post(path, body);
  expect(response.status).toBe(200);
  return response.json();
};

describe.each(wireFixtures)("a tablet of schema $schema", (fixture) => {
  const { push, pull, pushAnswer, pullAnswer, outcomes } = fixture;

  test("pushes, and reads what became of each edit", async () => {
    const answer = await answerOf("/api/sync/push", push);
    expect(z.safeParse(pushAnswer, answer).error?.issues).toBeUndefined();
    const { results } = z.parse(pushResponseSchema, answer);
    expect(results.map(({ outcome }) => outcome)).toEqual(outcomes);
    const again = await answerOf("/api/sync/push", push);
    expect(z.safeParse(pushAnswer, again).success).toBe(true);
  });

  test("pulls records that have exactly the fields it knows", async () => {
    await answerOf("/api/sync/push", push);
    const answer = await answerOf("/api/sync/pull", pull);
    expect(z.safeParse(pullAnswer, answer).error?.issues).toBeUndefined();
    expect(answer).toMatchObject({
      records: expect.arrayContaining([expect.objectContaining({ id: "e1" })]),
    });
  });

  test("reads a company's data that every other version has written to", async () => {
    for (const other of wireFixtures) await server.post("/api/sync/push", other.push);
    await store.write(async (tx) => {
      const stamp = { rev: await nextRevision(tx), updatedBy: colleague.userId, now: NOW };
      for (const record of secondRecords) await putRecord(tx, maria.companyId, record, stamp);
    });
    const answer = await answerOf("/api/sync/pull", pull);
    expect(z.safeParse(pullAnswer, answer).error?.issues).toBeUndefined();
  });
});

test("a tablet of schema 2 is given the books of its format, one of schema 1 is not", async () => {
  const booksOf = async (schema: number): Promise<string[]> =>
    (await server.pull(0, { schema, as: colleague, tablet: OTHER_TABLET })).records
      .filter(({ entity }) => entity === "priceBook")
      .map(({ id }) => id);
  expect(await booksOf(1)).toEqual(["example-2026-11"]);
  expect(await booksOf(2)).toEqual(["example-2026-11", "book-2"]);
  expect(await booksOf(SCHEMA)).toEqual(await booksOf(2));
});

describe("whoever changes the wire", () => {
  test("adds a fixture with every new SCHEMA and PROTOCOL, and takes none out", () => {
    const shipped = wireFixtures.map(({ schema }) => schema);
    const served = Array.from({ length: SCHEMA }, (_, index) => index + 1);
    expect(shipped).toEqual(served);
    expect(wireFixtures.at(-1)?.protocol).toBe(PROTOCOL);
    expect(OLDEST_SCHEMA).toBe(1);
  });

  test("raises SCHEMA when a record gains or loses a field: the last fixture knows today's alone", () => {
    const newest = wireFixtures.at(-1);
    const answer = (entity: string, names: readonly string[]) => ({
      epoch: 1,
      from: 0,
      cursor: 1,
      more: false,
      reset: false,
      horizon: 0,
      wanted: [],
      living: null,
      lastSeq: 0,
      lastId: null,
      backedUpRev: 0,
      records: [
        {
          entity,
          id: "x",
          fields: Object.fromEntries(names.map((name) => [name, ""])),
          deleted: false,
          rev: 1,
          updatedBy: "",
        },
      ],
    });
    const unknown = Object.keys(entities)
      .filter(isEntityName)
      .filter((entity) => {
        const today = answer(entity, fieldNames(entity));
        return newest === undefined || !z.safeParse(newest.pullAnswer, today).success;
      });
    expect(unknown).toEqual([]);
  });
});
