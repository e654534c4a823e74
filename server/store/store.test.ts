import { sql, type Transaction } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nextRevision } from "./records.ts";
import type { Database } from "./schema.ts";
import { openStore, type Store } from "./store.ts";
import { storeKinds } from "./testing/store-kinds.ts";

describe.each(storeKinds)("on $name", { timeout: 60_000 }, (kind) => {
  let store: Store;

  beforeEach(async () => {
    store = await kind.fresh();
  });
  afterEach(() => store.close());

  const note =
    (name: string, value = "") =>
    (tx: Transaction<Database>) =>
      tx.insertInto("checkpoint").values({ company_id: "c", name, value }).execute();

  const names = async (): Promise<string[]> => {
    const rows = await store.db.selectFrom("checkpoint").select("name").orderBy("name").execute();
    return rows.map((row) => row.name);
  };

  test("a write that throws is undone alone; its neighbours of the same transaction stay", async () => {
    const results = await Promise.allSettled([
      store.write(note("first")),
      store.write(async (tx) => {
        await note("undone")(tx);
        throw new RangeError("no");
      }),
      store.write(note("first")),
      store.write(note("last")),
    ]);
    expect(results.map((result) => result.status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    expect(results[1]).toMatchObject({ reason: expect.any(RangeError) });
    expect(await names()).toEqual(["first", "last"]);
  });

  test("a write is seen by every read that begins after it resolved, and by no other connection before", async () => {
    await store.write(async (tx) => {
      await note("one")(tx);
      expect(await names()).toEqual([]);
    });
    expect(await names()).toEqual(["one"]);
  });

  test("a read keeps its snapshot while a write commits", async () => {
    const counts = await store.read(async (tx) => {
      const count = async (): Promise<number> =>
        (await tx.selectFrom("checkpoint").select("name").execute()).length;
      const before = await count();
      await store.write(note("meanwhile"));
      return [before, await count()];
    });
    expect(counts).toEqual([0, 0]);
    expect(await names()).toEqual(["meanwhile"]);
  });

  test("an error of the database undoes its own write only, and the next one finds nothing of it", async () => {
    const twice = store.write(async (tx) => {
      await note("one")(tx);
      await note("one")(tx);
    });
    const [failed] = await Promise.allSettled([twice, store.write(note("two"))]);
    expect(failed.status).toBe("rejected");
    expect(await names()).toEqual(["two"]);
  });

  test("revisions are numbers, follow one another, and a write reads what the one before it left", async () => {
    const revs = await Promise.all(
      Array.from({ length: 12 }, () => store.write((tx) => nextRevision(tx))),
    );
    expect(revs).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  test("text comes back as it was written", async () => {
    const value = JSON.stringify({ name: "Añil 12'6\" \u2028 😀 \0" });
    await store.write(note("text", value));
    const { value: read } = await store.db
      .selectFrom("checkpoint")
      .select("value")
      .executeTakeFirstOrThrow();
    expect(read).toBe(value);
  });

  test("what was written is there after closing and opening again", async () => {
    await store.write(note("kept"));
    await store.close();
    store = await openStore(kind.location());
    expect(await names()).toEqual(["kept"]);
  });

  test("data of a newer version is left alone", async () => {
    await store.write((tx) =>
      sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(tx),
    );
    await store.close();
    await expect(openStore(kind.location())).rejects.toMatchObject({ code: "newer_data" });
    store = await kind.fresh();
  });
});
