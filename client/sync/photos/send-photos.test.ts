import { expect, test } from "vitest";
import { createCustomer } from "../../local/actions/create-customer.ts";
import type { Local } from "../../local/local.ts";
import { photosOf } from "../../local/photos/photo-database.ts";
import {
  bringPhotoBack,
  filePhoto,
  removePhoto,
  tryPhotoAgain,
} from "../../local/photos/file-photo.ts";
import { countPhotos, listAllPhotos } from "../../local/photos/waiting-photos.ts";
import { valueOf } from "../../local/testing/sample-records.ts";
import { createTablet } from "../../local/testing/test-local.ts";
import type { PhotoWire } from "./photo-wire.ts";
import { type PhotoEnd, sendPhotos } from "./send-photos.ts";
import { createPhotoServer, fileSome, linkedTo, photosHere } from "./testing/photo-server.ts";

const running = new AbortController().signal;
const pass = (local: Local, wire: PhotoWire, wished = new Set<string>()): Promise<PhotoEnd> =>
  sendPhotos({ local, wire, wished, signal: running });

test("photos go out in the order they were filed, and leave the tablet when the server has them", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  await fileSome(local, "e1", "p2", "p1");
  expect(await countPhotos(local)).toEqual({ all: 2, stuck: 0 });
  expect(await pass(local, server.wire)).toBe("done");
  expect(server.photos()).toEqual(["p2", "p1"]);
  expect(await photosHere(local)).toEqual([]);
  expect(await photosOf(local).bytes.count()).toBe(0);
});

test("an answer that is lost: the same key goes once more, and there is one photo", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  await fileSome(local, "e1", "p1");
  const wished = new Set(["e1"]);
  server.links.set("e1", linkedTo("a"));
  await pass(local, { ...server.wire, send: async () => ({ ok: false, pause: "later" }) }, wished);
  server.lose = 1;
  expect(await pass(local, server.wire, wished)).toBe("later");
  // The address was changed meanwhile: what may be on its way keeps its project.
  server.links.set("e1", linkedTo("b"));
  expect(await pass(local, server.wire)).toBe("done");
  expect([...server.projects]).toEqual([["p1", "a"]]);
  expect(await photosHere(local)).toEqual([]);
});

test("a project that nobody has asked for is wished for once, then waited for", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  await fileSome(local, "e2", "p1", "p2");
  const wished = new Set<string>();
  expect(await pass(local, server.wire, wished)).toBe("looking");
  expect(await pass(local, server.wire, wished)).toBe("done");
  expect(server.asked).toEqual(["wish e2", "ask e2", "send p1", "send p2"]);
  expect(server.projects.get("p2")).toBe("project-of-e2");
});

test("one that may not be wished for is waited for, and keeps no other estimate's photos back", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  await fileSome(local, "e2", "p1");
  await fileSome(local, "e1", "p2");
  const onlyLooks: PhotoWire = { ...server.wire, wishProject: server.wire.askProject };
  expect(await pass(local, onlyLooks)).toBe("nobody-asked");
  expect([server.photos(), await photosHere(local)]).toEqual([["p2"], ["p1"]]);
});

test("edits go first: the estimate and its address may be among them", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  valueOf(await createCustomer(local, { name: "Ana" }));
  await fileSome(local, "e1", "p1");
  expect(await pass(local, server.wire)).toBe("edits-first");
  expect(server.asked).toEqual([]);
});

test("what is refused for good stays, with its reason, until somebody tries again or removes it", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  await fileSome(local, "e1", "p1", "p2");
  server.problem = "too-large";
  expect(await pass(local, server.wire)).toBe("done");
  expect((await listAllPhotos(local)).map(({ problem }) => problem)).toEqual([
    "too-large",
    "too-large",
  ]);
  expect(await countPhotos(local)).toEqual({ all: 2, stuck: 2 });
  server.problem = null;
  expect(await pass(local, server.wire)).toBe("done");
  expect(server.photos()).toEqual([]);
  valueOf(await tryPhotoAgain(local, "p2"));
  await pass(local, server.wire);
  expect([server.photos(), await photosHere(local)]).toEqual([["p2"], ["p1"]]);
});

