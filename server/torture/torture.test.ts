import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../store/store.ts";
import { postgresKinds, theCluster } from "../store/testing/store-kinds.ts";
import { inspect } from "./inspect.ts";
import { torture } from "./torture.ts";
import { Writer } from "./writer.ts";

/** A few rounds of what `npm run torture` does a hundred times. */

test("killed while four tablets write to SQLite, the server has everything once", async () => {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-torture-"));
  const { acknowledged, faults } = await torture({ directory }, 3);
  rmSync(directory, { recursive: true, force: true });
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
}, 180_000);

test.runIf(postgresKinds.length > 0)(
  "killed while four tablets write to Postgres, and that cut off and crashed, it has everything once",
  async () => {
    const cluster = await theCluster();
    const place = { cluster, databaseUrl: cluster.url("postgres") };
    const { acknowledged, databaseFaults, faults } = await torture(place, 3);
    expect(faults).toEqual([]);
    expect(databaseFaults).toBe(2);
    expect(acknowledged).toBeGreaterThan(0);
  },
  180_000,
);

test("what is missing is found", async () => {
  const store = await openStore({ directory: ":memory:" });
  const writer = new Writer(1);
  writer.acknowledged = 2;
  expect((await inspect(store, [writer])).faults).toEqual(["2 acknowledged mutations are missing"]);
  await store.close();
});
