import { request, type IncomingHttpHeaders, type Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKeyRing, type OwnKeyRing } from "../keys/key-ring.ts";
import { generateSigningKey } from "../keys/signing-key.ts";
import { listen } from "../listen.ts";
import { openStore, type Store } from "../store/store.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

/** The ready answers, the same at the socket as from the app. */

const key = generateSigningKey();
const JWKS = "/.well-known/jwks.json";
const paths = [JWKS, "/api/.well-known/jwks.json", "/api/simple-health", "/api/health"];

let store: Store;
let ring: OwnKeyRing;
let tested: TestApp;
let server: Server;
let url: string;
let counted: (readonly [string, number])[];

beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  ring = createKeyRing({ clock: { now: () => 0 } });
  ring.take({
    signing: [{ key, from: 0 }],
    published: [{ publicJwk: key.publicJwk, until: null }],
  });
  tested = createTestApp(store, { keys: ring });
  counted = [];
  const running = await listen({ port: 0, host: "127.0.0.1", publicUrl: "" }, () => ({
    ready: tested.ready,
    loadApp: () => Promise.resolve(tested.app),
    onReadyAnswer: (path: string, status: number) => void counted.push([path, status]),
  }));
  server = running.server;
  url = `http://127.0.0.1:${running.config.port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await store.close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
type Sent = Readonly<Record<string, string>>;

/** `request` sends what it is told, where `fetch` knows better. */
const atSocket = (method: string, path: string, headers: Sent = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      void text(response).then((body) =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });

async function fromApp(method: string, path: string, headers: Sent = {}): Promise<Answer> {
  const response = await tested.app.request(path, { method, headers });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** Without what the connection adds, and the number that the app gives each request. */
const OF_THE_WAY = new Set(["connection", "date", "keep-alive", "x-request-id"]);
function essence({ headers, ...answer }: Answer): object {
  const left = Object.entries(headers).filter(([name]) => !OF_THE_WAY.has(name));
  // What is not ready gets its length at the socket only.
  const length = { "content-length": String(answer.body.length) };
  return {
    ...answer,
    headers: { ...(answer.status === 404 && length), ...Object.fromEntries(left) },
  };
}

async function both(method: string, path: string, headers: Sent = {}): Promise<Answer> {
  const [socket, app] = [
    await atSocket(method, path, headers),
    await fromApp(method, path, headers),
  ];
  expect(essence(socket)).toEqual(essence(app));
  return socket;
}

describe.each(paths)("%s", (path) => {
  test.each(["GET", "HEAD", "GET ?query", "HEAD ?query"])("%s", async (asked) => {
    const [method = "", query = ""] = asked.split(" ");
    const answer = await both(method, path + query);
    expect(answer.status).toBe(200);
    expect(Number(answer.headers["content-length"])).toBeGreaterThan(1);
    expect(answer.body.length).toBe(
      method === "GET" ? Number(answer.headers["content-length"]) : 0,
    );
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])("%s is not there", async (method) => {
    expect((await both(method, path)).status).toBe(404);
  });
});

describe("the key set", () => {
  test("is for caches, with what they may do while we do not answer", async () => {
    const { headers, body } = await both("GET", JWKS);
    expect(headers).toMatchObject({
      "content-type": "application/jwk-set+json",
      "access-control-allow-origin": "*",
      "cache-control":
        "public, max-age=300, s-maxage=300, stale-while-revalidate=300, stale-if-error=86400",
      vary: "accept",
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
    });
    expect(JSON.parse(body)).toEqual({ keys: [key.publicJwk] });
    expect(await both("GET", `/api${JWKS}`)).toMatchObject({ body });
  });

  test.each([
    ["*/*", "application/jwk-set+json"],
    ["application/json", "application/json"],
    ["application/jwk-set+json", "application/jwk-set+json"],
    ["application/json, application/jwk-set+json", "application/jwk-set+json"],
    ["application/json, application/jwk-set+json;q=0.5", "application/json"],
    ["application/json;q=0.1, application/jwk-set+json;q=0.9", "application/jwk-set+json"],
    ["text/html, application/json;q=0", "application/jwk-set+json"],
    ["text/html", "application/jwk-set+json"],
  ])("Accept: %s gets %s", async (accept, type) => {
    expect((await both("GET", JWKS, { accept })).headers["content-type"]).toBe(type);
  });

  test("is not sent to who has it, in the type that they have", async () => {
    const etag = String((await both("GET", JWKS)).headers["etag"]);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const answer = await both("GET", JWKS, { "if-none-match": known });
      expect(answer).toMatchObject({ status: 304, body: "", headers: { etag } });
      expect(answer.headers["cache-control"]).toContain("max-age");
      expect(answer.headers["content-type"]).toBeUndefined();
      expect((await both("HEAD", JWKS, { "if-none-match": known })).status).toBe(304);
    }
    const json = { accept: "application/json", "if-none-match": etag };
    expect((await both("GET", JWKS, json)).status).toBe(200);
    expect((await both("GET", JWKS, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("changes its tag with a rotation", async () => {
    const before = (await both("GET", JWKS)).headers["etag"];
    const next = generateSigningKey();
    ring.take({
      signing: [{ key, from: 0 }],
      published: [key, next].map(({ publicJwk }) => ({ publicJwk, until: null })),
    });
    const after = await both("GET", JWKS, { "if-none-match": String(before) });
    expect(after.status).toBe(200);
    expect(after.headers["etag"]).not.toBe(before);
  });

  test("may be read by scripts of any site", async () => {
    const answer = await both("OPTIONS", JWKS, {
      origin: "https://elsewhere.example.com",
      "access-control-request-method": "GET",
    });
    expect(answer).toMatchObject({ status: 204, body: "" });
    expect(answer.headers["access-control-allow-methods"]).toBe("GET, HEAD");
    expect((await both("OPTIONS", "/api/simple-health")).status).toBe(404);
  });

  test("is 503 and not empty when there never was one", async () => {
    tested = createTestApp(store);
    const running = await listen({ port: 0, host: "127.0.0.1", publicUrl: "" }, () => ({
      ready: tested.ready,
      loadApp: () => Promise.resolve(tested.app),
    }));
    const first = url;
    url = `http://127.0.0.1:${running.config.port}`;
    const answer = await both("GET", JWKS);
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({
      "retry-after": "30",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { code: "unavailable", retryable: true },
    });
    url = first;
    running.server.closeAllConnections();
    running.server.close();
  });
});