test("a project that is refused is said of all photos that need it, and wished for again when somebody tries", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  await fileSome(local, "e1", "p1", "p2");
  server.links.set("e1", { state: "refused", projectId: null, message: "No." });
  const wished = new Set(["e1"]);
  expect(await pass(local, server.wire, wished)).toBe("done");
  expect(await countPhotos(local)).toEqual({ all: 2, stuck: 2 });
  valueOf(await tryPhotoAgain(local, "p1"));
  expect(await pass(local, server.wire, wished)).toBe("looking");
  expect(await pass(local, server.wire, wished)).toBe("done");
  expect(server.asked).toEqual(["ask e1", "wish e1", "ask e1", "send p1"]);
});

test("a photo that is removed comes back whole with undo, under its key", async () => {
  const [local, server] = [await createTablet().open(), createPhotoServer()];
  await fileSome(local, "e1", "p1");
  const [before] = await listAllPhotos(local);
  const whole = valueOf(await removePhoto(local, "p1"));
  expect(await pass(local, server.wire)).toBe("done");
  expect([server.asked, await photosHere(local)]).toEqual([[], []]);
  if (whole) valueOf(await bringPhotoBack(local, whole));
  expect(await listAllPhotos(local)).toEqual([before]);
  await pass(local, server.wire);
  expect(server.photos()).toEqual(["p1"]);
});

test("nothing is ever filed under a sample", async () => {
  const local = await createTablet().open();
  const photo = { id: "p", name: "p", type: "image/jpeg", bytes: 1, capturedAt: 1 } as const;
  const file = (on: Local, estimateId: string) =>
    filePhoto(on, estimateId, photo, new ArrayBuffer(1));
  expect(await file(local, "sample-1")).toMatchObject({ ok: false });
  expect(await file({ ...local, isSample: true }, "e1")).toMatchObject({ ok: false });
  expect(await photosHere(local)).toEqual([]);
});

/** The tablet dies at the given step: from there on nothing reaches the server or the disk in this life of the app. */
class Died extends Error {}

test("killed between any two steps, each photo is at the server once and none is lost", async () => {
  let kills = 0;
  // Until a run is so long that it is not killed any more.
  for (let at = 0; at <= kills; at += 1) {
    const tablet = createTablet();
    const server = createPhotoServer();
    server.links.clear();
    let steps = 0;
    let isAlive = true;
    const step = (): void => {
      if (steps === at) isAlive = false;
      steps += 1;
      if (!isAlive) throw new Died();
    };
    const dying =
      <A extends readonly unknown[], T>(ask: (...given: A) => Promise<T>) =>
      async (...given: A): Promise<T> => {
        // Before the request leaves, and after the server has done its work.
        step();
        const answer = await ask(...given);
        step();
        return answer;
      };
    const wire: PhotoWire = {
      wishProject: dying(server.wire.wishProject),
      askProject: dying(server.wire.askProject),
      send: dying(server.wire.send),
    };
    const before = await tablet.open();
    await fileSome(before, "e2", "p1", "p2");
    const { photo } = photosOf(before);
    // Before each change on the disk, as well.
    photo.hook("updating", step);
    photo.hook("deleting", step);
    const wished = new Set<string>();
    const life = async (): Promise<void> => {
      while ((await pass(before, wire, wished)) !== "done");
    };
    await life().catch(() => undefined);
    if (!isAlive) kills = at + 1;
    photosOf(before).close();
    before.database.close();

    const after = await tablet.open();
    // Whatever the server has not said it has is still here, with what is in it.
    const here = await photosHere(after);
    expect(new Set([...here, ...server.photos()])).toEqual(new Set(["p1", "p2"]));
    expect(await photosOf(after).bytes.count()).toBe(here.length);
    const anew = new Set<string>();
    while ((await pass(after, server.wire, anew)) !== "done");
    expect([...server.projects]).toEqual([
      ["p1", "project-of-e2"],
      ["p2", "project-of-e2"],
    ]);
    expect(await photosHere(after)).toEqual([]);
    photosOf(after).close();
    after.database.close();
  }
  // Two questions about the project and two photos, each with a step before and after, and what is written of them.
  expect(kills).toBeGreaterThanOrEqual(12);
});
