import { createTestSandbox } from "../../sandbox/companycam/harness.ts";
import type { CompanyCamSandbox } from "../../sandbox/companycam/sandbox.ts";
import { createHash } from "node:crypto";
import { type ServerType, serve } from "@hono/node-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { uploadsSchema } from "../../../shared/companycam/uploads.ts";
import { drawRoom } from "../../sandbox/companycam/pictures/draw-room.ts";
import type { Store } from "../../store/store.ts";
import { quickKinds } from "../../store/testing/store-kinds.ts";
import { maria, stranger, uuid } from "../../sync/testing/estimate-fixtures.ts";
import { seedEstimate } from "../testing/some-estimate.ts";
import { type WorkingCompanyCam, workingCompanyCam } from "../testing/working-companycam.ts";
import { beginUpload, MAX_WAITING_BYTES, sweepUploads } from "./upload-store.ts";

const MINUTE = 60_000;
const picture = drawRoom(99, "original");
/** Larger than a batch, so that it is written in several. */
const large = Buffer.concat([picture, Buffer.alloc(700_000, 7)]);
const digestOf = (bytes: Buffer): string =>
  `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:, md5=:${createHash("md5").update(bytes).digest("base64")}:`;
const uploadSchema = z.looseObject({ id: z.string(), state: z.string() });

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  let cam: WorkingCompanyCam<CompanyCamSandbox>;
  let server: ServerType;
  let publicUrl: string;
  let project: string;
  beforeEach(async () => {
    store = await kind.fresh();
    const late: { fetch?: (request: Request) => Response | Promise<Response> } = {};
    publicUrl = await new Promise<string>((listening) => {
      server = serve(
        {
          fetch: (request) => late.fetch?.(request) ?? new Response(null, { status: 503 }),
          hostname: "127.0.0.1",
          port: 0,
        },
        ({ port }) => listening(`http://127.0.0.1:${port}`),
      );
    });
    cam = await workingCompanyCam(store, createTestSandbox, { publicUrl });
    late.fetch = cam.tested.app.fetch;
    await seedEstimate(store);
    project = cam.sandbox.account.projects.all()[0]?.id ?? "";
  });
  afterEach(async () => {
    await cam.close();
    await new Promise((resolve) => server.close(resolve));
    await store.close();
  });

  const send = (
    bytes: Buffer,
    headers: Readonly<Record<string, string>> = {},
    number = 1,
  ): Promise<Response> =>
    Promise.resolve(
      cam.tested.app.request(`/api/v1/companycam/projects/${project}/photos`, {
        method: "POST",
        headers: {
          "x-test-user": maria.userId,
          "idempotency-key": uuid(number),
          "x-captured-at": "2026-11-20T14:30:10.400Z",
          "content-digest": digestOf(bytes),
          ...headers,
        },
        body: new Uint8Array(bytes),
      }),
    );
  const look = async (number = 1, as = maria) => {
    const path = `/api/v1/companycam/uploads/${uuid(number)}`;
    return cam.tested.app.request(path, { headers: { "x-test-user": as.userId } });
  };
  const state = async (number = 1): Promise<string> =>
    z.parse(uploadSchema, await (await look(number)).json()).state;
  const sent = () => cam.sandbox.account.photos.all().filter(({ sourceUri }) => sourceUri !== null);
  const chunks = async (): Promise<number> =>
    (await store.db.selectFrom("photo_chunk").select("number").execute()).length;
  const address = async (): Promise<string> => {
    const { token } = await store.db
      .selectFrom("photo_upload")
      .select("token")
      .executeTakeFirstOrThrow();
    return `/api/v1/photos/incoming/${token}`;
  };
  const lose = (when: "before-commit" | "after-commit"): void => {
    const match = { method: "POST", path: "/photos$" };
    cam.sandbox.faults.add({ match, action: { kind: "drop", when } });
  };

  test("on disk, then at CompanyCam byte by byte, then gone here", async () => {
    const answer = await send(large, { "x-description": "T%C3%BCr" });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ state: "waiting", bytes: large.length });
    expect(await chunks()).toBe(Math.ceil(large.length / 65_536));
    const at = await address();
    await cam.work();
    expect(await state()).toBe("announced");
    cam.later(MINUTE);
    await cam.work();
    expect(await state()).toBe("arrived");
    const [photo] = sent();
    expect(photo).toMatchObject({ processing: "processed", description: "Tür" });
    expect(photo?.hash).toBe(createHash("md5").update(large).digest("hex"));
    expect(cam.sandbox.account.bytesOf(photo?.id ?? "")?.equals(large)).toBe(true);
    expect(await chunks()).toBe(0);
    expect((await cam.tested.app.request(at)).status).toBe(404);
  });

  test("the crew on site takes photos: a painter's arrives as well, and they see how far it is", async () => {
    expect((await send(picture, { "x-test-role": "painter" })).status).toBe(202);
    const path = `/api/v1/companycam/uploads/${uuid(1)}`;
    const headers = { "x-test-user": maria.userId, "x-test-role": "painter" };
    expect((await cam.tested.app.request(path, { headers })).status).toBe(200);
    await cam.work();
    cam.later(MINUTE);
    await cam.work();
    expect(await state()).toBe("arrived");
  });

  test("sent twice it is kept once; the same id for other bytes is refused", async () => {
    await send(picture);
    expect((await send(picture)).status).toBe(202);
    expect((await send(large)).status).toBe(409);
    cam.later(MINUTE);
    await cam.work();
    await cam.work();
    cam.later(MINUTE);
    await cam.work();
    expect((await send(picture)).status).toBe(202);
    await cam.work();
    expect(sent()).toHaveLength(1);
  });

  test("the answer is lost: the photo is found by its second and its hash, and not announced again", async () => {
    lose("after-commit");
    await send(picture);
    await cam.work();
    cam.later(2 * MINUTE);
    await cam.work();
    expect(await state()).toBe("arrived");
    expect(sent()).toHaveLength(1);
  });

  test("lost while CompanyCam has not fetched it: it is waited for", async () => {
    cam.sandbox.processing.isPaused = true;
    lose("after-commit");
    await send(picture);
    await cam.work();
    cam.later(10 * MINUTE);
    await cam.work();
    expect(await state()).toBe("announced");
    expect(sent()).toHaveLength(1);
    cam.sandbox.processing.isPaused = false;
    cam.sandbox.processing.wake();
    await cam.sandbox.processing.settled();
    cam.later(10 * MINUTE);
    await cam.work();
    expect(await state()).toBe("arrived");
  });

  test("two photos of one second, of which one gets lost on its way: neither is taken for the other", async () => {
    cam.sandbox.processing.isPaused = true;
    await send(picture, {}, 1);
    await cam.work();
    lose("before-commit");
    await send(large, {}, 2);
    await cam.work();
    cam.later(10 * MINUTE);
    await cam.work();
    cam.sandbox.processing.isPaused = false;
    for (let round = 0; round < 3; round += 1) {
      cam.sandbox.processing.wake();
      await cam.sandbox.processing.settled();
      cam.later(10 * MINUTE);
      await cam.work();
    }
    expect([await state(1), await state(2)]).toEqual(["arrived", "arrived"]);
    const sizes = sent().map(({ id }) => cam.sandbox.account.bytesOf(id)?.length);
    expect(new Set(sizes)).toEqual(new Set([picture.length, large.length]));
  });

  test("the request is lost: after a minute it is announced, once", async () => {
    lose("before-commit");
    await send(picture);
    await cam.work();
    cam.later(20_000);
    await cam.work();
    expect(sent()).toHaveLength(0);
    cam.later(2 * MINUTE);
    await cam.work();
    cam.later(2 * MINUTE);
    await cam.work();
    expect(await state()).toBe("arrived");
    expect(sent()).toHaveLength(1);
  });

  test("the same bytes are there already: a duplicate has arrived", async () => {
    await send(picture, {}, 1);
    await send(picture, { "x-captured-at": "2026-11-19T10:00:00Z" }, 2);
    await cam.work();
    cam.later(10 * MINUTE);
    await cam.work();
    expect([await state(1), await state(2)]).toEqual(["arrived", "arrived"]);
    expect(
      sent()
        .map(({ processing }) => processing)
        .toSorted(),
    ).toEqual(["duplicate", "processed"]);
  });

  test("CompanyCam comes while we are starting: it is told once more by itself", async () => {
    const { workRound } = await import("../service.ts");
    await send(picture);
    await workRound({ ...cam.parts, publicUrl: "http://127.0.0.1:1" });
    await cam.sandbox.processing.settled();
    for (let round = 0; round < 3; round += 1) {
      cam.later(MINUTE);
      await cam.work();
    }
    expect(await state()).toBe("arrived");
  });

  test("CompanyCam cannot read it: a person sees that and tries again", async () => {
    // Nobody is there when it is fetched.
    cam = { ...cam, parts: { ...cam.parts, publicUrl: "http://127.0.0.1:1" } };
    const { workRound } = await import("../service.ts");
    await send(picture);
    for (let round = 0; round < 8; round += 1) {
      await workRound(cam.parts);
      await cam.sandbox.processing.settled();
      cam.later(MINUTE);
    }
    expect(sent().length).toBeLessThan(5);
    expect(await (await look()).json()).toMatchObject({
      state: "failed",
      message: "CompanyCam could not read this photo.",
    });
    const listed = await cam.tested.app.request("/api/v1/companycam/uploads", {
      headers: { "x-test-user": maria.userId },
    });
    // As a tablet reads it.
    const { uploads } = z.parse(uploadsSchema, await listed.json());
    expect(uploads).toMatchObject([{ id: uuid(1), state: "failed" }]);
    expect(uploads[0]?.message).not.toBeNull();
    const retry = `/api/v1/companycam/uploads/${uuid(1)}/retry`;
    expect((await cam.tested.post(retry, "")).status).toBe(202);
    expect((await cam.tested.post(retry, "")).status).toBe(409);
    await workRound({ ...cam.parts, publicUrl });
    await cam.sandbox.processing.settled();
    cam.later(MINUTE);
    await cam.work();
    expect(await state()).toBe("arrived");
  });

  test("stuck for a day: it is not said any more that it comes by itself", async () => {
    cam.sandbox.processing.isPaused = true;
    await send(picture);
    await cam.work();
    cam.later(25 * 60 * MINUTE);
    await cam.work();
    expect(await state()).toBe("failed");
    expect(await chunks()).toBeGreaterThan(0);
  });

  test("tried again after a day it has a day more", async () => {
    cam.sandbox.processing.isPaused = true;
    await send(picture);
    await cam.work();
    cam.later(25 * 60 * MINUTE);
    await cam.work();
    expect(await state()).toBe("failed");
    for (const { id } of sent()) cam.sandbox.account.photos.remove(id);
    expect((await cam.tested.post(`/api/v1/companycam/uploads/${uuid(1)}/retry`, "")).status).toBe(
      202,
    );
    await cam.work();
    cam.later(10 * MINUTE);
    await cam.work();
    expect(await state()).toBe("announced");
  });

  test("what has come in meanwhile is not begun again by an attempt that looked too early", async () => {
    await send(large);
    const row = await store.db.selectFrom("photo_upload").selectAll().executeTakeFirstOrThrow();
    const late = { ...row, state: "receiving" as const, token: "late" };
    expect(await beginUpload(store, late)).toBe("known");
    expect(await chunks()).toBe(Math.ceil(large.length / 65_536));
    expect(await state()).toBe("waiting");
  });

  test("what is no photo, too large, damaged on the way or without its headers is not kept", async () => {
    const status = async (bytes: Buffer, headers: Record<string, string> = {}) =>
      (await send(bytes, headers)).status;
    expect(await status(Buffer.from("<html>not an image at all</html>"))).toBe(415);
    expect(await status(Buffer.concat([picture, Buffer.alloc(25_000_000)]))).toBe(413);
    expect(await status(picture, { "content-digest": digestOf(large) })).toBe(422);
    const md5 = digestOf(large).split(", ")[1] ?? "";
    const sha256 = digestOf(picture).split(", ")[0] ?? "";
    expect(await status(picture, { "content-digest": `${sha256}, ${md5}` })).toBe(422);
    expect(await status(picture, { "content-digest": "" })).toBe(422);
    for (const at of [
      "yesterday",
      "1",
      "2026",
      "-271821-04-20T00:00:00Z",
      "+275760-09-13T00:00:00Z",
    ])
      expect(await status(picture, { "x-captured-at": at })).toBe(422);
    expect(await status(picture, { "idempotency-key": "1" })).toBe(422);
    expect(await chunks()).toBe(0);
    expect(await store.db.selectFrom("photo_upload").selectAll().execute()).toEqual([]);
  });

  test("a company's photos may wait up to a limit, and those that failed count", async () => {
    expect((await send(picture, {}, 1)).status).toBe(202);
    const change = (set: { bytes?: number; state: "failed" | "receiving" | "arrived" }) =>
      store.db.updateTable("photo_upload").set(set).where("id", "=", uuid(1)).execute();
    for (const held of ["failed", "receiving"] as const) {
      await change({ bytes: MAX_WAITING_BYTES - picture.length, state: held });
      const full = await send(picture, {}, 2);
      expect([full.status, await full.json()]).toMatchObject([
        507,
        { error: { code: "photos_full", retryable: true } },
      ]);
    }
    await change({ state: "arrived" });
    expect((await send(picture, {}, 2)).status).toBe(202);
  });

  test("the address: whole, head, parts, and no longer than a day", async () => {
    await send(large);
    const at = await address();
    const get = (headers: Record<string, string> = {}, method = "GET") =>
      cam.tested.app.request(at, { method, headers });
    const whole = await get();
    expect(whole.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await whole.arrayBuffer()).equals(large)).toBe(true);
    const head = await get({}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-length")).toBe(String(large.length));
    const part = await get({ range: "bytes=65530-131080" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 65530-131080/${large.length}`);
    const bytes = Buffer.from(await part.arrayBuffer());
    expect(bytes.equals(large.subarray(65_530, 131_081))).toBe(true);
    const end = await get({ range: "bytes=-5" });
    expect(Buffer.from(await end.arrayBuffer()).equals(large.subarray(-5))).toBe(true);
    expect((await get({ range: `bytes=${large.length}-` })).status).toBe(416);
    expect((await get({ range: "bytes=9-2" })).status).toBe(200);
    expect((await get({ range: "lines=1-2" })).status).toBe(200);
    expect((await cam.tested.app.request("/api/v1/photos/incoming/guess")).status).toBe(404);
    cam.later(25 * 60 * MINUTE);
    expect((await get()).status).toBe(404);
  });

  test("another company sees nothing of it", async () => {
    await send(picture);
    expect((await look(1, stranger)).status).toBe(404);
  });

  test("what broke off in the middle is begun anew, or swept away", async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(large.subarray(0, 600_000)));
        controller.error(new Error("out of range"));
      },
    });
    const path = `/api/v1/companycam/projects/${project}/photos`;
    const init = {
      method: "POST",
      headers: {
        "x-test-user": maria.userId,
        "idempotency-key": uuid(1),
        "x-captured-at": "2026-11-20T14:30:10Z",
        "content-digest": digestOf(large),
      },
      body: broken,
      duplex: "half",
    };
    expect((await cam.tested.app.request(path, init)).status).toBe(409);
    expect(await chunks()).toBe(0);
    expect((await send(large)).status).toBe(202);
    // As a killed process leaves one.
    await store.write((tx) => tx.updateTable("photo_upload").set({ state: "receiving" }).execute());
    await sweepUploads(store, cam.parts.clock.now() + 30 * MINUTE);
    expect(await chunks()).toBeGreaterThan(0);
    await sweepUploads(store, cam.parts.clock.now() + 90 * MINUTE);
    expect(await chunks()).toBe(0);
  });
});
