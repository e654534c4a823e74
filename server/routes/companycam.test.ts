import { createTestSandbox } from "../sandbox/companycam/harness.ts";
import type { CompanyCamSandbox } from "../sandbox/companycam/sandbox.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { createPhotoFetcher, isTrusted } from "../companycam/reads/photo-bytes.ts";
import { seedEstimate } from "../companycam/testing/some-estimate.ts";
import {
  type WorkingCompanyCam,
  workingCompanyCam,
} from "../companycam/testing/working-companycam.ts";
import type { Identity } from "../identity.ts";
import { openStore, type Store } from "../store/store.ts";
import { maria } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp } from "../sync/testing/test-app.ts";

const MINUTE = 60_000;
const painter: Identity = { ...maria, role: "painter" };
let store: Store;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  await seedEstimate(store);
});
afterEach(() => store.close());

const photoSchema = z.looseObject({
  id: z.string(),
  isInternal: z.boolean(),
  bytes: z.record(z.string(), z.string()),
});
const photosSchema = z.object({ items: z.array(photoSchema) });

describe.each(["v2", "v1"] as const)("through %s", (api) => {
  let cam: WorkingCompanyCam<CompanyCamSandbox>;
  beforeEach(async () => {
    cam = await workingCompanyCam(store, createTestSandbox, { api });
  });
  afterEach(() => cam.close());

  const get = (path: string, as: Identity = maria) =>
    Promise.resolve(
      cam.tested.app.request(path.startsWith("/api") ? path : `/api/v1/companycam${path}`, {
        headers: { "x-test-user": as.userId, "x-test-role": as.role },
      }),
    );
  const internal = () => cam.sandbox.account.photos.all().find((photo) => photo.internal);
  const photosOf = async (projectId: string, query = "") =>
    z.parse(photosSchema, await (await get(`/projects/${projectId}/photos${query}`)).json()).items;

  test("asked once, then from the cache, then marked as stale while CompanyCam is away", async () => {
    const first = await get("/projects");
    expect([first.headers.get("x-cache"), first.headers.get("age")]).toEqual(["miss", "0"]);
    const asked = cam.seen.length;
    cam.later(MINUTE);
    const second = await get("/projects");
    expect([second.headers.get("x-cache"), second.headers.get("age")]).toEqual(["hit", "60"]);
    expect(await second.json()).toMatchObject({ stale: false, next: null });
    expect(cam.seen).toHaveLength(asked);
    cam.sandbox.faults.add({ times: 0, action: { kind: "maintenance", status: 503 } });
    cam.later(60 * MINUTE);
    const stale = await get("/projects");
    expect(stale.headers.get("x-cache")).toBe("stale");
    expect(await stale.json()).toMatchObject({ stale: true });
    cam.later(48 * 60 * MINUTE);
    const gone = await get("/projects");
    expect(gone.status).toBe(503);
    expect(await gone.json()).toMatchObject({ error: { retryable: true } });
  });

  test("a hundred people at once cause one call", async () => {
    await Promise.all(Array.from({ length: 100 }, () => get("/tags")));
    expect(cam.requests("GET", "/tags")).toBe(1);
  });

  test("projects by words, one project, people; what is not there is remembered as such", async () => {
    const [known] = cam.sandbox.account.projects.all();
    const street = known?.address.street_address_1 ?? "";
    const found = await get(`/projects?query=${encodeURIComponent(street)}`);
    expect(await found.json()).toMatchObject({ items: [{ id: known?.id, street }] });
    const one = await get(`/projects/${known?.id}`);
    expect(await one.json()).toMatchObject({ project: { id: known?.id } });
    expect(await (await get("/users")).json()).toMatchObject({
      users: [{ name: "Erin Vega" }, {}, {}, {}],
    });
    expect((await get("/projects/none")).status).toBe(404);
    const asked = cam.seen.length;
    expect((await get("/projects/none")).status).toBe(404);
    expect(cam.seen).toHaveLength(asked);
    expect((await get(`/projects?query=${"x".repeat(201)}`)).status).toBe(422);
  });

  test("what cannot be an id or a place in a list is answered by us: CompanyCam's calls are few", async () => {
    for (const id of ["x".repeat(65), "..%2fusers", "%00", "%F0%9F%92%A9", "a%20b"]) {
      for (const path of [`/projects/${id}`, `/projects/${id}/photos`, `/photos/${id}`])
        expect((await get(path)).status).toBe(404);
    }
    for (const cursor of ["x".repeat(501), ...(api === "v2" ? ["NaN", "-1", "1e9"] : [])])
      expect((await get(`/projects?cursor=${cursor}`)).status).toBe(422);
    expect((await get(`/projects/1/photos?cursor=${"x".repeat(501)}`)).status).toBe(422);
    expect(cam.seen).toEqual([]);
  });

  test("versions that never were are not asked for one after the other", async () => {
    const [photo] = await photosOf(internal()?.projectId ?? "");
    const asked = cam.seen.length;
    for (let version = 0; version < 20; version += 1)
      expect((await get(`/photos/${photo?.id}/bytes/thumbnail/v${version}`)).status).toBe(404);
    expect(cam.seen.length - asked).toBeLessThan(3);
  });

  test("internal photos are marked, and not on a page for customers", async () => {
    const projectId = internal()?.projectId ?? "";
    const all = await photosOf(projectId);
    expect(all.some(({ isInternal }) => isInternal)).toBe(true);
    const shown = await photosOf(projectId, "?audience=customer");
    expect(shown).toHaveLength(all.length - 1);
    expect(shown.some(({ isInternal }) => isInternal)).toBe(false);
    expect(JSON.stringify(all)).not.toContain("/static/");
  });

  test("bytes come through us, once, for ever, and without our token", async () => {
    const [photo] = await photosOf(internal()?.projectId ?? "");
    const path = photo?.bytes["thumbnail"] ?? "";
    const bytes = await get(path);
    expect(bytes.status).toBe(200);
    expect(bytes.headers.get("content-type")).toBe("image/png");
    expect(bytes.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(bytes.headers.get("vary")).toContain("cookie");
    expect(bytes.headers.get("x-content-type-options")).toBe("nosniff");
    const again = await get(path);
    expect(again.headers.get("x-cache")).toBe("hit");
    expect(await again.arrayBuffer()).toEqual(await bytes.arrayBuffer());
    const pictures = cam.seen.filter((call) => call.path.startsWith("/static/"));
    expect(pictures).toMatchObject([{ authorization: null }]);
  });

  test("bytes of another version: the new one when somebody knows it, none of an old one", async () => {
    const photo = internal();
    const [listed] = await photosOf(photo?.projectId ?? "");
    const old = listed?.bytes["web"] ?? "";
    const { id } = listed ?? { id: "" };
    await get(`/photos/${id}`);
    cam.later(10_000);
    // Somebody draws on it: the hash stays.
    const before = cam.sandbox.account.photos.get(id);
    if (before) cam.sandbox.account.photos.put({ ...before, updatedAt: before.updatedAt + 60 });
    const fresh = await workingCompanyCam(store, createTestSandbox, { api });
    const version = (((before?.updatedAt ?? 0) + 60) * 1000).toString(36);
    await fresh.close();
    const renewed = old.replace(/[^/]+$/, `${version}-${before?.hash?.slice(0, 8)}`);
    expect((await get(renewed)).status).toBe(200);
    expect((await get(old)).status).toBe(404);
  });

  test("originals are for authors", async () => {
    const [photo] = await photosOf(internal()?.projectId ?? "");
    const path = photo?.bytes["original"] ?? "";
    expect((await get(path, painter)).status).toBe(403);
    const original = await get(path);
    expect([original.status, original.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect((await get(path.replace("/original/", "/nothing/"))).status).toBe(404);
  });

  test("a photo that is deleted is in no list three minutes later, though no event tells of it", async () => {
    const projectId = internal()?.projectId ?? "";
    const before = await photosOf(projectId);
    const gone = cam.sandbox.account.photos.all().find((each) => each.projectId === projectId);
    if (gone) cam.sandbox.account.photos.put({ ...gone, status: "deleted" });
    cam.later(4 * MINUTE);
    await photosOf(projectId);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await photosOf(projectId)).toHaveLength(before.length - 1);
  });

  test("a slip of the pen does not become a tag, unless it is meant", async () => {
    const { id } = cam.sandbox.account.photos.all()[0] ?? { id: "" };
    const path = `/api/v1/companycam/photos/${id}/tags`;
    const slip = await cam.tested.post(path, { names: ["Befor"] });
    expect(slip.status).toBe(422);
    expect(await slip.json()).toMatchObject({ unknown: ["Befor"] });
    expect(cam.sandbox.account.tags.size).toBe(5);
    expect((await cam.tested.post(path, { names: ["before"] })).status).toBe(200);
    expect((await cam.tested.post(path, { names: ["Attic"], allowNew: true })).status).toBe(200);
    expect(await (await get("/tags")).text()).toContain("Attic");
  });

  test("renaming is seen at once", async () => {
    const { id } = cam.sandbox.account.projects.all()[0] ?? { id: "" };
    await get(`/projects/${id}`);
    const rename = (body: unknown) =>
      cam.tested.app.request(`/api/v1/companycam/projects/${id}`, {
        method: "PATCH",
        headers: { "x-test-user": maria.userId, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await rename({ name: "" })).status).toBe(422);
    expect((await rename({ name: "New name" })).status).toBe(200);
    expect(await (await get(`/projects/${id}`)).text()).toContain("New name");
  });
});

test("not connected: everything says so, and nothing breaks", async () => {
  const unconnected = createTestApp(store);
  const { app } = unconnected;
  const headers = { "x-test-user": maria.userId };
  const paths = ["projects", "projects/1", "projects/1/photos", "photos/1", "users", "tags"];
  for (const path of paths) {
    const answer = await app.request(`/api/v1/companycam/${path}`, { headers });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: { code: "not_connected" } });
  }
  const asked = await unconnected.post("/api/v1/estimates/e1/companycam-project", "");
  expect(await asked.json()).toMatchObject({ error: { code: "not_connected" } });
  const status = await app.request("/api/v1/companycam/status", { headers });
  expect(await status.json()).toEqual({ connected: false, breaker: null, webhook: null });
  expect((await app.request("/api/v1/webhooks/companycam", { method: "POST" })).status).toBe(404);
});

test.each([
  ["https://static.companycam.com/a.jpg", true],
  ["https://img.companycam.com/a.jpg", true],
  ["http://static.companycam.com/a.jpg", false],
  ["https://companycam.com.example/a.jpg", false],
  ["https://evilcompanycam.com/a.jpg", false],
  ["https://169.254.169.254/latest", false],
  ["file:///etc/passwd", false],
  ["http://127.0.0.1:8082/static/1/web", true],
  ["http://127.0.0.1:8080/api", false],
])("%s is %s", (uri, trusted) => {
  expect(isTrusted(uri, "http://127.0.0.1:8082")).toBe(trusted);
});

test("what is no image is not passed on, and a large one is passed on and not held", async () => {
  const { serve } = await import("@hono/node-server");
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const bodies: Record<string, Buffer> = {
    "/html": Buffer.from("<html><script>alert(1)</script></html>"),
    "/large": Buffer.concat([png, Buffer.alloc(2_000_000)]),
  };
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const made = serve(
      {
        fetch: (request) =>
          new Response(new Uint8Array(bodies[new URL(request.url).pathname] ?? []), {
            headers: { "content-type": "image/png" },
          }),
        hostname: "127.0.0.1",
        port: 0,
      },
      () => resolve(made),
    );
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const pictures = createPhotoFetcher(url);
  expect(await pictures.fetch("a", `${url}/html`)).toEqual({ ok: false, error: "not_a_photo" });
  const both = await Promise.all([
    pictures.fetch("b", `${url}/large`),
    pictures.fetch("b", `${url}/large`),
  ]);
  for (const large of both) {
    if (!large.ok) throw new Error(large.error);
    const whole = await new Response(large.value.body).arrayBuffer();
    expect(whole.byteLength).toBe(2_000_008);
  }
  expect(pictures.holder.bytes()).toBe(0);
  // A tablet with little signal takes its time; CompanyCam does not.
  const slowly = await createPhotoFetcher(url, 100).fetch("c", `${url}/large`);
  if (!slowly.ok || !(slowly.value.body instanceof ReadableStream))
    throw new Error("not passed on");
  let size = 0;
  for await (const part of slowly.value.body) {
    size += part.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(size).toBe(2_000_008);
  await new Promise((resolve) => server.close(resolve));
});
