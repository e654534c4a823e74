import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Log, LogFields } from "../observe/log.ts";
import { type KeyKeeper, startKeyKeeper } from "./key-keeper.ts";
import {
  LONGEST_SECRET_LOOK_MS,
  SECRET_AHEAD_MS,
  SECRET_RETRY_MS,
  SHORTEST_SECRET_LOOK_MS,
} from "./key-times.ts";
import { secretSource } from "./secret-source.ts";
import { generateSigningKey, pemOf } from "./signing-key.ts";
import {
  type FakeSecretsManager,
  type Fault,
  startFakeSecretsManager,
} from "./testing/fake-secrets-manager.ts";

const NOW = 1_800_000_000_000;
const [one, two, three] = [generateSigningKey(), generateSigningKey(), generateSigningKey()];
const kid = (key: typeof one): string => key.publicJwk.kid;

let aws: FakeSecretsManager;
let now: number;
let lines: (readonly [string, LogFields | undefined])[];
let opened: { close(): void | Promise<void> }[];

beforeEach(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "fake");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "fake");
  aws = await startFakeSecretsManager();
  now = NOW;
  lines = [];
  opened = [];
  aws.put({ id: "v1", secret: pemOf(one), createdAt: 1, stages: ["AWSCURRENT"] });
});
afterEach(async () => {
  for (const each of opened) await each.close();
  await aws.close();
  vi.unstubAllEnvs();
});

const log: Log = {
  info: (event, fields) => void lines.push([event, fields]),
  error: (event, fields) => void lines.push([event, fields]),
};
const clock = { now: () => now };

function source() {
  const made = secretSource(
    { arn: aws.arn, region: "us-west-2", endpoint: aws.url },
    { log, random: () => 0.5 },
  );
  opened.push(made);
  return made;
}

async function keeper(): Promise<KeyKeeper> {
  const from = source();
  // Only when told: a test moves the time.
  const made = await startKeyKeeper({ source: { ...from, restMs: () => 2 ** 30 }, clock, log });
  opened.push({ close: () => made.stop() });
  return made;
}

const publishedBy = ({ ring }: KeyKeeper): unknown[] =>
  JSON.parse(ring.jwks()?.body.toString() ?? '{"keys":[]}').keys.map(
    (key: { kid: string }) => key.kid,
  );
const sorted = (...keys: (typeof one)[]): string[] => keys.map(kid).toSorted();

test("the labels of the secret's versions are next, current and previous", async () => {
  const keys = await keeper();
  expect(keys.report()).toEqual({ standing: "current", signer: kid(one) });
  expect(publishedBy(keys)).toEqual([kid(one)]);

  aws.put({ id: "v2", secret: pemOf(two), createdAt: NOW, stages: ["AWSPENDING"] });
  keys.reload();
  await expect.poll(() => publishedBy(keys)).toEqual(sorted(one, two));
  expect(keys.report().signer).toBe(kid(one));

  aws.label("AWSPREVIOUS", "v1");
  aws.label("AWSCURRENT", "v2");
  keys.reload();
  await expect
    .poll(() => lines.at(-1))
    .toEqual(["keys.versions", { current: "v2", next: "v2", previous: "v1" }]);
  // The label moved right after the version was made: no verifier can know it yet.
  expect(keys.report().signer).toBe(kid(one));
  now = NOW + SECRET_AHEAD_MS;
  expect(keys.report().signer).toBe(kid(two));
  expect(publishedBy(keys)).toEqual(sorted(one, two));

  aws.put({ id: "v3", secret: pemOf(three), createdAt: now, stages: ["AWSPENDING"] });
  keys.reload();
  await expect.poll(() => publishedBy(keys)).toEqual(sorted(one, two, three));
  expect(aws.connections()).toBeLessThanOrEqual(3);
});

test("versions are logged by their ids, and no value ever", async () => {
  aws.put({ id: "v2", secret: "no key at all", createdAt: NOW, stages: ["AWSPENDING"] });
  await keeper();
  expect(lines).toContainEqual(["keys.versions", { current: "v1" }]);
  expect(lines).toContainEqual(["keys.not_a_key", { stage: "AWSPENDING", version: "v2" }]);
  const said = JSON.stringify(lines);
  expect(said).not.toMatch(/PRIVATE|no key at all/);
  expect(said).not.toContain(pemOf(one).split("\n")[1]);
});

const faults: readonly Fault[] = ["down", "garbage", "error", "denied"];

test.each(faults)(
  "%s during a rotation: the last good keys stay; then it is back",
  async (fault) => {
    const keys = await keeper();
    aws.put({ id: "v2", secret: pemOf(two), createdAt: NOW, stages: ["AWSPENDING"] });
    aws.failWith(fault);
    keys.reload();
    await expect.poll(() => keys.report().standing).toBe("last_good");
    expect(publishedBy(keys)).toEqual([kid(one)]);
    expect((await keys.ring.sign({}, { typ: "JWT", ttlMs: 1000 })).ok).toBe(true);
    aws.failWith(null);
    keys.reload();
    await expect.poll(() => keys.report().standing).toBe("current");
    expect(publishedBy(keys)).toEqual(sorted(one, two));
  },
);

test("down at the start: no keys, two attempts; then it is back", async () => {
  aws.failWith("down");
  const keys = await keeper();
  await expect.poll(() => lines.length).toBe(1);
  expect(lines).toEqual([
    ["keys.not_loaded", { code: "away", message: expect.any(String), lastGoodKept: false }],
  ]);
  await expect.poll(() => aws.asked()).toBe(2 * 3);
  expect(keys.report()).toEqual({ standing: "none", signer: null });
  expect(keys.ring.jwks()).toBeNull();
  aws.failWith(null);
  keys.reload();
  await expect.poll(() => keys.report()).toEqual({ standing: "current", signer: kid(one) });
});

test("slow: given up by itself, and a start does not wait for it", async () => {
  aws.failWith("slow");
  const keys = await keeper();
  expect(keys.report().standing).toBe("none");
  await expect.poll(() => lines.length).toBe(1);
  expect(lines[0]?.[1]).toMatchObject({ code: "away" });
});

test("a current version that is no key, or none at all, is said so", async () => {
  aws.label("AWSCURRENT", null);
  expect(await source().load()).toMatchObject({ ok: false, error: { code: "absent" } });
  aws.put({ id: "v9", secret: "{}", createdAt: 1, stages: ["AWSCURRENT"] });
  expect(await source().load()).toMatchObject({ ok: false, error: { code: "broken" } });
});

test("looks every 5 to 15 minutes, and sooner after a failure", () => {
  const rests = [0, 0.999].map((chance) => {
    const each = secretSource(
      { arn: aws.arn, region: "us-west-2", endpoint: aws.url },
      { log, random: () => chance },
    );
    return [each.restMs(true), each.restMs(false)] as const;
  });
  for (const [loaded, failed] of rests) {
    expect(loaded).toBeGreaterThanOrEqual(SHORTEST_SECRET_LOOK_MS);
    expect(loaded).toBeLessThanOrEqual(LONGEST_SECRET_LOOK_MS);
    expect(failed).toBeLessThanOrEqual(SECRET_RETRY_MS * 1.5);
  }
});
