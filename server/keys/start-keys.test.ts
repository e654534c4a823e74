import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../observe/log.ts";
import { createKeys, readKeys } from "./key-folder.ts";
import type { KeyKeeper } from "./key-keeper.ts";
import { daysToMs } from "./key-times.ts";
import { rotationSchedule } from "./rotation-schedule.ts";
import { generateSigningKey } from "./signing-key.ts";
import { startKeys } from "./start-keys.ts";

let home: string;
let folder: string;
let started: KeyKeeper[];
let now: number;
const clock = { now: () => now };

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "paintbox-keys-"));
  folder = join(home, "keys");
  started = [];
  now = 1_800_000_000_000;
});
afterEach(async () => {
  await Promise.all(started.map((keys) => keys.stop()));
  rmSync(home, { recursive: true, force: true });
});

async function start(
  options: { readonly ownsData?: boolean; readonly isFolderChosen?: boolean } = {},
): Promise<KeyKeeper> {
  const { ownsData = true, isFolderChosen = false } = options;
  const config = { folder, isFolderChosen, rotateDays: 30, secret: null };
  const keys = await startKeys({ config, ownsData, clock, log: silentLog });
  started.push(keys);
  return keys;
}
const create = () => createKeys(folder, { now, generate: generateSigningKey });

test("the very first start of a server with its own data makes the keys; later ones use them", async () => {
  const first = await start();
  const { signer } = first.report();
  expect(first.report().standing).toBe("current");
  const stored = await readKeys(folder);
  expect(stored.ok && stored.value.current.key.publicJwk.kid).toBe(signer);
  expect((await start()).report().signer).toBe(signer);
});

test.each([
  ["with a shared database", { ownsData: false }],
  ["in a folder that a person chose", { isFolderChosen: true }],
])("%s nothing is made, until somebody makes it", async (_, options) => {
  const keys = await start(options);
  expect(keys.report()).toEqual({ standing: "none", signer: null });
  expect(existsSync(folder)).toBe(false);
  await create();
  keys.reload();
  await expect.poll(() => keys.report().standing).toBe("current");
});

test("a folder that lost its file is not filled anew", async () => {
  await create();
  rmSync(join(folder, "keys.json"));
  expect((await start()).report().standing).toBe("none");
  expect(existsSync(join(folder, "keys.json"))).toBe(false);
});

test("a file that breaks later leaves the last good keys", async () => {
  await create();
  const keys = await start();
  const { signer } = keys.report();
  writeFileSync(join(folder, "keys.json"), "{");
  keys.reload();
  await expect.poll(() => keys.report()).toEqual({ standing: "last_good", signer });
  expect((await keys.ring.sign({}, { typ: "JWT", ttlMs: 1000 })).ok).toBe(true);
});

test("after its days a key is replaced, by one of the servers", async () => {
  await create();
  const servers = [await start(), await start({ ownsData: false })];
  const { signer } = servers[0]?.report() ?? {};
  now += daysToMs(30) - 1;
  for (const each of servers) each.reload();
  for (const each of servers) await expect.poll(() => each.report().signer).toBe(signer);
  now += 1;
  for (const each of servers) each.reload();
  await expect.poll(() => servers[0]?.report().signer).not.toBe(signer);
  servers[1]?.reload();
  await expect.poll(() => servers[1]?.report().signer).toBe(servers[0]?.report().signer);
  const after = await readKeys(folder);
  expect(after.ok && after.value.previous.length).toBe(1);
});

test("0 days: the schedule never rotates", async () => {
  await create();
  now += daysToMs(4000);
  const never = rotationSchedule({ folder, rotateDays: 0, clock, log: silentLog });
  expect(await never()).toBe(false);
  const daily = rotationSchedule({ folder, rotateDays: 1, clock, log: silentLog });
  expect(await daily()).toBe(true);
  expect(await daily()).toBe(false);
});
