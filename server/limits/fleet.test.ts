import { afterEach, expect, test } from "vitest";
import { FleetTablet } from "../../bench/fixtures/fleet-tablet.ts";
import { listen } from "../listen.ts";
import type { Observation } from "../observe/observation.ts";
import { closeServer } from "../shutdown.ts";
import { openStore } from "../store/store.ts";
import { customerFields, maria, seed, seedBook } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp } from "../sync/testing/test-app.ts";
import { testConfig } from "../testing/test-config.ts";

let end: (() => Promise<void>) | undefined;
afterEach(() => end?.());

test("tablets that come back with a week's work are all synced under the real limits, in what is one minute", async () => {
  const store = await openStore({ directory: ":memory:" });
  await seedBook(store);
  await seed(store, maria.companyId, "customer", "c1", customerFields);
  const observed: Observation[] = [];
  // Its clock stands still: no new minute brings a new allowance.
  const { app, ready } = createTestApp(store, {
    observe: (observation) => observed.push(observation),
  });
  const running = await listen(testConfig, () => ({ ready, loadApp: () => Promise.resolve(app) }));
  end = async () => {
    await closeServer(running.server, () => undefined);
    await store.close();
  };
  const { publicUrl } = running.config;
  // All of one person from one address, which no fleet is.
  const tablets = [600, ...Array<number>(29).fill(40)].map(
    (edits, number) => new FleetTablet(publicUrl, maria, number, edits),
  );
  await Promise.all(tablets.map((tablet) => tablet.sync()));
  expect(observed.filter(({ kind }) => kind === "limited")).toEqual([]);
  expect(observed.filter(({ kind }) => kind === "push").length).toBeGreaterThanOrEqual(32);
}, 60_000);
