import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nextRevision } from "./records.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { openStore, type Store } from "./store.ts";
import { postgresKinds, theCluster } from "./testing/store-kinds.ts";

const urlOf = (kind: (typeof postgresKinds)[number]): string => {
  const location = kind.location();
  return "databaseUrl" in location ? location.databaseUrl : "";
};

describe.each(postgresKinds)("$name", { timeout: 60_000 }, (kind) => {
  let store: Store;
  let second: Store;
  beforeEach(async () => {
    store = await kind.fresh();
    second = await openStore(kind.location());
  });
  afterEach(async () => {
    await store.close();
    await second.close();
  });

  const revOf = (of: Store): Promise<number> =>
    of.read(async (tx) => {
      const { rev } = await tx.selectFrom("clock").select("rev").executeTakeFirstOrThrow();
      return rev;
    });

  test("servers that start together on an empty database migrate it once", async () => {
    await kind.fresh().then((fresh) => fresh.close());
    await (await theCluster()).run("postgres", "drop schema public cascade; create schema public");
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(kind.location())));
    expect(await Promise.all(stores.map(revOf))).toEqual([0, 0, 0, 0]);
    await Promise.all(stores.map((each) => each.close()));
  });

  test("a write reads what another process committed, and nobody gets a revision twice", async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? store : second).write(async (tx) => {
          const { rev } = await tx.selectFrom("clock").select("rev").executeTakeFirstOrThrow();
          return [rev, await nextRevision(tx)];
        }),
      ),
    );
    expect(seen.map(([before]) => before).toSorted((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
    for (const [before = 0, after] of seen) expect(after).toBe(before + 1);
  });

  test("a read is one snapshot while another process writes", async () => {
    const [before, after] = await store.read(async (tx) => {
      const rev = async () =>
        (await tx.selectFrom("clock").select("rev").executeTakeFirstOrThrow()).rev;
      const first = await rev();
      await second.write(nextRevision);
      return [first, await rev()];
    });
    expect(after).toBe(before);
    expect(await revOf(store)).toBe(1);
  });

  test("connections that were cut are replaced, unseen by who comes next", async () => {
    await Promise.all([revOf(store), revOf(store), store.write(nextRevision)]);
    await (await theCluster()).cutConnections();
    expect(await store.write(nextRevision)).toBe(2);
    expect(await revOf(store)).toBe(2);
  });

  test("a connection that is cut in the middle of a write fails by its name and keeps nothing", async () => {
    const cluster = await theCluster();
    const cut = store.write(async (tx) => {
      await nextRevision(tx);
      await cluster.cutConnections();
      await nextRevision(tx);
    });
    await expect(cut).rejects.toMatchObject({ name: "StoreError", code: "away" });
    expect(await revOf(second)).toBe(0);
    expect(await store.write(nextRevision)).toBe(1);
  });
});

describe.runIf(postgresKinds.length > 0)("Postgres that is down", () => {
  const [kind] = postgresKinds;

  test("fails by its name without the password, and serves again once it is back", async () => {
    if (kind === undefined) throw new Error("there is no Postgres");
    const cluster = await theCluster();
    const store = await kind.fresh();
    expect(await store.write(nextRevision)).toBe(1);
    await cluster.crash();
    const refused = await store.write(nextRevision).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "StoreError", code: "away" });
    expect(String(refused)).not.toContain("not-to-be-seen");
    await expect(store.read(async (tx) => tx.selectFrom("clock").execute())).rejects.toMatchObject({
      code: "away",
    });
    const waiting: string[] = [];
    const opening = openPostgresStore(urlOf(kind), { onWaiting: (text) => waiting.push(text) });
    await cluster.start();
    const second = await opening;
    await second.close();
    expect(waiting.length).toBeLessThanOrEqual(1);
    expect(await store.write(nextRevision)).toBe(2);
    await store.close();
  });

  test("a start gives up after its patience, and says at once what waiting does not cure", async () => {
    if (kind === undefined) throw new Error("there is no Postgres");
    await kind.fresh().then((store) => store.close());
    const unknown = urlOf(kind).replace(/\/postgres$/, "/nowhere");
    await expect(openPostgresStore(unknown)).rejects.toMatchObject({ code: "unusable" });
    const nobody = "postgres://a:not-to-be-seen@127.0.0.1:1/none";
    await expect(openPostgresStore(nobody, { patienceMs: 200 })).rejects.toMatchObject({
      code: "away",
    });
  });

  test("one that answers before its disk does is refused", async () => {
    if (kind === undefined) throw new Error("there is no Postgres");
    await kind.fresh().then((store) => store.close());
    const cluster = await theCluster();
    await cluster.run("postgres", "alter database postgres set synchronous_commit = off");
    await expect(openStore(kind.location())).rejects.toThrow("synchronous_commit = off");
    await cluster.run("postgres", "alter database postgres reset synchronous_commit");
  });
});
