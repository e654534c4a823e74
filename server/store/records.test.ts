import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { customerFields, NOW } from "../sync/testing/estimate-fixtures.ts";
import { nextRevision, putRecords, readRecord, recordsSince } from "./records.ts";
import { quickKinds } from "./testing/store-kinds.ts";

const customer = (id: string, name = "Jo") => ({
  entity: "customer" as const,
  id,
  fields: { ...customerFields, name },
  deleted: false,
});

describe.each(quickKinds)("on $name", { timeout: 60_000 }, (kind) => {
  test("pages follow the clock, never cut a revision in two, and together are the state", async () => {
    const revisions = fc.array(
      fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(revisions, fc.integer({ min: 1, max: 6 }), async (changes, limit) => {
        const store = await kind.fresh();
        const state = new Map<string, number>();
        for (const ids of changes) {
          const rev = await store.write(async (tx) => {
            const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
            const records = ids.map((id) => customer(`c${id}`, `at ${stamp.rev}`));
            await putRecords(tx, "ours", records, stamp);
            await putRecords(tx, "theirs", [customer("c0")], stamp);
            return stamp.rev;
          });
          for (const id of ids) state.set(`c${id}`, rev);
        }
        const pulled = new Map<string, number>();
        let cursor = 0;
        for (;;) {
          const from = cursor;
          const page = await store.read((tx) => recordsSince(tx, "ours", from, limit));
          for (const record of page.records) {
            expect(record.rev).toBeGreaterThanOrEqual(cursor);
            expect(pulled.has(record.id)).toBe(false);
            pulled.set(record.id, record.rev);
          }
          cursor = page.records.at(-1)?.rev ?? cursor;
          if (!page.more) break;
          expect(page.records.length).toBeGreaterThan(0);
        }
        await store.close();
        expect(pulled).toEqual(state);
      }),
      { numRuns: kind.runs(40) },
    );
  });

  test("a record is found in its own company only, and written again in place", async () => {
    const store = await kind.fresh();
    await store.write(async (tx) => {
      await putRecords(tx, "ours", [customer("c1")], { rev: 1, updatedBy: "maria", now: NOW });
      await putRecords(tx, "ours", [{ ...customer("c1", "Jo B"), deleted: true }], {
        rev: 2,
        updatedBy: "sam",
        now: NOW,
      });
    });
    const [ours, theirs] = await store.read(async (tx) => [
      await readRecord(tx, "ours", "customer", "c1"),
      await readRecord(tx, "theirs", "customer", "c1"),
    ]);
    await store.close();
    expect(ours).toMatchObject({ deleted: true, rev: 2, updatedBy: "sam" });
    expect(ours?.fields["name"]).toBe("Jo B");
    expect(theirs).toBeUndefined();
  });
});
