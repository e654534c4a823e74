import { expect, test } from "vitest";
import type { WaitingPhoto } from "../../local/photos/photo-database.ts";
import { createPhotoWire } from "./photo-wire.ts";

const photo: WaitingPhoto = {
  id: "00000000-0000-4000-8000-000000000001",
  estimateId: "e1",
  name: "a.jpg",
  type: "image/jpeg",
  size: 3,
  sha256: "c2hh",
  capturedAt: Date.UTC(2026, 10, 28, 9),
  filedAt: 1,
  projectId: "7",
  problem: null,
};
const alive = new AbortController().signal;

function wireTo(...answers: readonly (Response | null)[]) {
  const left = [...answers];
  const asked: { readonly path: string; readonly init: RequestInit }[] = [];
  const wire = createPhotoWire({
    fetch: async (path, init) => {
      asked.push({ path, init });
      const answer = left.shift();
      if (!answer) throw new TypeError("no signal");
      return answer;
    },
    later: () => () => undefined,
    userId: "u1",
  });
  return { wire, asked };
}

const send = (answer: Response | null) =>
  wireTo(answer).wire.send(photo, "7", new ArrayBuffer(3), alive);
const refusal = (status: number, code: string, retryable = false): Response =>
  Response.json({ error: { code, message: "No.", retryable } }, { status });

test("a photo goes with its key, its digest and whose it is", async () => {
  const { wire, asked } = wireTo(Response.json({ id: photo.id }, { status: 202 }));
  expect(await wire.send(photo, "7", new ArrayBuffer(3), alive)).toEqual({
    ok: true,
    value: photo.id,
  });
  expect(asked).toMatchObject([
    {
      path: "/api/v1/companycam/projects/7/photos",
      init: {
        method: "POST",
        headers: {
          "idempotency-key": photo.id,
          "content-digest": "sha-256=:c2hh:",
          "x-captured-at": "2026-11-28T09:00:00.000Z",
          "paintbox-person": "u1",
        },
      },
    },
  ]);
});

test.each([
  ["no signal", null],
  ["a hotel's page", new Response("<p>Welcome", { status: 200 })],
  ["a gateway's own words", new Response("Bad gateway", { status: 502 })],
  ["an answer to something else", Response.json({ id: "other" }, { status: 202 })],
  ["no room at the server just now", refusal(507, "photos_full", true)],
  ["an attempt that broke off", refusal(409, "interrupted", true)],
])("%s is no answer, and it is tried again", async (_what, answer) => {
  expect(await send(answer)).toEqual({ ok: false, pause: "later" });
});

test.each([
  [413, "body_too_large", "too-large"],
  [415, "not_a_photo", "not-a-photo"],
  [409, "id_taken", "key-taken"],
  [404, "unknown_estimate", "gone"],
  [422, "no_address", "no-address"],
  [409, "not_connected", "not-connected"],
  [422, "request_invalid", "not-taken"],
] as const)("%i %s is for a person: %s", async (status, code, problem) => {
  expect(await send(refusal(status, code))).toEqual({ ok: false, problem });
});

test("a sign-in that has run out is told as that", async () => {
  expect(await send(refusal(401, "signed_out"))).toEqual({ ok: false, pause: "signed-out" });
});

test("whoever may not have a project made asks how far it has come", async () => {
  const link = { state: "none", projectId: null, message: null };
  const { wire, asked } = wireTo(refusal(403, "forbidden"), Response.json(link));
  expect(await wire.wishProject("e1", alive)).toEqual({ ok: true, value: link });
  expect(asked.map(({ init }) => init.method ?? "GET")).toEqual(["POST", "GET"]);
});
