import { beforeEach, describe, expect, test } from "vitest";
import { LEASE_TYPE, READ_ONLY_MS } from "../../shared/session/lease.ts";
import { createTestSigner, type TestSigner } from "../../server/session/testing/test-signer.ts";
import { erin, marcus } from "../../server/session/testing/test-sessions.ts";
import { checkLease } from "./check-lease.ts";
import type { Kept } from "./kept.ts";
import { CLOCK_BEHIND_MS, noteTime, tabletTime } from "./tablet-time.ts";

const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 10, 2, 15);
const key = { thumbprint: "this-tablet" };
let signer: TestSigner;
let kept: Kept;

async function leaseFor(claims: object = {}, ttlMs = 14 * DAY): Promise<string> {
  const standard = { sub: erin.userId, org: erin.companyId, role: "estimator" };
  const bound = { cnf: { jkt: key.thumbprint } };
  const signed = await signer.sign(
    { ...standard, ...bound, ...claims },
    { typ: LEASE_TYPE, ttlMs },
  );
  return signed.ok ? signed.token : "";
}

const keptWith = (lease: string): Kept => ({
  refreshedAt: START,
  told: { sessionId: "s", session: erin, serverTime: START, lease, wipe: false },
  jwks: signer.jwks,
  offsetMs: 0,
  latest: START,
});

beforeEach(async () => {
  signer = await createTestSigner({ now: () => START });
  kept = keptWith(await leaseFor());
});

test.each([
  [0, "good"],
  [12 * DAY - 1, "good"],
  [12 * DAY, "ending"],
  [14 * DAY - 1, "ending"],
  [14 * DAY, "ended"],
  [14 * DAY + READ_ONLY_MS - 1, "ended"],
  [14 * DAY + READ_ONLY_MS, "locked"],
])("%i ms after the last contact it is %s", async (after, standing) => {
  const check = await checkLease(kept, erin, key, START + after);
  expect(check).toMatchObject({ standing, endsAt: START + 14 * DAY });
});

test("a tablet without a lease works as it always did", async () => {
  const none = { standing: "none" };
  expect(await checkLease(null, erin, key, START)).toMatchObject(none);
  expect(await checkLease(kept, erin, null, START + 90 * DAY)).toMatchObject(none);
  expect(await checkLease(kept, marcus, key, START + 90 * DAY)).toMatchObject(none);
  const without = { ...kept, told: { ...kept.told, lease: null } };
  expect(await checkLease(without, erin, key, START + 90 * DAY)).toMatchObject(none);
});

test("a lease that was changed, copied from another tablet or signed by nobody is over", async () => {
  const [head = "", , signature = ""] = kept.told.lease?.split(".") ?? [];
  const later = JSON.stringify({ sub: erin.userId, org: erin.companyId, exp: 9e9, iat: 0 });
  const forged = [
    `${head}.${btoa(later).replaceAll("=", "")}.${signature}`,
    await leaseFor({ cnf: { jkt: "another-tablet" } }),
    await leaseFor({ org: "00D000000000009AAA" }),
    "nonsense",
  ];
  for (const lease of forged)
    expect(await checkLease(keptWith(lease), erin, key, START)).toMatchObject({
      standing: "ended",
    });
  const stranger = await createTestSigner({ now: () => START });
  const other = { ...kept, jwks: stranger.jwks };
  expect(await checkLease(other, erin, key, START)).toMatchObject({ standing: "ended" });
});

describe("the tablet's time", () => {
  test("a clock that is set back gains nothing, and is told", async () => {
    const used = noteTime(kept, START + 15 * DAY, 0);
    const check = await checkLease(used, erin, key, START + DAY);
    expect(check).toMatchObject({ standing: "ended", isClockBehind: true });
  });

  test("while it is behind, time goes on by how long the tablet runs", () => {
    let used = noteTime(kept, START + 10 * DAY, 0);
    used = noteTime(used, START, 60_000);
    used = noteTime(used, START + 60_000, 60_000);
    expect(tabletTime(used, START + 60_000)).toEqual({
      time: START + 10 * DAY + 120_000,
      isClockBehind: true,
    });
  });

  test("a clock that is merely bad, or that a server has put right, is not told", () => {
    expect(tabletTime(kept, START - CLOCK_BEHIND_MS).isClockBehind).toBe(false);
    expect(tabletTime(kept, START - CLOCK_BEHIND_MS - 1).isClockBehind).toBe(true);
    const skewed = { ...kept, offsetMs: 300 * DAY };
    expect(tabletTime(skewed, START - 300 * DAY)).toEqual({ time: START, isClockBehind: false });
  });
});
