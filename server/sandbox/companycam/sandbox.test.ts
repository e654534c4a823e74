import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  callSandbox,
  type CallOptions,
  createTestSandbox,
  origin,
  type TestClock,
} from "./harness.ts";
import { drawRoom } from "./pictures/draw-room.ts";
import type { CompanyCamSandbox } from "./sandbox.ts";

let clock: TestClock;
let sandbox: CompanyCamSandbox;
beforeEach(() => {
  clock = { at: new Date("2026-11-20T15:00:00Z") };
  sandbox = createTestSandbox(clock);
});
afterEach(() => sandbox.close());

const call = (method: string, path: string, options?: CallOptions) =>
  callSandbox(sandbox, method, path, options);
const idSchema = z.object({ id: z.string() });
const idOf = (body: unknown): string => z.parse(idSchema, body).id;
const listOf = (body: unknown) => z.parse(z.array(z.looseObject({ id: z.string() })), body);
const dataOf = (body: unknown): unknown => z.parse(z.object({ data: z.unknown() }), body).data;

/** A server of the other side: it hands out a photo and takes webhooks. */
async function otherSide(answer: (request: IncomingMessage, body: Buffer) => number) {
  const picture = drawRoom(7, "thumbnail");
  const server: Server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const status = answer(request, body);
      response.writeHead(status, { "content-type": "image/png" });
      response.end(request.method === "GET" && status === 200 ? picture : "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server has such an address
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    md5: createHash("md5").update(picture).digest("hex"),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe("v2", () => {
  test("bare arrays by page, at most a hundred, in Unix seconds", async () => {
    sandbox.rateLimit.isOn = false;
    for (let each = 0; each < 130; each += 1)
      await call("POST", "/v2/projects", { json: { name: `Job ${each}` } });
    const first = await call("GET", "/v2/projects?per_page=500");
    expect(listOf(first.body)).toHaveLength(100);
    expect(listOf((await call("GET", "/v2/projects")).body)).toHaveLength(50);
    const second = listOf((await call("GET", "/v2/projects?per_page=100&page=2")).body);
    expect(second).toHaveLength(70);
    expect(listOf(first.body)[0]).toMatchObject({ created_at: 1_795_186_800, feature_image: [] });
  });

  test("a missing token, a wrong one and a wrong path", async () => {
    for (const token of ["", "nonsense"]) {
      const answer = await call("GET", "/v2/company", { token });
      expect(answer).toMatchObject({ status: 401, body: { errors: ["Unauthorized"] } });
    }
    const lost = await call("GET", "/v2/nonsense");
    expect(lost.status).toBe(302);
    const page = await call("GET", lost.headers.get("location") ?? "");
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  test("a PUT answers 201, and only the header with hyphens names the author", async () => {
    const by = (name: string) =>
      call("POST", "/v2/projects", {
        json: { name: "Whose" },
        headers: { [name]: "luz.ortega@brightcoat.example" },
      });
    expect((await by("X-CompanyCam-User")).body).toMatchObject({ creator_name: "Luz Ortega" });
    const { body } = await by("X_CompanyCam_User");
    expect(body).toMatchObject({ creator_name: "Erin Vega" });
    const renamed = await call("PUT", `/v2/projects/${idOf(body)}`, { json: { name: "New" } });
    expect(renamed).toMatchObject({ status: 201, body: { name: "New" } });
  });

  test("deleted projects are in the list unless a status is asked for; modified_since is ISO", async () => {
    const { body } = await call("POST", "/v2/projects", { json: { name: "Gone" } });
    await call("DELETE", `/v2/projects/${idOf(body)}`);
    const since = "modified_since=2026-11-20T15:00:00Z";
    expect(listOf((await call("GET", `/v2/projects?${since}`)).body)).toMatchObject([
      { id: idOf(body), status: "deleted" },
    ]);
    const active = await call("GET", `/v2/projects?${since}&status=active`);
    expect(active.body).toEqual([]);
    expect((await call("GET", "/v2/projects?modified_since=x")).status).toBe(422);
  });

  test("photo lists by cursor, which excludes a page", async () => {
    const first = await call("GET", "/v2/photos?per_page=2");
    expect(first.headers.get("x-has-next")).toBe("true");
    const cursor = first.headers.get("x-next-cursor") ?? "";
    const second = await call("GET", `/v2/photos?per_page=2&after=${cursor}`);
    const back = second.headers.get("x-prev-cursor") ?? "";
    expect((await call("GET", `/v2/photos?per_page=2&before=${back}`)).body).toEqual(first.body);
    expect((await call("GET", `/v2/photos?page=1&after=${cursor}`)).status).toBe(400);
  });

  test("429 without a word of when, reads and writes apart, and it can be switched off", async () => {
    let last = 0;
    for (let each = 0; each < 241; each += 1) last = (await call("GET", "/v2/company")).status;
    expect(last).toBe(429);
    const limited = await call("GET", "/v2/company");
    expect(limited.headers.get("retry-after")).toBeNull();
    const write = await call("POST", "/v2/projects", { json: { name: "Write" } });
    expect(write.status).toBe(201);
    sandbox.rateLimit.isOn = false;
    expect((await call("GET", "/v2/company")).status).toBe(200);
    sandbox.rateLimit.isOn = true;
    clock.at = new Date(clock.at.getTime() + 60_000);
    expect((await call("GET", "/v2/company")).status).toBe(200);
  });

  test("a body that is not JSON", async () => {
    const answer = await call("POST", "/v2/projects", {
      headers: { "Content-Type": "text/plain" },
    });
    expect(answer.status).toBe(415);
  });
});

describe("v1", () => {
  test("an envelope with cursors, ISO times and six kinds of uris", async () => {
    const { body } = await call("GET", "/public_api/v1/photos?limit=1");
    expect(body).toMatchObject({ errors: [], meta: { has_next: true, has_prev: false } });
    const [photo] = listOf(dataOf(body));
    expect(String(photo?.["captured_at"])).toMatch(/^\d{4}-.*Z$/);
    expect(photo?.["uris"]).toHaveLength(6);
  });

  test("which token is wrong how, and scopes", async () => {
    const { access_token: token } = sandbox.grants.issue(["read"]);
    const write = { json: { project: { name: "No" } }, token };
    const refused = await call("POST", "/public_api/v1/projects", write);
    expect(refused).toMatchObject({
      status: 403,
      body: { errors: [{ code: "insufficient_scope" }] },
    });
    const verify = (used: string) =>
      call("POST", "/public_api/v1/access_tokens/verify", { token: used });
    expect((await verify(token)).status).toBe(200);
    clock.at = new Date(clock.at.getTime() + 7_200_000);
    expect((await verify(token)).body).toMatchObject({ errors: [{ code: "token_expired" }] });
    const unknown = await verify("x");
    expect(unknown.body).toMatchObject({ errors: [{ code: "invalid_token" }] });
    expect(unknown.headers.get("www-authenticate")).toContain("Bearer");
  });

  test("PATCH and not PUT, the same data as v2, 422 for no date", async () => {
    const made = await call("POST", "/public_api/v1/projects", {
      json: { project: { name: "A" } },
    });
    const id = idOf(dataOf(made.body));
    const json = { project: { name: "B" } };
    expect((await call("PATCH", `/public_api/v1/projects/${id}`, { json })).status).toBe(200);
    expect((await call("PUT", `/public_api/v1/projects/${id}`, { json })).status).toBe(302);
    expect((await call("GET", `/v2/projects/${id}`)).body).toMatchObject({ name: "B" });
    expect((await call("GET", "/public_api/v1/photos?start_date=soon")).status).toBe(422);
  });
});

describe("photos", () => {
  const announce = async (url: string) => {
    const { body } = await call("POST", "/v2/projects", { json: { name: "Photos" } });
    const path = `/v2/projects/${idOf(body)}/photos`;
    const json = { photo: { uri: `${url}/photo`, captured_at: 1_795_000_000, tags: ["Befor"] } };
    return { path, post: () => call("POST", path, { json }) };
  };

  test("announced as pending, fetched by itself; the same again is a duplicate", async () => {
    const other = await otherSide(() => 200);
    const { path, post } = await announce(other.url);
    expect((await post()).body).toMatchObject({ processing_status: "pending", hash: null });
    await sandbox.processing.settled();
    expect((await post()).status).toBe(201);
    await sandbox.processing.settled();
    const photos = listOf((await call("GET", path)).body);
    expect(photos.map((each) => each["processing_status"])).toEqual(["duplicate", "processed"]);
    expect(photos[0]?.["hash"]).toBe(other.md5);
    // A slip of the pen has become a tag.
    const tags = listOf((await call("GET", "/v2/tags")).body);
    expect(tags.map((tag) => tag["display_value"])).toContain("Befor");
    const picture = `/static/${photos[1]?.id}/web`;
    expect((await call("GET", picture)).status).toBe(400);
    const anonymous = await sandbox.fetch(new Request(origin + picture));
    expect(
      createHash("md5")
        .update(Buffer.from(await anonymous.arrayBuffer()))
        .digest("hex"),
    ).toBe(other.md5);
    await other.close();
  });

  test("what cannot be fetched is an error of processing", async () => {
    const other = await otherSide(() => 404);
    const { path, post } = await announce(other.url);
    await post();
    await sandbox.processing.settled();
    expect((await call("GET", path)).body).toMatchObject([
      { processing_status: "processing_error", uris: [] },
    ]);
    await other.close();
  });

  test("dates are about when it was taken", async () => {
    const other = await otherSide(() => 200);
    const { path, post } = await announce(other.url);
    await post();
    const at = "start_date=1795000000&end_date=1795000000";
    expect(listOf((await call("GET", `${path}?${at}`)).body)).toHaveLength(1);
    const today = await call("GET", `${path}?start_date=1795186800`);
    expect(today.body).toEqual([]);
    await other.close();
  });
});

describe("webhooks", () => {
  const subscribe = async (url: string, scopes: readonly string[]) =>
    idOf((await call("POST", "/v2/webhooks", { json: { url, scopes, token: "secret" } })).body);

  test("signed over the raw body, told to who asked for it", async () => {
    const told: { readonly body: Buffer; readonly signature: unknown }[] = [];
    const other = await otherSide((request, body) => {
      told.push({ body, signature: request.headers["x-companycam-signature"] });
      return 200;
    });
    await subscribe(other.url, ["project.*"]);
    await subscribe(other.url, ["photo.*"]);
    await call("POST", "/v2/projects", { json: { name: "Told" } });
    await sandbox.dispatcher.settled();
    expect(told).toHaveLength(1);
    const body = told[0]?.body ?? Buffer.alloc(0);
    expect(JSON.parse(body.toString())).toMatchObject({
      event_type: "project.created",
      created_at: 1_795_186_800,
      payload: { name: "Told" },
    });
    expect(told[0]?.signature).toBe(createHmac("sha1", "secret").update(body).digest("base64"));
    await other.close();
  });

  test("only exactly 200 counts; after more than 25 errors it is off, and PUT turns it on", async () => {
    let status = 202;
    const other = await otherSide(() => status);
    const id = await subscribe(other.url, ["*"]);
    for (let each = 0; each < 3; each += 1) {
      await call("POST", "/v2/projects", { json: { name: "Told" } });
      await sandbox.dispatcher.settled();
    }
    const attempts = sandbox.account.deliveries.all().map((delivery) => delivery.attempts);
    expect(attempts).toEqual([10, 10, 6]);
    const path = `/v2/webhooks/${id}`;
    expect((await call("GET", path)).body).toMatchObject({ enabled: false, token: "secret" });
    status = 200;
    await call("PUT", path, { json: { enabled: true } });
    await call("POST", "/v2/projects", { json: { name: "Told" } });
    await sandbox.dispatcher.settled();
    expect(sandbox.account.webhooks.get(id)).toMatchObject({ enabled: true, errors: 0 });
    const list = await call("GET", `/public_api/v1/webhooks/${id}/deliveries`);
    expect(listOf(dataOf(list.body))).toHaveLength(4);
    await other.close();
  }, 30_000);

  test("a photo that is deleted is told to nobody; a merge moves photos", async () => {
    const events: string[] = [];
    const other = await otherSide((_, body) => {
      events.push(String(z.parse(z.looseObject({}), JSON.parse(body.toString()))["event_type"]));
      return 200;
    });
    await subscribe(other.url, ["*"]);
    const [photo] = sandbox.account.photos.all();
    await call("DELETE", `/v2/photos/${photo?.id}`);
    const from = sandbox.account.photos.all().at(-1)?.projectId ?? "";
    const into = photo?.projectId ?? "";
    const merged = await call("POST", "/__sandbox__/merge", { json: { from, into } });
    expect(merged.status).toBe(204);
    await sandbox.dispatcher.settled();
    expect(events).toEqual(["project.merged"]);
    expect(sandbox.account.photos.all().at(-1)?.projectId).toBe(into);
    await other.close();
  });
});

describe("OAuth", () => {
  const refresh = async (token: string) => {
    const body = new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: token,
      client_id: "paintbox",
      client_secret: "paintbox-secret",
    });
    const response = await sandbox.fetch(
      new Request(`${origin}/oauth/token`, { method: "POST", body }),
    );
    return { status: response.status, body: z.parse(z.looseObject({}), await response.json()) };
  };

  test("each refresh gives a new token; an old one used again ends the grant", async () => {
    const first = sandbox.grants.issue();
    const second = await refresh(first.refresh_token);
    expect(second).toMatchObject({ status: 200, body: { expires_in: 7200 } });
    expect((await refresh(first.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    const renewed = await refresh(String(second.body["refresh_token"]));
    expect(renewed.body).toMatchObject({ error: "invalid_grant" });
    const token = String(second.body["access_token"]);
    expect((await call("GET", "/v2/company", { token })).status).toBe(401);
  });
});

test("what was acknowledged is there after a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "companycam-sandbox-"));
  const first = createTestSandbox(clock, folder);
  const made = await callSandbox(first, "POST", "/v2/projects", { json: { name: "Kept" } });
  const grant = first.grants.issue();
  // As a killed process leaves it: nothing was closed.
  const second = createTestSandbox(clock, folder);
  const path = `/v2/projects/${idOf(made.body)}`;
  const kept = await callSandbox(second, "GET", path, { token: grant.access_token });
  expect(kept.body).toMatchObject({ name: "Kept" });
  first.close();
  second.close();
  rmSync(folder, { recursive: true });
});

test("the page shows projects with their pictures; switches and reset", async () => {
  expect((await call("GET", "/")).body).toContain("/thumbnail");
  await call("POST", "/v2/projects", { json: { name: "Before the reset" } });
  await call("POST", "/__sandbox__/faults", { json: { action: { kind: "maintenance" } } });
  expect((await call("GET", "/v2/company")).status).toBe(503);
  expect((await call("POST", "/__sandbox__/reset")).status).toBe(204);
  expect((await call("GET", "/__sandbox__/state")).body).toMatchObject({
    projects: 40,
    webhooks: 0,
    faults: 0,
  });
});
