import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";

let directory: string;
let settings: Record<string, string>;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "paintbox-main-"));
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(join(directory, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  settings = {
    PORT: "0",
    DATA_DIR: join(directory, "data"),
    // Nobody listens there: a Salesforce that is away must keep no server from starting.
    SALESFORCE_LOGIN_URL: "http://127.0.0.1:1",
    SALESFORCE_CLIENT_ID: "server",
    SALESFORCE_PRIVATE_KEY_FILE: join(directory, "key.pem"),
    SALESFORCE_USERNAME: "paintbox@example.com",
    SALESFORCE_OIDC_CLIENT_ID: "people",
  };
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

type Process = ChildProcessByStdio<null, Readable, Readable>;

const startMain = (environment: Record<string, string>): Process =>
  spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Its address, which it says when it listens; lines of its log may come before. */
const addressOf = ({ stdout }: Process): Promise<string> =>
  new Promise((resolve) => {
    createInterface({ input: stdout }).on("line", (line) => {
      const address = /^paintbox: (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });

async function refusalOf(environment: Record<string, string>): Promise<string> {
  const child = startMain(environment);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  return said;
}

test("nonsense in the settings keeps the server from starting, naming each variable", async () => {
  const said = await refusalOf({ ...settings, PORT: "http", SALESFORCE_USERNAME: "" });
  expect(said).toMatch(/^paintbox: PORT is "http"/m);
  expect(said).toMatch(/^paintbox: SALESFORCE_USERNAME is not set/m);
  expect(said).not.toContain("    at ");
}, 30_000);

test("prints its address, answers there, keeps a second server out, and stops with 0", async () => {
  const server = startMain(settings);
  const address = await addressOf(server);
  const health = await fetch(`${address}/api/health`);
  const { keys, ...rest } = await health.json();
  expect(rest).toMatchObject({ ok: true, store: "ok" });
  const published = await (await fetch(`${address}/.well-known/jwks.json`)).json();
  expect(published.keys).toHaveLength(2);
  expect(published.keys.map((key: { kid: string }) => key.kid)).toContain(keys.signer);
  expect(await refusalOf(settings)).toMatch(/^paintbox: DATA_DIR .*Another Paintbox server/);
  server.kill("SIGTERM");
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
}, 30_000);

test("takes over at SIGHUP what the command did to its keys", async () => {
  const DATA_DIR = join(directory, "rotated");
  const server = startMain({ ...settings, DATA_DIR });
  const address = await addressOf(server);
  const signer = async (): Promise<string> =>
    (await (await fetch(`${address}/api/health`)).json()).keys.signer;
  const before = await signer();
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "paintbox.ts"), "keys", ...args], {
      env: { PATH: process.env["PATH"], DATA_DIR },
      encoding: "utf8",
    });
  expect(command("list").stdout).toMatch(new RegExp(`^current +${before} `));
  const early = command("rotate");
  expect(early).toMatchObject({ status: 1, stdout: "" });
  expect(early.stderr).toMatch(
    /^paintbox: The next key is not known to every verifier before .*\n$/,
  );
  expect(command("mend")).toMatchObject({ status: 1, stderr: expect.stringContaining("Usage") });
  expect(command("rotate", "--now").stdout).toContain(`previous  ${before}`);
  server.kill("SIGHUP");
  await expect.poll(signer).not.toBe(before);
  server.kill("SIGTERM");
  expect(await once(server, "exit")).toEqual([0, null]);
}, 60_000);

test("backs up by itself, says so, and a backup can be restored by the command", async () => {
  const backups = join(directory, "backups");
  const server = startMain({ ...settings, DATA_DIR: join(directory, "kept"), BACKUP_DIR: backups });
  const address = await addressOf(server);
  const report = async (): Promise<unknown> =>
    (await (await fetch(`${address}/api/health`)).json()).backup;
  await expect
    .poll(report, { timeout: 20_000 })
    .toEqual({ lastVerifiedAt: expect.any(Number), problem: null });
  const [made = ""] = readdirSync(backups);
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "paintbox.ts"), ...args], {
      env: { PATH: process.env["PATH"], DATA_DIR: join(directory, "kept") },
      encoding: "utf8",
    });
  const restore = ["restore", join(backups, made)];
  expect(command(...restore)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("Another Paintbox server is running"),
  });
  expect(command("mend")).toMatchObject({ status: 1, stderr: expect.stringContaining("Usage") });
  server.kill("SIGTERM");
  await once(server, "exit");
  expect(command(...restore)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/epoch \d+ begins/),
  });
}, 60_000);

test("lives on when whoever read its log has gone, and still stops with 0", async () => {
  const server = startMain({ ...settings, DATA_DIR: join(directory, "unread") });
  const address = await addressOf(server);
  server.stdout.destroy();
  server.stderr.destroy();
  for (let count = 0; count < 5; count += 1)
    expect((await fetch(`${address}/api/simple-health`)).status).toBe(200);
  server.kill("SIGTERM");
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
}, 30_000);
