import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SECRET_LIFETIME_MS } from "../../shared/session/refresh.ts";
import type { Store } from "../store/store.ts";
import { quickKinds } from "../store/testing/store-kinds.ts";
import { REPLAY_WINDOW_MS, type Secrets, standingOf } from "./rotation.ts";
import { createTestSigner } from "./testing/test-signer.ts";
import { createTestSessions, erin, isServed } from "./testing/test-sessions.ts";
import type { TestTablet } from "./testing/test-tablet.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 2, 15);

describe("a secret's standing", () => {
  const keyless: Secrets = {
    secret_hash: "present",
    secret_at: START,
    previous_hash: "before",
    confirmed_at: START,
    key_thumbprint: null,
  };
  const keyed = { ...keyless, key_thumbprint: "key" };
  test.each([
    ["the present one", keyless, "present", 0, "current"],
    ["the present one of a key, young", keyed, "present", SECRET_LIFETIME_MS - 1, "current"],
    ["the present one of a key, old", keyed, "present", SECRET_LIFETIME_MS, "overdue"],
    ["the present one of no key, old", keyless, "present", SECRET_LIFETIME_MS, "current"],
    ["the one before, at once", keyless, "before", REPLAY_WINDOW_MS - 1, "replaced"],
    ["the one before, late", keyless, "before", REPLAY_WINDOW_MS, "spent"],
    [
      "the one before, whose answer may be lost",
      { ...keyless, confirmed_at: null },
      "before",
      9 * REPLAY_WINDOW_MS,
      "replaced",
    ],
    ["the one before of a key, at once", keyed, "before", REPLAY_WINDOW_MS - 1, "replaced"],
    ["the one before of a key, late", keyed, "before", REPLAY_WINDOW_MS, "overdue"],
    ["one of long ago", keyless, "older", 0, "spent"],
  ] as const)("%s", (_what, secrets, hash, after, standing) =>
    expect(standingOf(secrets, hash, START + after)).toBe(standing),
  );
});

/** What two tabs of one browser, the network and the hours do. */
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("use" as const), isLost: fc.boolean() }),
    fc.record({ do: fc.constant("refresh" as const), isLost: fc.boolean() }),
    // Both at once: both requests carry the cookie of before, and the answers come in either order.
    fc.record({ do: fc.constant("together" as const), isSwapped: fc.boolean() }),
    fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(0.5, 2, 6, 16, 600) }),
  ),
  { minLength: 5, maxLength: 25 },
);
type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

