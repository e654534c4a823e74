import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readKeys } from "./key-folder.ts";
import { PUBLISHED_AHEAD_MS } from "./key-times.ts";
import type { KeysConfig } from "./keys-config.ts";
import { keysCommand } from "./keys-command.ts";

const NOW = 1_800_000_000_000;
let home: string;
let config: KeysConfig;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "paintbox-keys-"));
  config = { folder: join(home, "keys"), isFolderChosen: true, rotateDays: 30, secret: null };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What the terminal would show. */
async function run(line: string, at = NOW): Promise<string> {
  const [action = "", kid, ...flags] = line.split(" ");
  const early = [kid, ...flags].includes("--now");
  const request = { action, early, kid: kid === "--now" ? undefined : kid };
  const told = await keysCommand(request, config, at);
  if (told === null) return "usage";
  return told.ok ? told.lines.join("\n") : `refused: ${told.sentence}`;
}
async function kidOf(which: "current" | "next"): Promise<string> {
  const read = await readKeys(config.folder);
  return read.ok ? read.value[which].key.publicJwk.kid : "";
}

test("creates once, lists, and never shows a private half", async () => {
  expect(await run("list")).toMatch(/^refused: There is no .*keys\.json/);
  const made = await run("create");
  expect(made).toContain(`current   ${await kidOf("current")}`);
  expect(made).toContain(`next      ${await kidOf("next")}`);
  expect(await run("list")).toBe(made.split("\n").slice(0, 2).join("\n"));
  expect(await run("create")).toMatch(/^refused: .*holds keys already/);
  expect(made).not.toContain("PRIVATE");
});

test("rotates when verifiers know the next key, says when otherwise, or what it breaks", async () => {
  await run("create");
  const next = await kidOf("next");
  expect(await run("rotate")).toContain(new Date(NOW + PUBLISHED_AHEAD_MS).toISOString());
  expect(await kidOf("next")).toBe(next);
  expect(await run("rotate", NOW + PUBLISHED_AHEAD_MS)).toContain(`current   ${next}`);
  const hurried = await run("rotate --now", NOW + PUBLISHED_AHEAD_MS);
  expect(hurried).toMatch(/refuse what is signed/);
  expect(hurried.match(/^previous/gm)).toHaveLength(2);
});

test("revokes the key that is named, and says what that means", async () => {
  await run("create");
  const [current, next] = [await kidOf("current"), await kidOf("next")];
  const told = await run(`revoke ${current}`);
  expect(told).toContain(`current   ${next}`);
  expect(told).not.toContain(current);
  expect(told).toMatch(/counts no more/);
  expect(await run(`revoke ${current}`)).toMatch(/^refused: There is no key/);
  expect(await run(`revoke ${await kidOf("next")}`)).toMatch(/had signed nothing/);
});

test("is told how it is used, and where else the keys are", async () => {
  expect(await run("revoke")).toBe("usage");
  expect(await run("mend")).toBe("usage");
  expect(await run("create extra")).toBe("usage");
  config = { ...config, secret: { arn: "arn", region: "us-west-2", endpoint: null } };
  expect(await run("rotate")).toMatch(/^refused: .*KEYS_SECRET_ARN/);
});
