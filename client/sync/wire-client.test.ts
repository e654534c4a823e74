import { expect, test } from "vitest";
import type { ErrorCode } from "../../shared/sync/wire.ts";
import { createWireClient, type Later } from "./wire-client.ts";

const CLIENT_ID = "019df200-53e8-7202-8202-020200000002";
const position = { clientId: CLIENT_ID, epoch: null, cursor: 0, horizon: null, want: [] };
const later: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};
const never = new AbortController().signal;

const pullWith = (answer: () => Promise<Response>, signal = never, timeout?: number) =>
  createWireClient({ fetch: answer, later, build: "test", timeout }).pull(position, signal);

const reply = (status: number, body: string) => () =>
  Promise.resolve(new Response(body, { status }));
const refusal = (status: number, code: ErrorCode) =>
  reply(status, JSON.stringify({ error: { code, message: "", retryable: false } }));

const hanging = (_: unknown, init?: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    const { signal } = init ?? {};
    signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });

test.each([
  ["a sign-in page of a hotel", reply(200, "<html>Welcome</html>"), "network-lies"],
  ["an answer of another shape", reply(200, '{"ok":true}'), "network-lies"],
  ["a proxy's refusal", reply(403, "<html>Blocked</html>"), "network-lies"],
  ["a gateway without a server", reply(502, "Bad Gateway"), "server-away"],
  ["no connection", () => Promise.reject(new TypeError("failed")), "offline"],
  ["signed out", refusal(401, "signed_out"), "signed-out"],
  ["a fork", refusal(409, "forked"), "forked"],
  ["a restored server", refusal(409, "epoch_changed"), "epoch-changed"],
  ["another protocol", refusal(426, "protocol_unsupported"), "update-needed"],
  ["a full server", refusal(507, "storage_full"), "server-away"],
  ["a forbidden account", refusal(403, "forbidden"), "refused"],
])("%s is understood", async (_, answer, kind) => {
  expect(await pullWith(answer)).toMatchObject({ ok: false, failure: { kind } });
});

test("a request that gets no answer ends by itself, as offline", async () => {
  const wire = createWireClient({ fetch: hanging, later, build: "test", timeout: 5 });
  expect(await wire.pull(position, never)).toMatchObject({ failure: { kind: "offline" } });
});

test("a request that we stop is told apart", async () => {
  const stop = new AbortController();
  const wire = createWireClient({ fetch: hanging, later, build: "test" });
  const pulled = wire.pull(position, stop.signal);
  stop.abort();
  expect(await pulled).toMatchObject({ failure: { kind: "stopped" } });
});
