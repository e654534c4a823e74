import * as nodeFiles from "node:fs";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holdFile } from "../store/hold-file.ts";
import { keyFileText } from "./key-file.ts";
import { changeKeys, createKeys, isMissing, provisionKeys, readKeys } from "./key-folder.ts";
import { rotated } from "./rotation.ts";
import { generateSigningKey } from "./signing-key.ts";
import type { Files } from "./write-durably.ts";

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "paintbox-keys-"));
  folder = join(home, "keys");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const moment = { now: 1_800_000_000_000, generate: generateSigningKey };
const rotate = (files?: Files) =>
  changeKeys(folder, (keys) => rotated(keys, moment, { early: true }), files);

/** The text of the keys there, null for none. */
async function textThere(): Promise<string | null> {
  const read = await readKeys(folder);
  return read.ok ? keyFileText(read.value) : null;
}

/** The file system until call number `stopAt`, in the middle of which it ends: a write may have got a part down. */
function stoppingFiles(stopAt: number, isTorn: boolean): { files: Files; calls: () => number } {
  let calls = 0;
  const files = new Proxy<Files>(
    { ...nodeFiles },
    {
      get:
        (target, name) =>
        (...args: readonly unknown[]): unknown => {
          calls += 1;
          if (calls === stopAt && name === "writeFileSync" && isTorn)
            nodeFiles.writeFileSync(Number(args[0]), String(args[1]).slice(0, 100));
          if (calls >= stopAt) throw Object.assign(new Error("the power is gone"), { code: "EIO" });
          return Reflect.apply(Reflect.get(target, name), target, args);
        },
    },
  );
  return { files, calls: () => calls };
}

const NEVER = Number.MAX_SAFE_INTEGER;

test("the first keys are made with their folder, for this user only", async () => {
  expect(isMissing(folder)).toBe(true);
  const made = await provisionKeys(folder, moment);
  expect(made.ok && keyFileText(made.value)).toBe(await textThere());
  expect(readdirSync(home)).toEqual(["keys"]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "keys.json")).mode & 0o777).toBe(0o600);
});

test("stopped at any step, a first start leaves all or nothing, and the next one succeeds", async () => {
  const counting = stoppingFiles(NEVER, false);
  await provisionKeys(folder, moment, counting.files);
  const steps = counting.calls();
  expect(steps).toBeGreaterThan(8);
  for (let stopAt = 1; stopAt <= steps; stopAt += 1)
    for (const isTorn of [false, true]) {
      rmSync(folder, { recursive: true, force: true });
      expect((await provisionKeys(folder, moment, stoppingFiles(stopAt, isTorn).files)).ok).toBe(
        false,
      );
      expect(isMissing(folder)).toBe((await textThere()) === null);
      if (isMissing(folder)) expect((await provisionKeys(folder, moment)).ok).toBe(true);
      expect(await textThere()).not.toBeNull();
    }
});

test("stopped at any step, a rotation has happened or not, and the next one succeeds", async () => {
  await provisionKeys(folder, moment);
  const counting = stoppingFiles(NEVER, false);
  await rotate(counting.files);
  const steps = counting.calls();
  expect(steps).toBeGreaterThan(5);
  for (let stopAt = 1; stopAt <= steps; stopAt += 1)
    for (const isTorn of [false, true]) {
      const before = await readKeys(folder);
      if (!before.ok) throw new Error(before.error.message);
      expect(await rotate(stoppingFiles(stopAt, isTorn).files)).toMatchObject({
        error: { code: "disk", message: expect.stringContaining(folder) },
      });
      const after = await readKeys(folder);
      const known = [before.value.current.key, before.value.next.key].map(
        ({ publicJwk }) => publicJwk.kid,
      );
      expect(after.ok && known.includes(after.value.current.key.publicJwk.kid)).toBe(true);
      expect((await rotate()).ok).toBe(true);
    }
});

test("a person makes the first keys where there are none, and never over others", async () => {
  mkdirSync(folder);
  expect((await createKeys(folder, moment)).ok).toBe(true);
  const made = await textThere();
  expect(await createKeys(folder, moment)).toMatchObject({ error: { code: "exists" } });
  expect(await textThere()).toBe(made);
});

describe("a folder that is not right is named and left alone", () => {
  test("a torn file", async () => {
    await provisionKeys(folder, moment);
    const file = join(folder, "keys.json");
    writeFileSync(file, "{");
    const broken = { code: "broken", message: expect.stringContaining(file) };
    expect(await readKeys(folder)).toEqual({ ok: false, error: broken });
    expect(await rotate()).toEqual({ ok: false, error: broken });
    expect(await createKeys(folder, moment)).toEqual({ ok: false, error: broken });
    expect(nodeFiles.readFileSync(file, "utf8")).toBe("{");
  });

  test("no file, no folder, and a file in the folder's place", async () => {
    expect(await rotate()).toMatchObject({ error: { code: "absent" } });
    expect(isMissing(folder)).toBe(true);
    mkdirSync(folder);
    expect(await readKeys(folder)).toMatchObject({ error: { code: "absent" } });
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    expect(await readKeys(folder)).toMatchObject({ error: { code: "away" } });
    expect(await createKeys(folder, moment)).toMatchObject({ error: { code: "disk" } });
  });
});

test("one changes the keys at a time", async () => {
  await provisionKeys(folder, moment);
  const release = holdFile(join(folder, "keys.lock"));
  expect(await rotate()).toMatchObject({ error: { code: "busy" } });
  release?.();
  expect((await rotate()).ok).toBe(true);
});
