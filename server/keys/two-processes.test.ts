import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ServerChild, startChild } from "../sync/testing/start-child.ts";
import { provisionKeys, readKeys } from "./key-folder.ts";
import { generateSigningKey } from "./signing-key.ts";

let home: string;
let folder: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "paintbox-keys-"));
  folder = join(home, "keys");
  await provisionKeys(folder, { now: Date.now(), generate: generateSigningKey });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const child = (name: string) => startChild(join(import.meta.dirname, "testing", name), folder);
const ask = async (url: string): Promise<string> => (await fetch(url)).text();

test("two servers that see a rotation at different times believe each other, and so does everybody", async () => {
  const [early, late] = await Promise.all([
    child("key-server-child.ts"),
    child("key-server-child.ts"),
  ]);
  const signer = ({ url }: ServerChild): Promise<string> => ask(`${url}/sign`);
  const kidOf = (token: string): string =>
    JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
  const before = kidOf(await signer(late));
  // Caches that were filled before the rotation, at either server.
  const verifiers = [early, late].map(({ url }) => createRemoteJWKSet(new URL(`${url}/jwks`)));
  for (const verifier of verifiers) await jwtVerify(await signer(late), verifier);

  const command = join(import.meta.dirname, "../paintbox.ts");
  const rotation = spawnSync(process.execPath, [command, "keys", "rotate", "--now"], {
    env: { PATH: process.env["PATH"], KEYS_DIR: folder },
    encoding: "utf8",
  });
  expect(rotation).toMatchObject({ status: 0, stdout: expect.stringContaining(before) });
  early.process.kill("SIGHUP");
  await expect.poll(async () => kidOf(await signer(early))).not.toBe(before);

  const [fromEarly, fromLate] = await Promise.all([signer(early), signer(late)]);
  expect(kidOf(fromLate)).toBe(before);
  expect(await ask(`${late.url}/verify?${fromEarly}`)).toBe("good");
  expect(await ask(`${early.url}/verify?${fromLate}`)).toBe("good");
  for (const verifier of verifiers)
    for (const token of [fromEarly, fromLate])
      expect((await jwtVerify(token, verifier)).payload.sub).toBe("maria");

  late.process.kill("SIGHUP");
  await expect.poll(async () => kidOf(await signer(late))).toBe(kidOf(fromEarly));
  expect(await ask(`${late.url}/jwks`)).toBe(await ask(`${early.url}/jwks`));
  await Promise.all([early.end("SIGTERM"), late.end("SIGTERM")]);
}, 30_000);

test("killed at any moment while two processes rotate, the keys are whole and go on", async () => {
  const other = await child("rotating-child.ts");
  for (let round = 0; round < 4; round += 1) {
    const killed = await child("rotating-child.ts");
    // While it is written, read it: never a torn one.
    for (let look = 0; look < 10; look += 1) {
      expect(await readKeys(folder)).toMatchObject({ ok: true });
      await pause(Math.random() * 5);
    }
    await killed.end("SIGKILL");
    expect(await readKeys(folder)).toMatchObject({ ok: true });
  }
  const last = await readKeys(folder);
  await other.end("SIGKILL");
  const final = await readKeys(folder);
  expect(last.ok && final.ok && final.value.previous.length > 4).toBe(true);
}, 60_000);
