import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SCHEMA } from "../../shared/sync/wire.ts";
import type { Store } from "../store/store.ts";
import { quickKinds } from "../store/testing/store-kinds.ts";
import { pull } from "./pull.ts";
import {
  addCustomer,
  maria,
  mutation,
  OTHER_TABLET,
  TABLET,
  uuid,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  let server: TestApp;

  beforeEach(async () => {
    store = await kind.fresh();
    server = createTestApp(store);
    await server.push(
      ["c1", "c2", "c3"].map((id, index) =>
        mutation(index + 1, index + 1, [{ ...addCustomer, id }], "customer.create"),
      ),
    );
  });
  afterEach(() => store.close());

  test("answers from the cursor, with how far the asking tablet's own mutations have come", async () => {
    const first = await server.pull(1);
    expect(first).toMatchObject({ from: 1, cursor: 3, more: false, reset: false, lastSeq: 3 });
    expect(first.lastId).toBe(uuid(3));
    expect(first.records.map(({ id }) => id)).toEqual(["c2", "c3"]);
    expect(await server.pull(3, { tablet: OTHER_TABLET })).toMatchObject({
      records: [],
      lastSeq: 0,
      lastId: null,
    });
  });

  test("starts anew for a first pull, another epoch, or a cursor it never reached", async () => {
    for (const options of [{ epoch: null }, { epoch: 2 }])
      expect(await server.pull(2, options)).toMatchObject({ reset: true, from: 0, epoch: 1 });
    const ahead = await server.pull(99);
    expect(ahead).toMatchObject({ reset: true, from: 0, cursor: 3 });
    expect(ahead.records).toHaveLength(3);
  });

  test("pages continue where the one before ended", async () => {
    const request = { protocol: 1, schema: SCHEMA, build: "", clientId: TABLET, epoch: 1 };
    const first = await pull(store, maria, { ...request, cursor: 0 }, 2);
    expect(first).toMatchObject({ response: { cursor: 2, more: true } });
    const second = await pull(store, maria, { ...request, cursor: 2 }, 2);
    expect(second).toMatchObject({ response: { from: 2, cursor: 3, more: false } });
  });
});