/** Sends lines as they are and reads until the server hangs up. */
async function raw(lines: string): Promise<string> {
  const { port } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.end(lines);
  return text(socket);
}

test("speaks HTTP/1.0, with and without a connection that is kept", async () => {
  for (const path of paths) {
    const once = await raw(`GET ${path} HTTP/1.0\r\n\r\n`);
    expect(once).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(once).toMatch(/\r\nConnection: close\r\n/i);
    const kept = await raw(`GET ${path} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`);
    expect(kept).toMatch(/\r\nConnection: keep-alive\r\n/i);
  }
});

test("answers one after the other on one connection, a body nobody wants included", async () => {
  const get = `GET ${JWKS} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody`;
  const head = `HEAD ${JWKS} HTTP/1.1\r\nHost: x\r\n\r\n`;
  const last = "GET /api/simple-health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  const answers = await raw(get + head + last);
  expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  expect(answers.endsWith("\r\n\r\nok")).toBe(true);
});

test("another way to write the address is left to the app, which knows it", async () => {
  const absolute = `GET ${url}/api/simple-health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
  expect(await raw(absolute)).toMatch(/^HTTP\/1\.1 200 OK/);
  expect((await atSocket("GET", "/api/simple%2Dhealth")).status).toBe(200);
  expect((await atSocket("GET", "/.well-known/other.json")).status).toBe(404);
});

test("whoever counts is told of what the app never sees", async () => {
  await atSocket("GET", JWKS);
  await atSocket("HEAD", "/api/simple-health?x=1");
  await atSocket("POST", "/api/simple-health");
  expect(counted).toEqual([
    [JWKS, 200],
    ["/api/simple-health", 200],
  ]);
});

test("what has to be worked out first is, without the app", async () => {
  const running = await listen({ port: 0, host: "127.0.0.1", publicUrl: "" }, () => ({
    ready: createTestApp(store).ready,
    loadApp: () => Promise.reject(new Error("nobody asked for it")),
  }));
  const first = url;
  url = `http://127.0.0.1:${running.config.port}`;
  const answers = await Promise.all(
    ["GET", "HEAD", "GET"].map((method) => atSocket(method, "/api/health")),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(JSON.parse(answers[0]?.body ?? "")).toMatchObject({ ok: true, store: "ok" });
  url = first;
  running.server.closeAllConnections();
  running.server.close();
});
