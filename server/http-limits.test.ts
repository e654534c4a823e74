import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HttpLimits, httpLimits } from "./http-limits.ts";
import type { AppEnv } from "./identity.ts";
import { listen } from "./listen.ts";
import { closeServer } from "./shutdown.ts";
import { testConfig } from "./testing/test-config.ts";

/** The same limits, for which nobody has to wait. */
const short: HttpLimits = {
  ...httpLimits,
  headersMs: 300,
  requestMs: 600,
  keepAliveMs: 300,
  checkMs: 50,
  connections: 3,
};

let running: Awaited<ReturnType<typeof start>>;
const sockets: Socket[] = [];
const start = () =>
  listen(
    testConfig,
    () => {
      const app = new Hono<AppEnv>();
      app.all("*", async (context) => context.text(`${(await context.req.text()).length}`));
      return { ready: new Map(), loadApp: () => Promise.resolve(app) };
    },
    short,
  );
beforeEach(async () => {
  running = await start();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await closeServer(running.server, () => undefined);
});

/** A connection, and all that the server ever says on it. */
function open() {
  const socket = connect(running.config.port, "127.0.0.1");
  sockets.push(socket);
  let said = "";
  socket.on("data", (data) => {
    said += String(data);
  });
  socket.on("error", () => undefined);
  return { socket, closed: once(socket, "close"), said: () => said };
}

test("a head that drips in is cut off", async () => {
  const { socket, closed, said } = open();
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n");
  const drip = setInterval(() => socket.write("x-more: 1\r\n"), 50);
  // What is written to a server that has hung up makes the system throw away what it said last.
  socket.once("data", () => clearInterval(drip));
  await closed;
  clearInterval(drip);
  expect(said()).toContain("408");
});

test("a body that drips in is cut off", async () => {
  const { socket, closed, said } = open();
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
  const drip = setInterval(() => socket.write("x"), 50);
  await closed;
  clearInterval(drip);
  expect(said()).not.toContain("200 OK");
});

test("a connection that asks nothing more is closed, after its answer", async () => {
  const { socket, closed, said } = open();
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await closed;
  expect(said()).toContain("200 OK");
});

test("an address or a header that is too long is refused", async () => {
  for (const head of [
    `GET /${"a".repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${"a".repeat(17_000)}\r\n\r\n`,
  ]) {
    const { socket, closed, said } = open();
    socket.write(head);
    await closed;
    expect(said()).toContain("431");
  }
});

test("what is no HTTP is refused", async () => {
  const { socket, closed, said } = open();
  socket.write("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n");
  await closed;
  expect(said()).toContain("400");
});

test("one connection too many is not taken, and the others go on", async () => {
  const held = [open(), open(), open()];
  for (const { socket } of held) await once(socket, "connect");
  const late = open();
  await late.closed;
  expect(late.said()).toBe("");
  const [first] = held;
  first?.socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  await first?.closed;
  expect(first?.said()).toContain("200 OK");
});

test("the limits fit together", () => {
  const { server } = running;
  expect(server.maxHeadersCount).toBe(httpLimits.headerCount);
  expect(httpLimits.headersMs).toBeLessThan(httpLimits.requestMs);
  // nginx and AWS keep idle connections for 60 s.
  expect(httpLimits.keepAliveMs).toBeGreaterThan(60_000);
});
