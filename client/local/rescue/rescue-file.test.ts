import fc from "fast-check";
import { expect, test } from "vitest";
import { PBKDF2_ITERATIONS, seal, unseal } from "./rescue-file.ts";

const few = { iterations: 10 };
const bytes = (text: string) => new TextEncoder().encode(text);
const content = bytes("an evening's work");

test("a file of the strength that people get opens again, with its passphrase only", async () => {
  expect(PBKDF2_ITERATIONS).toBeGreaterThanOrEqual(600_000);
  const file = await seal(content, "blue tape, two coats");
  expect(await unseal(file, "blue tape, two coats")).toEqual({ ok: true, content });
  expect(await unseal(file, "blue tape, two coat")).toEqual({
    ok: false,
    error: "wrong-passphrase",
  });
});

test("one content makes another file each time, and none of them shows it", async () => {
  const [one, other] = [await seal(content, "p", few), await seal(content, "p", few)];
  expect(one).not.toEqual(other);
  expect(new TextDecoder("latin1").decode(one)).not.toContain("evening");
});

test("an accent is the same however the keyboard writes it", async () => {
  const file = await seal(content, "pe\u00f1a", few);
  expect(await unseal(file, "pen\u0303a")).toMatchObject({ ok: true });
});

test.each([
  ["an empty file", bytes("")],
  ["a picture", bytes("\u0089PNG")],
  ["a file of a later format", bytes("paintbox-rescue 2\nsomething")],
])("%s is not a rescue file", async (_what, file) => {
  expect(await unseal(file, "p")).toEqual({ ok: false, error: "not-a-rescue-file" });
});

test("any content comes back whole", () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), fc.string(), async (any, passphrase) => {
      const whole = new Uint8Array(any);
      const opened = await unseal(await seal(whole, passphrase, few), passphrase);
      expect(opened).toEqual({ ok: true, content: whole });
    }),
    { numRuns: 50 },
  ));

test("no byte can be changed, and no end cut off, without being noticed", async () => {
  const file = await seal(content, "p", few);
  for (let at = 0; at < file.length; at += 1) {
    const changed = file.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await unseal(changed, "p"), `byte ${at}`).toMatchObject({ ok: false });
    expect(await unseal(file.slice(0, at), "p"), `cut at ${at}`).toMatchObject({ ok: false });
  }
});

test("who changes a file and its sum with it is noticed as well", async () => {
  const file = await seal(content, "p", few);
  const digest = 32;
  for (let at = 0; at < file.length - digest; at += 1) {
    const body = file.slice(0, -digest);
    body[at] = (body[at] ?? 0) ^ 0x80;
    // A number of iterations that takes minutes is not tried here; one that is too large is refused.
    const forged = new Uint8Array([
      ...body,
      ...new Uint8Array(await crypto.subtle.digest("SHA-256", body)),
    ]);
    expect(await unseal(forged, "p"), `byte ${at}`).toMatchObject({ ok: false });
  }
});