describe.each(quickKinds)("rotation on $name", (kind) => {
  let now = START;
  const clock = { now: () => now };

  async function world(work: (store: Store, tablet: TestTablet) => Promise<void>, hasKey: boolean) {
    now = START;
    const store = await kind.fresh();
    try {
      const signer = await createTestSigner(clock);
      const sessions = createTestSessions({ store, clock, signer });
      await work(store, await sessions.signedIn(erin, { hasKey }));
    } finally {
      await store.close();
    }
  }

  async function play(tablet: TestTablet, step: Step): Promise<void> {
    switch (step.do) {
      case "wait":
        now += step.minutes * MINUTE;
        return;
      case "use": {
        const answer = await tablet.send("/api/sync/pull", { method: "POST" });
        if (!step.isLost) tablet.take(answer);
        return;
      }
      case "refresh": {
        const before = new Map(tablet.cookies);
        await tablet.refresh();
        if (step.isLost) tablet.cookies = before;
        return;
      }
      case "together": {
        const path = "/api/session/refresh";
        const ask = async () =>
          tablet.send(path, {
            method: "POST",
            body: { waiting: 1 },
            headers: tablet.key ? { dpop: await tablet.proof(path) } : {},
          });
        const answers = await Promise.all([ask(), ask()]);
        for (const answer of step.isSwapped ? answers.toReversed() : answers) tablet.take(answer);
      }
    }
  }

  const stillIn = async (tablet: TestTablet): Promise<boolean> =>
    (await isServed(tablet)) || ((await tablet.refresh()) !== null && (await isServed(tablet)));

  test.each([
    ["with a key", true],
    ["without one", false],
  ])(
    "an honest tablet %s is never signed out",
    async (_what, hasKey) => {
      await fc.assert(
        fc.asyncProperty(steps, (history) =>
          world(async (_store, tablet) => {
            for (const step of history) await play(tablet, step);
            expect(await stillIn(tablet)).toBe(true);
          }, hasKey),
        ),
        { numRuns: kind.runs(60) },
      );
    },
    120_000,
  );

  test.each([
    ["with a key", true],
    ["without one", false],
  ])(
    "of all secrets of a tablet %s two are worth something, and soon one",
    async (_, hasKey) => {
      await fc.assert(
        fc.asyncProperty(steps, (history) =>
          world(async (_store, tablet) => {
            const seen = new Set<string>();
            for (const step of history) {
              await play(tablet, step);
              seen.add(tablet.cookies.get("paintbox") ?? "");
            }
            await stillIn(tablet);
            seen.add(tablet.cookies.get("paintbox") ?? "");
            // The latest one is used: from here on the window runs.
            await isServed(tablet);
            now += REPLAY_WINDOW_MS;
            const worth = await countServed(tablet, seen);
            expect(worth).toBeLessThanOrEqual(1);
          }, hasKey),
        ),
        { numRuns: kind.runs(40) },
      );
    },
    120_000,
  );

  /** How many of these cookies still come through; each is tried on a browser of its own. */
  async function countServed(tablet: TestTablet, cookies: ReadonlySet<string>): Promise<number> {
    const present = tablet.cookies.get("paintbox") ?? "";
    const copy = (cookie: string) => tablet.copyWith(cookie);
    let served = (await isServed(copy(present))) ? 1 : 0;
    for (const cookie of cookies)
      if (cookie !== present && (await isServed(copy(cookie)))) served += 1;
    return served;
  }

  test("a copied cookie of a tablet with a key is dead within 15 minutes, and harms nobody", () =>
    world(async (_store, tablet) => {
      const thief = tablet.copyWith(tablet.cookies.get("paintbox") ?? "");
      expect(await isServed(thief)).toBe(true);
      now += SECRET_LIFETIME_MS;
      expect(await isServed(thief)).toBe(false);
      await thief.makeKey();
      expect(await thief.refresh()).toBeNull();
      expect(await stillIn(tablet)).toBe(true);
    }, true));

  test("whoever refreshes with a spent secret and without the key ends the session", () =>
    world(async (store, tablet) => {
      const thief = tablet.copyWith(tablet.cookies.get("paintbox") ?? "");
      for (let hour = 0; hour < 3; hour += 1) {
        now += 60 * MINUTE;
        await tablet.refresh();
        await isServed(tablet);
      }
      expect(await thief.refresh()).toBeNull();
      expect(await stillIn(tablet)).toBe(false);
      const row = await store.db.selectFrom("session_family").selectAll().executeTakeFirst();
      expect(row).toMatchObject({ ended_why: "reuse", ended_at: now });
    }, true));

  test("without a key the use of a spent secret ends the session", () =>
    world(async (store, tablet) => {
      const thief = tablet.copyWith(tablet.cookies.get("paintbox") ?? "");
      now += 16 * MINUTE;
      await isServed(tablet);
      await isServed(tablet);
      now += 2 * MINUTE;
      expect(await isServed(thief)).toBe(false);
      expect(await stillIn(tablet)).toBe(false);
      const row = await store.db.selectFrom("session_family").selectAll().executeTakeFirst();
      expect(row).toMatchObject({ ended_why: "reuse" });
    }, false));

  test("a browser that was killed and has forgotten its latest cookies is healed by its key", () =>
    world(async (_store, tablet) => {
      const before = new Map(tablet.cookies);
      for (let hour = 0; hour < 3; hour += 1) {
        now += 60 * MINUTE;
        await tablet.refresh();
        await isServed(tablet);
      }
      tablet.cookies = before;
      expect(await isServed(tablet)).toBe(false);
      expect(await stillIn(tablet)).toBe(true);
      // And of the answer that heals it, a lost one is made again.
      tablet.cookies = before;
      expect(await stillIn(tablet)).toBe(true);
    }, true));
});
