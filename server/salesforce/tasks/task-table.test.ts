import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../store/store.ts";
import { quickKinds } from "../../store/testing/store-kinds.ts";
import { createSharedSession } from "../shared-session.ts";
import { JWT_CLIENT_ID, privateKeyPem } from "../testing/local-salesforce.ts";
import { rsaPrivateKey } from "../assertion.ts";
import { ownRefusal, type Refusal } from "../write-back/refusal.ts";
import { endTasks, noteChoice, openTask, openTaskOf, openTasks } from "./task-table.ts";

const OURS = "00D000000000001AAA";
const duplicate: Refusal = {
  ...ownRefusal("duplicate", "Use one of these records?"),
  fields: ["Name"],
  matches: ["001000000000001AAA"],
  canOverride: true,
};

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await kind.fresh();
  });
  afterEach(() => store.close());

  const open = (estimateId: string, now: number, companyId = OURS) =>
    store.write((tx) => openTask(tx, companyId, estimateId, duplicate, now));
  const tasks = (companyId = OURS) => store.read((tx) => openTasks(tx, companyId));

  test("a task keeps all that a person needs to see, the oldest first, of one company", async () => {
    await open("e2", 20);
    await open("e1", 10);
    await open("e3", 5, "another");
    expect(await tasks()).toMatchObject([
      {
        estimateId: "e1",
        kind: "duplicate",
        said: "Use one of these records?",
        fields: ["Name"],
        matches: ["001000000000001AAA"],
        canOverride: true,
        createdAt: 10,
      },
      { estimateId: "e2" },
    ]);
    const [first] = await tasks();
    expect(await store.read((tx) => openTaskOf(tx, "another", first?.id ?? ""))).toBeNull();
  });

  test("an estimate has one open task at the most; what is over or chosen is open no more", async () => {
    await open("e1", 10);
    await open("e1", 20);
    const [task, ...others] = await tasks();
    expect(others).toEqual([]);
    await store.write((tx) => noteChoice(tx, task?.id ?? "", "dismiss", "005boss", 30));
    expect(await tasks()).toEqual([]);
    await open("e1", 40);
    await store.write((tx) => endTasks(tx, OURS, "e1", 50));
    expect(await tasks()).toEqual([]);
    const rows = await store.db.selectFrom("task").selectAll().orderBy("created_at").execute();
    expect(
      rows.map(({ state, settled_by, settled_at }) => [state, settled_by, settled_at]),
    ).toEqual([
      ["over", null, 20],
      ["dismiss", "005boss", 30],
      ["over", null, 50],
    ]);
  });

  test("the latest word about the day's calls is everybody's", async () => {
    const issuer = {
      loginUrl: "https://login.salesforce.com",
      clientId: JWT_CLIENT_ID,
      username: "a@b.example",
      privateKey: rsaPrivateKey(privateKeyPem),
    };
    const session = createSharedSession(store, issuer, { now: () => 100 });
    expect(await session.shareUsage({ used: 1, allowed: 10, at: 1 })).toBeNull();
    await session.takeLease();
    const late = { used: 5, allowed: 10, at: 50 };
    expect(await session.shareUsage(late)).toEqual(late);
    expect(await session.shareUsage({ used: 2, allowed: 10, at: 20 })).toEqual(late);
    expect(await session.shareUsage(null)).toEqual(late);
  });
});
