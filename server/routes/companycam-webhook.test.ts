import { createTestSandbox } from "../sandbox/companycam/harness.ts";
import type { CompanyCamSandbox } from "../sandbox/companycam/sandbox.ts";
import { createHmac } from "node:crypto";
import { type ServerType, serve } from "@hono/node-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepWebhook, SCOPES } from "../companycam/webhooks/keep-webhook.ts";
import { ensureSecret } from "../companycam/webhooks/secret.ts";
import { COMPANY, seedEstimate } from "../companycam/testing/some-estimate.ts";
import {
  type WorkingCompanyCam,
  workingCompanyCam,
} from "../companycam/testing/working-companycam.ts";
import { ensureCompany } from "../store/companies.ts";
import { openStore, type Store } from "../store/store.ts";
import { maria } from "../sync/testing/estimate-fixtures.ts";

const PATH = "/api/v1/webhooks/companycam";
let store: Store;
let cam: WorkingCompanyCam<CompanyCamSandbox>;
let server: ServerType;
let url: string;
let secret: string;
let status: number | null;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  cam = await workingCompanyCam(store, createTestSandbox);
  await seedEstimate(store);
  secret = await ensureSecret(store, COMPANY);
  status = null;
  url = await new Promise<string>((listening) => {
    server = serve(
      {
        fetch: (request) =>
          status === null ? cam.tested.app.fetch(request) : new Response(null, { status }),
        hostname: "127.0.0.1",
        port: 0,
      },
      ({ port }) => listening(`http://127.0.0.1:${port}${PATH}`),
    );
  });
});
afterEach(async () => {
  await cam.close();
  await new Promise((resolve) => server.close(resolve));
  await store.close();
});

const care = () => keepWebhook(cam.parts.companyCam, { url, token: secret });
const told = async (event: unknown, key = secret): Promise<number> => {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const signature = createHmac("sha1", key).update(body).digest("base64");
  const response = await cam.tested.app.request(PATH, {
    method: "POST",
    headers: { "content-type": "application/json", "x-companycam-signature": signature },
    body,
  });
  return response.status;
};
const event = (type: string, payload: Record<string, unknown>) => ({
  event_type: type,
  created_at: 1_795_186_800,
  payload,
  webhook_id: "1",
});
const heard = async (): Promise<number> =>
  (await store.db.selectFrom("companycam_event").selectAll().execute()).length;
const get = async (path: string) => {
  const headers = { "x-test-user": maria.userId };
  const response = await cam.tested.app.request(`/api/v1/companycam${path}`, { headers });
  return { cache: response.headers.get("x-cache"), body: await response.text() };
};

test("signed over the bytes as they came; anything else changes nothing", async () => {
  const renamed = event("project.updated", { id: "1", updated_at: 5 });
  expect(await told(renamed, "forged")).toBe(401);
  const unsigned = await cam.tested.app.request(PATH, { method: "POST", body: "{}" });
  expect(unsigned.status).toBe(401);
  const body = JSON.stringify(renamed);
  const signature = createHmac("sha1", secret).update(body).digest("base64");
  for (const wrong of ["", "AAAA", `${signature}AAAA`, signature.replace(/^./, "-")]) {
    const headers = { "x-companycam-signature": wrong };
    const answer = await cam.tested.app.request(PATH, { method: "POST", headers, body });
    expect(answer.status).toBe(401);
  }
  expect(await told(" ".repeat(300_000))).toBe(413);
  expect(await heard()).toBe(0);
  expect(await told(renamed)).toBe(200);
  expect(await heard()).toBe(1);
});

test("a server that was moved to another organisation hears for whom it was signed", async () => {
  await store.write((tx) => ensureCompany(tx, { id: "00D000000000009AAA", name: "New", now: 0 }));
  const theirs = await ensureSecret(store, "00D000000000009AAA");
  expect(await told(event("project.updated", { id: "1", updated_at: 6 }))).toBe(200);
  expect(await told(event("project.updated", { id: "1", updated_at: 7 }), theirs)).toBe(200);
  expect(await heard()).toBe(2);
});

test("exactly 200, also for what we do not know", async () => {
  expect(await told(event("task.completed", { id: "7" }))).toBe(200);
  expect(await told({ something: "else" })).toBe(200);
  expect(await told("not json")).toBe(200);
});

