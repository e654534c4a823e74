import { Hono } from "hono";
import { expect, test } from "vitest";
import { PRICE_BOOK_ID, priceBookFields } from "../../client/local/testing/sample-records.ts";
import {
  SimulatedHistory,
  type SimulatedServer,
} from "../../client/sync/testing/simulated-history.ts";
import { systemClock } from "../../server/clock.ts";
import type { AppEnv, Identity } from "../../server/identity.ts";
import { syncRoutes } from "../../server/routes/sync.ts";
import { nextRevision, putRecord, recordsSince } from "../../server/store/records.ts";
import { openStore, type Store } from "../../server/store/store.ts";
import { createHub } from "../../server/sync/hub.ts";

/** `SEEDS=1000` for a longer look; `SEED=17` for one history. */
const SEEDS = Number(process.env["SEEDS"] ?? 40);
const ONLY = process.env["SEED"];

const ana: Identity = {
  companyId: "co",
  companyName: "Sierra Painting",
  userId: "u1",
  userName: "Ana",
  role: "estimator",
};

/** The real server's half: its routes on its SQLite store, in memory. */
function realServer(store: Store): SimulatedServer {
  const app = new Hono<AppEnv>()
    .use((context, next) => {
      context.set("identity", ana);
      return next();
    })
    .route("/api/sync", syncRoutes({ store, hub: createHub(), clock: systemClock }));
  return {
    async handle(path, body) {
      const headers = { "content-type": "application/json" };
      const response = await app.request(path, { method: "POST", body, headers });
      return { status: response.status, body: await response.json() };
    },
    async readLog() {
      const rows = await store.db
        .selectFrom("mutation")
        .select(["id", "body", "outcome"])
        .execute();
      return new Map(
        rows.map(({ id, body, outcome }) => [
          id,
          { operations: body, reason: outcome === "rejected" ? "forbidden" : null },
        ]),
      );
    },
    async readRecords() {
      const { records } = await store.read((tx) =>
        recordsSince(tx, ana.companyId, 0, Number.MAX_SAFE_INTEGER),
      );
      return records;
    },
  };
}

const publishPriceBook = (store: Store): Promise<void> =>
  store.write(async (tx) => {
    const rev = await nextRevision(tx);
    await putRecord(
      tx,
      ana.companyId,
      { entity: "priceBook", id: PRICE_BOOK_ID, fields: priceBookFields, deleted: false },
      { rev, updatedBy: "server", now: 0 },
    );
  });

test("the real engine and the real server end up alike, with no saved edit missing", async () => {
  const first = Array.from({ length: SEEDS }, (_, index) => index + 1);
  for (const seed of ONLY === undefined ? first : [Number(ONLY)]) {
    const store = await openStore({ directory: ":memory:" });
    await publishPriceBook(store);
    const problems = await SimulatedHistory.run(seed, realServer(store));
    expect({ seed, problems }).toEqual({ seed, problems: [] });
    await store.close();
  }
}, 600_000);
