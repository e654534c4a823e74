import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import { createApiBudget } from "./api-budget.ts";
import { rsaPrivateKey } from "./assertion.ts";
import { createResilience } from "./resilience.ts";
import {
  clock,
  type LocalSalesforce,
  privateKeyPem,
  serveSalesforce,
} from "./testing/local-salesforce.ts";
import { createTokenSource } from "./token-source.ts";
import { createTransport } from "./transport.ts";

const opened: LocalSalesforce[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});
const serve = async (app: Hono): Promise<string> => {
  const local = await serveSalesforce(app.fetch);
  opened.push(local);
  return local.url;
};

/** A login that sends the org's address of the moment. */
const loginTo = (instanceUrl: () => string): Hono =>
  new Hono().post("/services/oauth2/token", (c) =>
    c.json({
      access_token: `token for ${instanceUrl()}`,
      instance_url: instanceUrl(),
      id: `${instanceUrl()}/id/00D000000000001AAA/005000000000001AAA`,
    }),
  );
const transportTo = (loginUrl: string) => {
  const privateKey = rsaPrivateKey(privateKeyPem);
  const issuer = { loginUrl, clientId: "client", username: "user", privateKey };
  return createTransport({
    tokens: createTokenSource({ issuer, clock }),
    budget: createApiBudget(clock),
    resilience: createResilience(1),
  });
};
const call = { method: "GET", path: "/x", purpose: "read", repeatable: false } as const;

test("follows an org that moved by a new login, and never hands its token to a redirect", async () => {
  const heard: (string | undefined)[] = [];
  const elsewhere = await serve(
    new Hono().get("/x", (c) => {
      heard.push(c.req.header("authorization"));
      return c.json({ from: "new" });
    }),
  );
  const former = await serve(new Hono().get("/x", (c) => c.redirect(`${elsewhere}/stolen`)));
  let home = former;
  const loginUrl = await serve(loginTo(() => home));
  const transport = transportTo(loginUrl);
  const first = await transport.send({ ...call, timeoutMs: 1000 });
  expect(first).toMatchObject({ ok: false, error: { code: "moved" } });
  home = elsewhere;
  const second = await transport.send({ ...call, timeoutMs: 1000 });
  expect(second).toMatchObject({ ok: true, value: { body: { from: "new" } } });
  expect(heard).toEqual([`Bearer token for ${elsewhere}`]);
});

test("does not trust a login that names an address without TLS", async () => {
  const loginUrl = await serve(loginTo(() => "http://example.com"));
  const answer = await transportTo(loginUrl).send({ ...call, timeoutMs: 1000 });
  expect(answer).toMatchObject({ ok: false, error: { code: "unexpected" } });
});

test("cuts off a body that never ends", async () => {
  const url = await serve(
    new Hono().get("/x", () => {
      const body = new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from("[")) });
      return new Response(body, { headers: { "content-type": "application/json" } });
    }),
  );
  const loginUrl = await serve(loginTo(() => url));
  const answer = await transportTo(loginUrl).send({ ...call, timeoutMs: 150 });
  expect(answer).toMatchObject({ ok: false, error: { code: "timeout" } });
});

test("who waits for a Salesforce that hangs waits for one time-out", async () => {
  let calls = 0;
  const url = await serve(
    new Hono().get("/x", () => {
      calls += 1;
      return new Promise<Response>(() => undefined);
    }),
  );
  const transport = transportTo(await serve(loginTo(() => url)));
  const answer = await transport.send({ ...call, repeatable: true, timeoutMs: 150 });
  expect(answer).toMatchObject({ ok: false, error: { code: "timeout" } });
  expect(calls).toBe(1);
});

test("stops reading at 80 % of the day's calls and still writes", async () => {
  let calls = 0;
  const url = await serve(
    new Hono().get("/x", (c) => {
      calls += 1;
      return c.json({}, 200, { "sforce-limit-info": "api-usage=12000/15000" });
    }),
  );
  const loginUrl = await serve(loginTo(() => url));
  const transport = transportTo(loginUrl);
  const send = (purpose: "read" | "write") => transport.send({ ...call, purpose, timeoutMs: 1000 });
  expect((await send("read")).ok).toBe(true);
  expect(await send("read")).toMatchObject({ ok: false, error: { code: "quota_spent" } });
  expect((await send("write")).ok).toBe(true);
  expect(calls).toBe(2);
});