test("told twice it is heard once, in whichever of CompanyCam's two ways to write times", async () => {
  const twice = event("photo.created", { id: "9", project_id: "1", updated_at: 77 });
  expect([await told(twice), await told({ ...twice, created_at: 99 })]).toEqual([200, 200]);
  expect(await heard()).toBe(1);
  await told(event("photo.created", { id: 9, project_id: 1, updated_at: "2026-11-20T15:00:00Z" }));
  expect(await heard()).toBe(2);
});

test("what has changed is asked anew, in whatever order it is told", async () => {
  await care();
  const [project] = cam.sandbox.account.projects.all();
  const id = project?.id ?? "";
  await get("/projects");
  await get(`/projects/${id}`);
  expect((await get(`/projects/${id}`)).cache).toBe("hit");
  await cam.parts.companyCam.renameProject(id, "First");
  await cam.parts.companyCam.renameProject(id, "Second");
  await cam.sandbox.dispatcher.settled();
  expect((await get(`/projects/${id}`)).body).toContain("Second");
  // The older of the two comes late.
  await told(event("project.updated", { id, name: "First", updated_at: 1 }));
  expect(await get(`/projects/${id}`)).toMatchObject({
    cache: "miss",
    body: expect.stringContaining("Second"),
  });
  expect((await get("/projects")).body).toContain("Second");
});

test("a photo that comes makes its project's list old", async () => {
  const { projectId } = cam.sandbox.account.photos.all()[0] ?? { projectId: "" };
  await get(`/projects/${projectId}/photos`);
  expect((await get(`/projects/${projectId}/photos`)).cache).toBe("hit");
  await told(event("photo.created", { id: "5", project_id: projectId, updated_at: 1 }));
  expect((await get(`/projects/${projectId}/photos`)).cache).toBe("miss");
});

test("two projects are merged: what we linked to the lost one is linked to the other", async () => {
  await care();
  await cam.tested.post("/api/v1/estimates/e1/companycam-project", "");
  await cam.work();
  const ours = cam.sandbox.account.projects.all().at(-1);
  const { id: other } = await cam.parts.companyCam
    .createProject({ name: "Same", street: "1 Elm St", city: "", state: "", postalCode: "45402" })
    .then((answer) => (answer.ok ? answer.value : { id: "" }));
  const { mergeProjects } = await import("../sandbox/companycam/projects.ts");
  const { account, dispatcher } = cam.sandbox;
  account.transact(() => mergeProjects(account, ours?.id ?? "", other));
  await dispatcher.settled();
  await cam.work();
  const headers = { "x-test-user": maria.userId };
  const link = await cam.tested.app.request("/api/v1/estimates/e1/companycam-project", { headers });
  expect(await link.json()).toMatchObject({ state: "linked", projectId: other });
});

test("made once, sound afterwards; turned off after our errors it is turned on again", async () => {
  expect(await care()).toMatchObject({ value: "made" });
  expect(await care()).toMatchObject({ value: "sound" });
  status = 202;
  for (let each = 0; each < 3; each += 1) {
    await cam.parts.companyCam.createProject({
      name: "Told",
      street: "",
      city: "",
      state: "",
      postalCode: "",
    });
    await cam.sandbox.dispatcher.settled();
  }
  const [webhook] = cam.sandbox.account.webhooks.all();
  expect(webhook).toMatchObject({ enabled: false, scopes: SCOPES });
  status = null;
  expect(await care()).toMatchObject({ value: "repaired" });
  expect(cam.sandbox.account.webhooks.all()).toMatchObject([{ enabled: true, errors: 0 }]);
}, 30_000);

test("its secret is another one than ours, after a restore: it gets ours", async () => {
  await care();
  const [webhook] = cam.sandbox.account.webhooks.all();
  if (webhook) cam.sandbox.account.webhooks.put({ ...webhook, token: "older" });
  expect(await care()).toMatchObject({ value: "repaired" });
  expect(cam.sandbox.account.webhooks.all()).toMatchObject([{ token: secret }]);
});

test("no answer of ours tells its secret", async () => {
  await care();
  expect((await get("/status")).body).not.toContain(secret);
});
