import { expect, test } from "vitest";
import { PRICE_BOOK_ID, priceBookFields } from "../local/testing/sample-records.ts";
import { FakeServer } from "./testing/fake-server.ts";
import { SimulatedHistory } from "./testing/simulated-history.ts";

/** `SEEDS=5000 vitest run client/sync/simulation` for a longer look; `SEED=17` for one history. */
const SEEDS = Number(process.env["SEEDS"] ?? 200);
const ONLY = process.env["SEED"];
/** Histories that failed once, kept for ever. */
const REGRESSIONS = [47];

const priceBook = {
  entity: "priceBook",
  id: PRICE_BOOK_ID,
  fields: priceBookFields,
  deleted: false,
} as const;

test("whatever the network and the disks do, tablets and server end up alike and no saved edit is missing", async () => {
  const first = Array.from({ length: SEEDS }, (_, index) => index + 1);
  const seeds = ONLY === undefined ? new Set([...REGRESSIONS, ...first]) : [Number(ONLY)];
  for (const seed of seeds) {
    const server = new FakeServer();
    server.publish(priceBook);
    server.disk.backUp();
    expect({ seed, problems: await SimulatedHistory.run(seed, server) }).toEqual({
      seed,
      problems: [],
    });
  }
}, 600_000);
