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
  const [line] = await once(createInterface({ input: server.stdout }), "line");
  const address = /^paintbox: (http:\/\/127\.0\.0\.1:\d+)$/.exec(String(line))?.[1];
  const health = await fetch(`${address}/api/health`);
  expect(await health.json()).toMatchObject({ ok: true, store: "ok" });
  expect(await refusalOf(settings)).toMatch(/^paintbox: DATA_DIR .*Another Paintbox server/);
  server.kill("SIGTERM");
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
}, 30_000);

test("backs up by itself, says so, and a backup can be restored by the command", async () => {
  const backups = join(directory, "backups");
  const server = startMain({ ...settings, DATA_DIR: join(directory, "kept"), BACKUP_DIR: backups });
  const [line] = await once(createInterface({ input: server.stdout }), "line");
  const address = String(line).replace("paintbox: ", "");
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
  const [line] = await once(createInterface({ input: server.stdout }), "line");
  const address = String(line).replace("paintbox: ", "");
  server.stdout.destroy();
  server.stderr.destroy();
  for (let count = 0; count < 5; count += 1)
    expect((await fetch(`${address}/api/simple-health`)).status).toBe(200);
  server.kill("SIGTERM");
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
}, 30_000);
