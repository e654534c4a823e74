import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeSqliteDialect } from "../node-sqlite.ts";
import type { Database } from "../schema.ts";
import { firstTables } from "./0001-first-tables.ts";
import { mirrorRows } from "./0002-mirror-rows.ts";
import { dormantEstimates } from "./0003-dormant-estimates.ts";

/** A database of the release before, with two companies' work in it. */

const HERE = "00D000000000001AAA";
const THERE = "00D000000000002AAA";

let file: DatabaseSync;
let db: Kysely<Database>;
beforeEach(async () => {
  file = new DatabaseSync(":memory:");
  db = new Kysely<Database>({ dialect: nodeSqliteDialect(file, "begin immediate") });
  await firstTables.up(db);
  await mirrorRows.up(db);
});
afterEach(() => db.destroy());

/** As the table was: the test must not follow it to what it is today. */
const insertRecord = (
  company: string,
  entity: string,
  id: string,
  estimate: string | null,
  rev: number,
) =>
  file
    .prepare(
      `insert into record (company_id, entity, id, estimate_id, fields, deleted, rev, updated_by, updated_at)
      values (?, ?, ?, ?, '{}', 0, ?, 'u1', ?)`,
    )
    .run(company, entity, id, estimate, rev, rev * 1000);

let seq = 0;
const insertMutation = (company: string, id: string, body: string) =>
  file
    .prepare(
      `insert into mutation (company_id, id, client_id, seq, user_id, name, version, body, at_client, at_server, outcome, rev)
      values (?, ?, 't', ?, 'u1', 'area.edit', 1, ?, '', 1, 'applied', 1)`,
    )
    .run(company, id, (seq += 1), body);

const about = (entity: string, id: string): string =>
  JSON.stringify([{ op: "set", entity, id, field: "name", from: "a", to: "b" }]);
const estimateOf = async (company: string, id: string): Promise<string | null> =>
  (
    await db
      .selectFrom("mutation")
      .select("estimate_id")
      .where("company_id", "=", company)
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).estimate_id;

describe("a database of the release before", () => {
  test("knows when each estimate was last touched, company by company", async () => {
    insertRecord(HERE, "customer", "c1", null, 1);
    insertRecord(HERE, "estimate", "e1", "e1", 2);
    insertRecord(HERE, "area", "a1", "e1", 9);
    insertRecord(THERE, "estimate", "e1", "e1", 4);
    await dormantEstimates.up(db);
    expect(
      await db.selectFrom("estimate_touch").selectAll().orderBy("touched_rev").execute(),
    ).toEqual([
      {
        company_id: THERE,
        estimate_id: "e1",
        touched_rev: 4,
        touched_at: 4000,
        estimator_id: null,
      },
      { company_id: HERE, estimate_id: "e1", touched_rev: 9, touched_at: 9000, estimator_id: null },
    ]);
  });

  test("has no horizon yet: no tablet is given less than before", async () => {
    await dormantEstimates.up(db);
    const { horizon_rev } = await db
      .selectFrom("clock")
      .select("horizon_rev")
      .executeTakeFirstOrThrow();
    expect(horizon_rev).toBe(0);
  });

  test("finds the estimate of every edit in its log that is about one", async () => {
    insertRecord(HERE, "customer", "c1", null, 1);
    insertRecord(HERE, "estimate", "e1", "e1", 2);
    insertRecord(HERE, "area", "a1", "e1", 3);
    insertMutation(HERE, "m1", about("area", "a1"));
    insertMutation(HERE, "m2", about("customer", "c1"));
    insertMutation(HERE, "m3", about("area", "gone"));
    insertMutation(HERE, "m4", "[]");
    insertMutation(THERE, "m5", about("area", "a1"));
    await dormantEstimates.up(db);
    expect(await estimateOf(HERE, "m1")).toBe("e1");
    for (const id of ["m2", "m3", "m4"]) expect(await estimateOf(HERE, id)).toBeNull();
    expect(await estimateOf(THERE, "m5")).toBeNull();
  });

  test("is read to its end in pages, also where two companies' edits share an id", async () => {
    for (const company of [HERE, THERE]) {
      insertRecord(company, "estimate", "e1", "e1", 2);
      for (let number = 1; number <= 501; number += 1)
        insertMutation(company, `m${number}`, about("estimate", "e1"));
    }
    await dormantEstimates.up(db);
    const { left } = await db
      .selectFrom("mutation")
      .select(({ fn }) => fn.countAll<number>().as("left"))
      .where("estimate_id", "is", null)
      .executeTakeFirstOrThrow();
    expect(left).toBe(0);
  });
});
