import { expect, test } from "vitest";
import { chargeOf, SHELL_MAX_BYTES, SHELL_MAX_FILE_BYTES } from "../shared/cache-budget.ts";
import type { Fact, Facts } from "./facts.ts";
import { makeShellRoom, ShellScale } from "./shell-room.ts";
import { smallCache } from "./testing/small-cache.ts";

const ACTIVE = "https://tablet/active.js";
const WAITING = "https://tablet/waiting.js";
const ORPHAN = "https://tablet/orphan.js";
const MINE = "https://tablet/mine.js";

const factsOf = (...known: readonly Fact[]): Facts => ({
  read: async (name) => known.find((fact) => fact.name === name),
  note: async () => undefined,
  forget: async () => undefined,
});
const both = factsOf(
  { name: "active", addresses: [ACTIVE] },
  { name: "installed", addresses: [WAITING] },
);
const room = (cache: ReturnType<typeof smallCache>, facts: Facts, isUpdate = true) =>
  makeShellRoom({ cache, facts, addresses: [MINE], isUpdate });

test("what an installation that failed has left goes; what is mine of it counts as here", async () => {
  const cache = smallCache({ [ACTIVE]: 10, [WAITING]: 10, [ORPHAN]: 10, [MINE]: 30 });
  expect(await room(cache, both)).toBe(chargeOf(30));
  expect(cache.urls()).toEqual([ACTIVE, WAITING, MINE]);
});

test("a third build waits while the other two take the place of one; none of them is touched", async () => {
  const half = SHELL_MAX_BYTES / 2;
  const cache = smallCache({ [ACTIVE]: half, [WAITING]: half });
  await expect(room(cache, both)).rejects.toThrow(`${2 * chargeOf(half)} bytes`);
  expect(cache.urls()).toEqual([ACTIVE, WAITING]);
  const fits = smallCache({ [ACTIVE]: half - 1024, [WAITING]: half - 1024 });
  expect(await room(fits, both)).toBe(0);
});

test("the first build of all finds nothing that it has to leave", async () => {
  const cache = smallCache({ [ORPHAN]: 10 });
  await room(cache, both, false);
  expect(cache.urls()).toEqual([]);
});

test("nobody knows what serves: it stays while there is room, and does not stop an update for ever", async () => {
  const small = smallCache({ [ACTIVE]: 10, [ORPHAN]: 10 });
  await room(small, factsOf());
  expect(small.urls()).toEqual([ACTIVE, ORPHAN]);
  const large = smallCache({ [ACTIVE]: SHELL_MAX_BYTES, [MINE]: 5 });
  expect(await room(large, factsOf())).toBe(chargeOf(5));
  expect(large.urls()).toEqual([MINE]);
});

test("a database that does not answer is one that knows nothing", async () => {
  const silent: Facts = { ...factsOf(), read: () => Promise.reject(new Error("closed")) };
  const cache = smallCache({ [ACTIVE]: 10 });
  await room(cache, silent);
  expect(cache.urls()).toEqual([ACTIVE]);
});

test("the scale lets the shell in up to its limit, and nothing that is not a whole file of it", async () => {
  const scale = new ShellScale();
  const asked = { url: "/assets/main-a1b2c3d4.js", revision: null };
  const admits = (bytes: number, init?: ResponseInit): Promise<boolean> =>
    scale.admits(new Response(new Uint8Array(bytes), init), asked);
  expect(await admits(SHELL_MAX_FILE_BYTES + 1)).toBe(false);
  expect(await admits(5, { status: 404 })).toBe(false);
  expect(await admits(5, { status: 206 })).toBe(false);
  expect(await admits(5, { headers: { "content-type": "text/html" } })).toBe(false);
  expect(await scale.admits(new Response("x"), undefined)).toBe(false);
  expect(scale.bytes).toBe(0);
  scale.bytes = SHELL_MAX_BYTES - chargeOf(100);
  expect(await admits(101)).toBe(false);
  const last = new Response(new Uint8Array(100));
  expect(await scale.admits(last, asked)).toBe(true);
  expect((await last.arrayBuffer()).byteLength).toBe(100);
  expect(scale.bytes).toBe(SHELL_MAX_BYTES);
});
