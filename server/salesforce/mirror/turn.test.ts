import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSalesforceSandbox } from "../../sandbox/salesforce/sandbox.ts";
import { openStore, type Store } from "../../store/store.ts";
import { postgresKinds, quickKinds } from "../../store/testing/store-kinds.ts";
import { silentLog } from "../../observe/log.ts";
import { createHub } from "../../sync/hub.ts";
import { startSalesforce } from "../service.ts";
import {
  clock,
  type LocalSalesforce,
  sandboxCredentials,
  serveSalesforce,
} from "../testing/local-salesforce.ts";
import { mirrorRound } from "./mirror.ts";
import { takeTurn, TURN_MS, TurnLost } from "./turn.ts";

const COMPANY = "00D000000000001AAA";
const first = { holder: "first" };
const second = { holder: "second" };

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await kind.fresh();
  });
  afterEach(() => store.close());

  const take = (turn: typeof first, now: number) =>
    store.write((tx) => takeTurn(tx, COMPANY, turn, now));

  test("belongs to one process until it has been silent for long", async () => {
    expect(await take(first, 0)).toEqual({ isOurs: true });
    expect(await take(second, 1)).toEqual({ isOurs: false, lastSeen: 0 });
    expect(await take(first, 10)).toEqual({ isOurs: true });
    expect(await take(second, TURN_MS + 9)).toEqual({ isOurs: false, lastSeen: 10 });
    expect(await take(second, TURN_MS + 10)).toEqual({ isOurs: true });
    expect(await take(first, TURN_MS + 11)).toMatchObject({ isOurs: false });
  });

  test("a round that lost it writes nothing more", async () => {
    const sandbox = createSalesforceSandbox({ ...sandboxCredentials });
    const local = await serveSalesforce(sandbox.fetch);
    await take(second, clock.now());
    const parts = { store, hub: createHub(), clock, companyId: COMPANY };
    const round = mirrorRound({ ...parts, salesforce: local.client(), turn: first });
    await expect(round).rejects.toBeInstanceOf(TurnLost);
    expect(await store.db.selectFrom("record").select("id").execute()).toEqual([]);
    await local.close();
  });
});

describe.each(postgresKinds)("two servers on $name", (kind) => {
  let local: LocalSalesforce;
  let stores: Store[];
  beforeEach(async () => {
    local = await serveSalesforce(createSalesforceSandbox({ ...sandboxCredentials }).fetch);
    stores = [await kind.fresh(), await openStore(kind.location())];
  });
  afterEach(async () => {
    await local.close();
    for (const store of stores) await store.close();
  });

  test("mirror in turns and both say that Salesforce answers", async () => {
    const services = stores.map((store) =>
      startSalesforce({
        salesforce: local.client(),
        store,
        hub: createHub(),
        clock,
        log: silentLog,
        pollMs: 50,
      }),
    );
    await expect
      .poll(() => services.map((service) => service.state().standing), { timeout: 15_000 })
      .toEqual(["current", "current"]);
    await Promise.all(services.map((service) => service.stop()));
    const customers = stores[0]?.db
      .selectFrom("record")
      .select("id")
      .where("entity", "=", "customer")
      .execute();
    expect((await customers)?.length).toBeGreaterThan(0);
  });
});
