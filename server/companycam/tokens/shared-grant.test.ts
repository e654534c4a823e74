import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Log, silentLog } from "../../observe/log.ts";
import { createTestSandbox, type TestClock } from "../../sandbox/companycam/harness.ts";
import type { Store } from "../../store/store.ts";
import { quickKinds } from "../../store/testing/store-kinds.ts";
import { type LocalCompanyCam, serveCompanyCam } from "../testing/local-companycam.ts";
import { seal, unseal } from "./seal.ts";
import { sharedGrant, type SharedGrantOptions } from "./shared-grant.ts";

const time: TestClock = { at: new Date("2026-11-20T15:00:00Z") };
const clock = { now: () => time.at.getTime() };
const sandbox = createTestSandbox(time);
let local: LocalCompanyCam;

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  let firstRefreshToken: string;
  beforeEach(async () => {
    sandbox.reset();
    local = await serveCompanyCam(sandbox.fetch);
    store = await kind.fresh();
    firstRefreshToken = sandbox.grants.issue().refresh_token;
  });
  afterEach(async () => {
    await local.close();
    await store.close();
  });

  const source = (changes: Partial<SharedGrantOptions> = {}) =>
    sharedGrant({
      store,
      clock,
      log: silentLog,
      client: { url: local.url, clientId: "paintbox", clientSecret: "paintbox-secret" },
      firstRefreshToken,
      lookMs: 5,
      ...changes,
    });
  const asked = (): number => local.requests("POST", "/oauth/token");
  const good = (answer: { ok: boolean; value?: string }): string => {
    if (!answer.ok || answer.value === undefined) throw new Error("no token");
    expect(sandbox.grants.check(answer.value).is).toBe("good");
    return answer.value;
  };

  test("thirty callers in three processes ask once, and live on the same token for two hours", async () => {
    const sources = [source(), source(), source()];
    const answers = await Promise.all(
      sources.flatMap((each) => Array.from({ length: 10 }, () => each.current())),
    );
    const tokens = new Set(answers.map((answer) => (answer.ok ? answer.value : "none")));
    expect(tokens.size).toBe(1);
    expect(asked()).toBe(1);
    time.at = new Date(clock.now() + 7_000_000);
    good(await source().current());
    expect(asked()).toBe(1);
  });

  test("after two hours, and when it is refused before, one of them renews it", async () => {
    const sources = [source(), source()];
    const first = good(await source().current());
    time.at = new Date(clock.now() + 7_200_000);
    const second = await Promise.all(sources.map((each) => each.current()));
    expect(second[0]).toEqual(second[1]);
    expect(asked()).toBe(2);
    const refused = good(second[0] ?? { ok: false });
    expect(refused).not.toBe(first);
    sandbox.grants.expireAll();
    const third = await Promise.all([
      ...sources.map((each) => each.replace(refused)),
      ...sources.map((each) => each.replace(refused)),
    ]);
    expect(new Set(third.map((each) => (each.ok ? each.value : ""))).size).toBe(1);
    expect(asked()).toBe(3);
  });

  test("a token lost between the answer and our commit: one state, one line in the log, no loop", async () => {
    good(await source().current());
    time.at = new Date(clock.now() + 7_200_000);
    sandbox.faults.add({
      match: { path: "/oauth/token" },
      action: { kind: "drop", when: "after-commit" },
    });
    expect(await source().current()).toMatchObject({ error: { code: "unreachable" } });
    const errors: string[] = [];
    const log: Log = { ...silentLog, error: (event) => errors.push(event) };
    for (let each = 0; each < 20; each += 1)
      expect(await source({ log }).current()).toMatchObject({ error: { code: "reconnect" } });
    expect(asked()).toBe(3);
    expect(errors).toEqual(["companycam.reconnect"]);
    // What a person does about it.
    const anew = sandbox.grants.issue().refresh_token;
    good(await source({ firstRefreshToken: anew }).current());
    good(await source({ firstRefreshToken: anew }).current());
    expect(asked()).toBe(4);
  });

  test("a process that died over it is followed when its lease has run out", async () => {
    await store.write((tx) =>
      tx
        .insertInto("companycam_grant")
        .values({
          client_id: "paintbox",
          seed_hash: "",
          sealed: "",
          state: "good",
          lease_holder: "dead",
          lease_until: clock.now() + 30_000,
          updated_at: 0,
        })
        .execute(),
    );
    const waiting = source().current();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked()).toBe(0);
    time.at = new Date(clock.now() + 31_000);
    good(await waiting);
  });

  test("a refusal that is not the token's end changes nothing", async () => {
    sandbox.faults.add({
      match: { path: "/oauth/token" },
      action: { kind: "error", status: 500, errorCode: "oops" },
    });
    expect((await source().current()).ok).toBe(false);
    good(await source().current());
  });

  test("neither token stands in the database", async () => {
    const token = good(await source().current());
    const rows = JSON.stringify(
      await store.db.selectFrom("companycam_grant").selectAll().execute(),
    );
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(firstRefreshToken);
  });
});

test("what is sealed opens with its own secret only, and only whole", () => {
  const sealed = seal("token", "secret");
  expect(unseal(sealed, "secret")).toBe("token");
  expect(unseal(sealed, "other")).toBeNull();
  expect(unseal(`${sealed.slice(0, -4)}AAAA`, "secret")).toBeNull();
  expect(unseal("", "secret")).toBeNull();
});
