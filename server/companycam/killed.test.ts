import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { createCompanyCamSandbox } from "../sandbox/companycam/sandbox.ts";
import { drawRoom } from "../sandbox/companycam/pictures/draw-room.ts";
import { openStore } from "../store/store.ts";
import { maria, uuid } from "../sync/testing/estimate-fixtures.ts";
import { type ServerChild, startChild } from "../sync/testing/start-child.ts";
import { type LocalCompanyCam, serveCompanyCam, TOKEN } from "./testing/local-companycam.ts";
import { seedEstimate } from "./testing/some-estimate.ts";

/** The server dies with SIGKILL in the very moment in which CompanyCam has done its work and has not said so. */

const CHILD = join(import.meta.dirname, "testing/companycam-child.ts");
let directory: string;
let local: LocalCompanyCam;
let sandbox: ReturnType<typeof createCompanyCamSandbox>;
let child: ServerChild | null;
/** The path of the POST after whose work the server is killed. */
let deadly: RegExp | null;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "paintbox-companycam-"));
  const store = await openStore({ directory });
  await seedEstimate(store);
  await store.close();
  sandbox = createCompanyCamSandbox({ dataDir: ":memory:", personalToken: TOKEN });
  deadly = null;
  child = null;
  local = await serveCompanyCam(sandbox.fetch, async (method, path) => {
    if (method !== "POST" || deadly?.test(path) !== true) return;
    deadly = null;
    await child?.end("SIGKILL");
    child = null;
  });
});
afterEach(async () => {
  await child?.end("SIGKILL");
  await local.close();
  sandbox.close();
  rmSync(directory, { recursive: true, force: true });
});

const start = async (): Promise<ServerChild> =>
  (child = await startChild(CHILD, directory, local.url));
const killed = () => vi.waitFor(() => expect(child).toBeNull(), { timeout: 15_000 });
/** As if the minute had passed in which a lost request may still be under way. */
async function aMinuteLater(): Promise<void> {
  const store = await openStore({ directory });
  await store.write(async (tx) => {
    await tx
      .updateTable("companycam_project")
      .set({ create_tried_at: Date.now() - 61_000 })
      .where("create_tried_at", "is not", null)
      .execute();
    await tx
      .updateTable("photo_upload")
      .set({ announced_at: Date.now() - 61_000 })
      .where("announced_at", "is not", null)
      .execute();
    await tx.updateTable("outbox").set({ due_at: 0 }).execute();
  });
  await store.close();
}
const headers = { "x-test-user": maria.userId };
const stateOf = async (path: string): Promise<unknown> => {
  const response = await fetch(`${child?.url}${path}`, { headers });
  return z.parse(z.looseObject({}), await response.json())["state"];
};

test("killed between making a project and writing it down: one project, linked", async () => {
  const path = "/api/v1/estimates/e1/companycam-project";
  deadly = /\/projects$/;
  sandbox.searchLag = 3600;
  const { url } = await start();
  expect((await fetch(url + path, { method: "POST", headers })).status).toBe(202);
  await killed();
  await aMinuteLater();
  await start();
  await vi.waitFor(async () => expect(await stateOf(path)).toBe("linked"), { timeout: 15_000 });
  const made = sandbox.account.projects.all().filter(({ name }) => name?.includes("(PB-"));
  expect(made).toHaveLength(1);
}, 60_000);

test("killed between announcing a photo and writing it down: one photo, arrived", async () => {
  const bytes = drawRoom(5, "original");
  const [project] = sandbox.account.projects.all();
  deadly = /\/photos$/;
  // What is fetched while nobody is there would be an error: CompanyCam takes its time.
  sandbox.processing.isPaused = true;
  const { url } = await start();
  const sent = await fetch(`${url}/api/v1/companycam/projects/${project?.id}/photos`, {
    method: "POST",
    headers: {
      ...headers,
      "idempotency-key": uuid(1),
      "x-captured-at": "2026-11-20T14:30:10Z",
      "content-digest": `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`,
    },
    body: new Uint8Array(bytes),
  });
  expect(sent.status).toBe(202);
  await killed();
  await aMinuteLater();
  const again = await start();
  // It was told the old address, with another port: the one thing that a restart on port 0 changes.
  const photo = sandbox.account.photos.all().find((each) => each.sourceUri !== null);
  if (!photo) throw new Error("one was announced");
  const sourceUri = photo.sourceUri?.replace(/^http:\/\/[^/]+/, again.url) ?? null;
  sandbox.account.photos.put({ ...photo, sourceUri });
  sandbox.processing.isPaused = false;
  sandbox.processing.wake();
  const path = `/api/v1/companycam/uploads/${uuid(1)}`;
  await vi.waitFor(async () => expect(await stateOf(path)).toBe("arrived"), { timeout: 20_000 });
  const all = sandbox.account.photos.all().filter((each) => each.sourceUri !== null);
  expect(all).toMatchObject([{ processing: "processed" }]);
}, 60_000);

test("killed in the middle of taking a photo in: nothing is kept, nothing was said, and it is sent again", async () => {
  const bytes = Buffer.concat([drawRoom(5, "original"), Buffer.alloc(2_000_000, 3)]);
  const [project] = sandbox.account.projects.all();
  const digest = createHash("sha256").update(bytes).digest("base64");
  const init = {
    method: "POST",
    headers: {
      ...headers,
      "idempotency-key": uuid(2),
      "x-captured-at": "2026-11-20T14:30:10Z",
      "content-digest": `sha-256=:${digest}:`,
    },
    duplex: "half",
  };
  const send = (url: string, body: BodyInit) =>
    fetch(`${url}/api/v1/companycam/projects/${project?.id}/photos`, { ...init, body });
  const { url } = await start();
  const half = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(bytes.subarray(0, 1_200_000))),
  });
  const broken = send(url, half);
  const outcome = broken.then(
    () => "answered",
    () => "broken",
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  await child?.end("SIGKILL");
  expect(await outcome).toBe("broken");
  const again = await start();
  expect((await send(again.url, new Uint8Array(bytes))).status).toBe(202);
  const path = `/api/v1/companycam/uploads/${uuid(2)}`;
  await vi.waitFor(async () => expect(await stateOf(path)).toBe("arrived"), { timeout: 20_000 });
}, 60_000);

test("the webhook is made at the start, and what it tells is heard", async () => {
  await start();
  await vi.waitFor(() => expect(sandbox.account.webhooks.size).toBe(1), { timeout: 15_000 });
  const [project] = sandbox.account.projects.all();
  const { updateProject } = await import("../sandbox/companycam/projects.ts");
  sandbox.account.transact(() =>
    updateProject(sandbox.account, project?.id ?? "", { name: "Told" }),
  );
  await sandbox.dispatcher.settled();
  expect(sandbox.account.deliveries.all()).toMatchObject([{ attempts: 1, status: 200 }]);
  expect(await child?.end("SIGTERM")).toBe(0);
  child = null;
}, 60_000);
