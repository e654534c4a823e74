import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SCHEMA } from "../../shared/sync/wire.ts";
import type { Store } from "../store/store.ts";
import { quickKinds } from "../store/testing/store-kinds.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  colleague,
  customerFields,
  maria,
  mutation,
  OTHER_TABLET,
  pushOf,
  seedBook,
  setField,
  stranger,
  TABLET,
  uuid,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  let server: TestApp;

  beforeEach(async () => {
    store = await kind.fresh();
    server = createTestApp(store);
    await seedBook(store);
  });
  afterEach(() => store.close());

  const born = [mutation(1, 1, [addCustomer]), mutation(2, 2, [addEstimate, addArea])];
  const rename = (number: number, seq: number, from: string, to: string) =>
    mutation(number, seq, [setField("area", "a1", "name", from, to)], "area.edit");

  const outcomes = (response: { results: readonly { outcome: string }[] }): string[] =>
    response.results.map((result) => result.outcome);

  /** Everything the server holds, to tell whether anything was changed. */
  async function everything(): Promise<unknown> {
    return store.read(async (tx) => ({
      records: await tx.selectFrom("record").selectAll().execute(),
      log: await tx.selectFrom("mutation").selectAll().execute(),
      clients: await tx.selectFrom("client").selectAll().execute(),
      outbox: await tx.selectFrom("outbox").selectAll().execute(),
      clock: await tx.selectFrom("clock").selectAll().execute(),
    }));
  }

  describe("rule R1: a tablet's mutations are taken in the order of their numbers, once", () => {
    test("the next ones are applied and acknowledged by number and identity", async () => {
      const response = await server.push(born);
      expect(outcomes(response)).toEqual(["applied", "applied"]);
      expect(response).toMatchObject({ epoch: 1, lastSeq: 2, lastId: uuid(2) });
    });

    test("a repeated delivery is a duplicate and changes no record", async () => {
      await server.push(born);
      const before = await server.pull();
      const again = await server.push([...born, rename(3, 3, "Living room", "Den")]);
      expect(outcomes(again)).toEqual(["duplicate", "duplicate", "applied"]);
      expect((await server.pull(before.cursor)).records).toHaveLength(1);
    });

    test("after a gap nothing is taken, what came before it is", async () => {
      const response = await server.push([born[0] ?? mutation(1, 1, []), rename(3, 3, "x", "y")]);
      expect(outcomes(response)).toEqual(["applied"]);
      expect(response.lastSeq).toBe(1);
    });

    test("a number that was spent on another mutation tells a fork and changes nothing", async () => {
      await server.push(born);
      const before = await everything();
      const forked = [mutation(9, 2, [addCustomer]), rename(10, 3, "Living room", "Den")];
      const response = await server.post("/api/sync/push", pushOf(forked));
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({
        error: { code: "forked" },
        lastSeq: 2,
        epoch: 1,
      });
      expect(await everything()).toEqual(before);
    });
  });

  describe("rule R2: a mutation that the log holds is never applied twice", () => {
    test("under a new tablet's number it is a duplicate that spends the number", async () => {
      await server.push(born);
      const requeued = [mutation(1, 1, [addCustomer]), mutation(2, 2, [addEstimate, addArea])];
      const response = await server.push([...requeued, rename(3, 3, "Living room", "Den")], {
        tablet: OTHER_TABLET,
      });
      expect(outcomes(response)).toEqual(["duplicate", "duplicate", "applied"]);
      expect(response).toMatchObject({ lastSeq: 3, lastId: uuid(3) });
      const repeated = await server.push(requeued, { tablet: OTHER_TABLET });
      expect(outcomes(repeated)).toEqual(["duplicate", "duplicate"]);
    });

    test("a duplicate repeats why its first delivery was rejected", async () => {
      const bad = mutation(1, 1, [setField("area", "nowhere", "name", "a", "b")]);
      const first = await server.push([bad]);
      expect(first.results[0]).toMatchObject({ outcome: "rejected", reason: "missing_record" });
      const again = await server.push([bad]);
      expect(again.results[0]).toMatchObject({ outcome: "duplicate", reason: "missing_record" });
    });
  });

  test("a rejected mutation is logged, spends its number and leaves nothing half done", async () => {
    const half = mutation(1, 1, [addCustomer, setField("area", "nowhere", "name", "a", "b")]);
    const response = await server.push([half, mutation(2, 2, [addCustomer])]);
    expect(outcomes(response)).toEqual(["rejected", "applied"]);
    const log = await store.db
      .selectFrom("mutation")
      .select(["outcome", "reason", "rev"])
      .execute();
    expect(log).toMatchObject([
      { outcome: "rejected", reason: "missing_record", rev: null },
      { outcome: "applied", reason: null, rev: 2 },
    ]);
  });

  describe("an edit that met another edit", () => {
    const sams = { as: colleague, tablet: OTHER_TABLET };
    beforeEach(async () => {
      await server.push([...born, rename(3, 3, "Living room", "Den")]);
    });

    test("leaves the standing value and keeps its own in a conflict", async () => {
      const response = await server.push([rename(20, 1, "Living room", "Salon")], sams);
      expect(outcomes(response)).toEqual(["conflict"]);
      const { records } = await server.pull();
      expect(records.find((record) => record.id === "a1")?.fields["name"]).toBe("Den");
      expect(records.find((record) => record.entity === "conflict")).toMatchObject({
        id: `${uuid(20)}-0`,
        fields: {
          estimateId: "e1",
          entity: "area",
          entityId: "a1",
          field: "name",
          base: '"Living room"',
          theirs: '"Den"',
          mine: '"Salon"',
          mutationId: uuid(20),
          authorName: "Sam Lee",
          state: "open",
        },
      });
    });

    test("is extended by its author's next edits, not doubled", async () => {
      await server.push([rename(20, 1, "Living room", "Sal"), rename(21, 2, "Sal", "Salon")], sams);
      const conflicts = (await server.pull()).records.filter(({ entity }) => entity === "conflict");
      expect(conflicts.map(({ id, fields }) => [id, fields["mine"]])).toEqual([
        [`${uuid(20)}-0`, '"Salon"'],
      ]);
    });

    test("an edit of what was removed meanwhile is kept beside it", async () => {
      const area = (await server.pull()).records.find(({ id }) => id === "a1");
      const remove = { op: "remove" as const, entity: "area" as const, id: "a1" };
      await server.push([mutation(4, 4, [{ ...remove, seen: area?.fields ?? {} }])]);
      const late = await server.push(
        [rename(20, 1, "Den", "Sal"), rename(21, 2, "Sal", "Salon")],
        sams,
      );
      expect(outcomes(late)).toEqual(["conflict", "conflict"]);
      const { records } = await server.pull();
      expect(records.find(({ id }) => id === "a1")?.deleted).toBe(true);
      const conflicts = records.filter(({ entity }) => entity === "conflict");
      expect(conflicts.map(({ fields }) => fields)).toMatchObject([
        { field: "*", base: '{"name":"Den"}', theirs: "null", mine: '{"name":"Salon"}' },
      ]);
    });
  });

  describe("companies and people are kept apart", () => {
    test("another company's record is as missing as one that never was", async () => {
      await server.push(born);
      const reach = (id: string, number: number) =>
        mutation(number, number - 29, [setField("area", id, "name", "Living room", "Mine")]);
      const response = await server.push([reach("a1", 30), reach("never", 31)], {
        as: stranger,
        tablet: OTHER_TABLET,
      });
      const [theirs, missing] = response.results.map(({ id: _id, ...rest }) => rest);
      expect(theirs).toMatchObject({ outcome: "rejected", reason: "missing_record" });
      expect(theirs).toEqual(missing);
      expect((await server.pull(0, { as: stranger, tablet: OTHER_TABLET })).records).toEqual([]);
    });

    test("a reference to another company's record is missing, too", async () => {
      await server.push([mutation(1, 1, [addCustomer])], { as: stranger, tablet: OTHER_TABLET });
      const response = await server.push([mutation(2, 1, [addEstimate])]);
      expect(response.results[0]).toMatchObject({ reason: "missing_record" });
    });

    test("a tablet's id belongs to who used it first", async () => {
      await server.push(born);
      const before = await everything();
      const response = await server.post("/api/sync/push", pushOf(born), colleague);
      expect(response.status).toBe(403);
      const pulled = await server.post(
        "/api/sync/pull",
        { protocol: 1, schema: SCHEMA, build: "x", clientId: TABLET, epoch: 1, cursor: 0 },
        colleague,
      );
      expect(pulled.status).toBe(403);
      expect(await everything()).toEqual(before);
    });

    test("a painter reads, and every edit of theirs is rejected", async () => {
      await server.push(born);
      const painter = { ...colleague, role: "painter" as const };
      const response = await server.push([rename(20, 1, "Living room", "Den")], {
        as: painter,
        tablet: OTHER_TABLET,
      });
      expect(response.results[0]).toMatchObject({ outcome: "rejected", reason: "forbidden" });
      expect((await server.pull(0, { as: painter, tablet: OTHER_TABLET })).records).toHaveLength(4);
    });
  });

  test("another epoch is told before anything is done", async () => {
    const before = await everything();
    const response = await server.post("/api/sync/push", pushOf(born, TABLET, 7));
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { code: "epoch_changed" }, epoch: 1 });
    expect(await everything()).toEqual(before);
  });

  test("numbers that do not rise are not a push", async () => {
    const response = await server.post("/api/sync/push", pushOf(born.toReversed()));
    expect(response.status).toBe(400);
  });

  /** Of the connection that writes. */
  const limitPages = (count: number) =>
    store.write((tx) => sql.raw(`pragma max_page_count = ${count}`).execute(tx));

  test.runIf(kind.name === "SQLite")(
    "a full disk is told by its name, nothing is changed, and the server lives on",
    async () => {
      await server.push([mutation(1, 1, [addCustomer])]);
      const before = await everything();
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
      const pages = rows[0]?.page_count ?? 0;
      await limitPages(pages + 1);
      const many = Array.from({ length: 40 }, (_, index) =>
        mutation(100 + index, 2 + index, [
          {
            op: "add",
            entity: "customer",
            id: `n${index}`,
            fields: { ...customerFields, street: "x".repeat(255) },
          },
        ]),
      );
      const response = await server.post("/api/sync/push", pushOf(many));
      expect(response.status).toBe(507);
      expect(await response.json()).toMatchObject({
        error: { code: "storage_full", retryable: true },
      });
      expect(await everything()).toEqual(before);
      await limitPages(pages + 1000);
      expect((await server.push(many, { as: maria })).lastSeq).toBe(41);
    },
  );
});
