import { expect, test } from "vitest";
import { isKeepable, readUpTo } from "./keepable.ts";

const answer = (parts: Partial<Pick<Response, "type" | "redirected">>, init?: ResponseInit) =>
  Object.defineProperties(new Response("x", init), {
    ...("type" in parts ? { type: { value: parts.type } } : {}),
    ...("redirected" in parts ? { redirected: { value: parts.redirected } } : {}),
  });

test("an answer of our own server is kept", () => {
  expect(isKeepable(answer({ type: "basic" }))).toBe(true);
  const forEver = { "cache-control": "private, max-age=31536000, immutable" };
  expect(isKeepable(answer({ type: "basic" }, { headers: forEver }))).toBe(true);
});

test.each<[string, Response]>([
  ["opaque", answer({ type: "opaque" })],
  ["from elsewhere", answer({ type: "cors" })],
  ["redirected", answer({ type: "basic", redirected: true })],
  ["not found", answer({}, { status: 404 })],
  ["partial", answer({}, { status: 206 })],
  ["a part that says 200", answer({}, { headers: { "content-range": "bytes 0-9/100" } })],
  ["not to be kept", answer({}, { headers: { "cache-control": "no-store" } })],
])("%s: not kept", (_, response) => expect(isKeepable(response)).toBe(false));

test("a body is read whole up to the limit, and no further than one piece beyond it", async () => {
  expect(await readUpTo(new Response("four"), 4)).toEqual(new TextEncoder().encode("four"));
  expect(await readUpTo(new Response(null), 4)).toEqual(new Uint8Array());
  let given = 0;
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(3));
      },
    },
    { highWaterMark: 0 },
  );
  expect(await readUpTo(new Response(endless), 4)).toBeNull();
  expect(given).toBe(2);
});

test("a body that breaks off is no body", async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("cut")) });
  await expect(readUpTo(new Response(broken), 4)).rejects.toThrow("cut");
});
