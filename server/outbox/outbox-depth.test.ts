import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../store/store.ts";
import { storeKinds } from "../store/testing/store-kinds.ts";
import { enqueue, settleIn } from "./outbox.ts";
import { outboxDepth } from "./outbox-depth.ts";

describe.each(storeKinds)("on $name", (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await kind.fresh();
  });
  afterEach(() => store.close());

  test("what waits and what was refused is counted by kind, with the age of the oldest", async () => {
    expect(await outboxDepth(store)).toEqual([]);
    const queue = (job: string, key: string, now: number) =>
      store.write((tx) => enqueue(tx, { companyId: "c", kind: job, key, payload: "{}", now }));
    await queue("mail", "a", 2000);
    await queue("mail", "b", 1000);
    const refused = await queue("file", "a", 500);
    const sent = await queue("file", "b", 400);
    await store.write(async (tx) => {
      await settleIn(tx, refused, { state: "refused", error: "no" }, 3000);
      await settleIn(tx, sent, { state: "sent" }, 3000);
    });
    expect(await outboxDepth(store)).toEqual([
      { kind: "mail", state: "waiting", jobs: 2, oldestAt: 1000 },
      { kind: "file", state: "refused", jobs: 1, oldestAt: 500 },
    ]);
  });
});
