import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openStore, type Store } from "../store/store.ts";
import { postgresKinds, quickKinds } from "../store/testing/store-kinds.ts";
import { claimDue, enqueue, hasten, type Settlement, settleIn, withdraw } from "./outbox.ts";

const job = (key: string, now: number) => ({
  companyId: "c",
  kind: "tell",
  key,
  payload: "{}",
  now,
});

const settle = (store: Store, id: number, settlement: Settlement, now: number): Promise<void> =>
  store.write((tx) => settleIn(tx, id, settlement, now));

describe.each(quickKinds)("on $name", { timeout: 60_000 }, (kind) => {
  async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
    const store = await kind.fresh();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }

  test("a worker gets jobs of its own kinds only, and what is hastened is due at once", () =>
    withStore(async (store) => {
      await store.write((tx) => enqueue(tx, { ...job("a", 100), kind: "other" }));
      expect(await claimDue(store, { kinds: ["tell"], now: 500, leaseMs: 10, limit: 5 })).toEqual(
        [],
      );
      const others = { kinds: ["other"], now: 50, leaseMs: 10, limit: 5 };
      expect(await claimDue(store, others)).toEqual([]);
      await store.write((tx) => hasten(tx, { companyId: "c", kind: "other", key: "a", now: 50 }));
      expect(await claimDue(store, others)).toHaveLength(1);
    }));

  test("jobs of one key are leased one at a time and in their order, whatever happens to them", async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("enqueue" as const), key: fc.constantFrom("a", "b") }),
      fc.record({ do: fc.constant("claim" as const), limit: fc.integer({ min: 1, max: 3 }) }),
      fc.record({
        do: fc.constant("settle" as const),
        as: fc.constantFrom("sent", "retry", "refused"),
      }),
      fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 150 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), (steps) =>
        withStore(async (store) => {
          let now = 0;
          const leased = new Map<string, { id: number; until: number }>();
          const settled = new Map<string, number>();
          for (const action of steps) {
            if (action.do === "wait") now += action.ms;
            if (action.do === "enqueue")
              await store.write((tx) => enqueue(tx, job(action.key, now)));
            if (action.do === "claim")
              for (const row of await claimDue(store, {
                kinds: ["tell"],
                now,
                leaseMs: 100,
                limit: action.limit,
              })) {
                expect(leased.get(row.key)?.until ?? 0).toBeLessThanOrEqual(now);
                expect(row.id).toBeGreaterThan(settled.get(row.key) ?? 0);
                leased.set(row.key, { id: row.id, until: now + 100 });
              }
            const [key, lease] = [...leased][0] ?? [];
            if (action.do !== "settle" || key === undefined || lease === undefined) continue;
            leased.delete(key);
            if (action.as !== "retry") settled.set(key, lease.id);
            await settle(
              store,
              lease.id,
              action.as === "sent"
                ? { state: "sent" }
                : action.as === "refused"
                  ? { state: "refused", error: "no" }
                  : { state: "retry", dueAt: now + 20, error: "later" },
              now,
            );
          }
        }),
      ),
      { numRuns: kind.runs(60) },
    );
  });

  test("a job comes back when it is due again, counting its attempts", () =>
    withStore(async (store) => {
      await store.write((tx) => enqueue(tx, job("a", 0)));
      const [first] = await claimDue(store, { kinds: ["tell"], now: 0, leaseMs: 10, limit: 5 });
      await settle(store, first?.id ?? 0, { state: "retry", dueAt: 50, error: "503" }, 1);
      expect(await claimDue(store, { kinds: ["tell"], now: 49, leaseMs: 10, limit: 5 })).toEqual(
        [],
      );
      const [again] = await claimDue(store, { kinds: ["tell"], now: 50, leaseMs: 10, limit: 5 });
      expect(again).toMatchObject({ id: first?.id, attempts: 2, last_error: "503" });
    }));

  test("a job whose worker died is claimed again when its lease has run out", () =>
    withStore(async (store) => {
      await store.write((tx) => enqueue(tx, job("a", 0)));
      await claimDue(store, { kinds: ["tell"], now: 0, leaseMs: 10, limit: 5 });
      expect(await claimDue(store, { kinds: ["tell"], now: 9, leaseMs: 10, limit: 5 })).toEqual([]);
      expect(
        await claimDue(store, { kinds: ["tell"], now: 10, leaseMs: 10, limit: 5 }),
      ).toHaveLength(1);
    }));

  test("a job is queued with its cause or not at all", () =>
    withStore(async (store) => {
      const failing = store.write(async (tx) => {
        await enqueue(tx, job("a", 0));
        throw new Error("the cause failed");
      });
      await expect(failing).rejects.toThrow("the cause failed");
      expect(await claimDue(store, { kinds: ["tell"], now: 0, leaseMs: 10, limit: 5 })).toEqual([]);
    }));

  test("a job that nobody began is withdrawn; one under way is not called back", () =>
    withStore(async (store) => {
      await store.write((tx) => enqueue(tx, job("begun", 0)));
      await claimDue(store, { kinds: ["tell"], now: 0, leaseMs: 100, limit: 5 });
      await store.write((tx) => enqueue(tx, job("idle", 0)));
      await store.write(async (tx) => {
        await withdraw(tx, job("begun", 1));
        await withdraw(tx, job("idle", 1));
      });
      const rows = await store.db.selectFrom("outbox").select(["key", "state"]).execute();
      expect(new Map(rows.map((row) => [row.key, row.state]))).toEqual(
        new Map([
          ["begun", "waiting"],
          ["idle", "withdrawn"],
        ]),
      );
    }));
});

describe.each(postgresKinds)("two servers on $name", { timeout: 60_000 }, (kind) => {
  test("never lease the same job, however close together they ask", async () => {
    const stores = [await kind.fresh(), await openStore(kind.location())];
    for (let key = 0; key < 12; key += 1)
      await stores[0]?.write((tx) => enqueue(tx, job(`e${key}`, 0)));
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, index) => stores[index % 2])
        .filter((store) => store !== undefined)
        .map((store) => claimDue(store, { kinds: ["tell"], now: 0, leaseMs: 10, limit: 2 })),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
    for (const store of stores) await store.close();
  });
});
