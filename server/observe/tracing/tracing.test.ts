import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { maria } from "../../sync/testing/estimate-fixtures.ts";
import {
  type Ground,
  prepareGround,
  type RunningServer,
  startMain,
} from "../../testing/start-main.ts";

/** A span as OTLP/HTTP writes it in JSON: what we look at of it. */
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.optional(z.string()),
  name: z.string(),
  kind: z.number(),
  attributes: z.array(z.object({ key: z.string(), value: z.unknown() })),
});
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.unknown()) }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});
type Span = z.infer<typeof spanSchema>;

let ground: Ground;
let server: RunningServer | undefined;
let collector: Server;
let upstream: Server;
let spans: Span[];
let exported: string;
let askedUpstream: (string | undefined)[];

const listening = async (answer: (request: IncomingMessage) => Promise<number>) => {
  const made = createServer((request, response) => {
    void answer(request).then((status) =>
      response.writeHead(status, { "content-type": "application/json" }).end("{}"),
    );
  });
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  return made;
};
const urlOf = (made: Server): string => {
  const address: AddressInfo | string | null = made.address();
  return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
};

beforeAll(async () => {
  ground = await prepareGround(maria);
});
afterAll(() => ground.remove());
beforeEach(async () => {
  spans = [];
  exported = "";
  askedUpstream = [];
  collector = await listening(async (request) => {
    if (request.url !== "/v1/traces") return 404;
    const body = await text(request);
    exported += body;
    const read = exportSchema.parse(JSON.parse(body));
    spans.push(
      ...read.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((s) => s.spans)),
    );
    return 200;
  });
  upstream = await listening(async (request) => {
    askedUpstream.push(request.headers["traceparent"]?.toString());
    return 503;
  });
});
afterEach(async () => {
  await server?.end("SIGKILL");
  for (const made of [collector, upstream]) {
    made.closeAllConnections();
    made.close();
  }
});

const traced = () =>
  startMain({
    ...ground.settings,
    SALESFORCE_LOGIN_URL: urlOf(upstream),
    OTEL_EXPORTER_OTLP_ENDPOINT: urlOf(collector),
    OTEL_SERVICE_NAME: "paintbox-test",
    OTEL_BSP_SCHEDULE_DELAY: "200",
    TRUST_PROXY: "1",
  });

test("a request, its transactions and its calls to others are one trace, which others are told of", async () => {
  server = await traced();
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  const ask = (path: string) =>
    fetch(`${server?.url}${path}`, {
      redirect: "manual",
      headers: {
        cookie: ground.cookies[0] ?? "",
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
    });
  await ask("/api/sync/history/e1");
  // Looks for the provider's configuration at Salesforce.
  await ask("/api/session/sign-in?return=/estimates/secret-of-maria");
  expect(await server.end()).toBe(0);

  const request = spans.find(({ name }) => name === "GET /api/sync/history/:estimateId");
  expect(request).toMatchObject({ traceId, parentSpanId: "00f067aa0ba902b7", kind: 2 });
  const read = spans.find(
    ({ name, parentSpanId }) => name.startsWith("store.") && parentSpanId === request?.spanId,
  );
  expect(read).toMatchObject({ traceId, kind: 1 });
  const signIn = spans.find(({ name }) => name === "GET /api/session/sign-in");
  const call = spans.find(
    ({ kind, parentSpanId }) => kind === 3 && parentSpanId === signIn?.spanId,
  );
  expect(call).toMatchObject({ traceId, name: "GET 127.0.0.1" });
  expect(askedUpstream).toContain(`00-${traceId}-${call?.spanId}-01`);
  expect(exported).toContain("paintbox-test");
  expect(exported).not.toContain("secret-of-maria");
  expect(exported).not.toContain(maria.userName);
}, 30_000);

test("a collector that is away holds up neither requests nor the way down", async () => {
  server = await traced();
  collector.closeAllConnections();
  collector.close();
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(await server.end()).toBe(0);
}, 30_000);

test("without a collector nothing of it is in the process", async () => {
  server = await startMain({ ...ground.settings, NODE_DEBUG: "esm,module" });
  await fetch(`${server.url}/api/session`);
  await server.end();
  expect(server.said()).toContain("hono");
  expect(server.said()).not.toContain("@opentelemetry");
}, 30_000);
