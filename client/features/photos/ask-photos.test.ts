import { afterEach, expect, test, vi } from "vitest";
import { askPhotos, askProject, problemOf, requestProject } from "./ask-photos.ts";

afterEach(() => vi.unstubAllGlobals());

/** A server that answers this. */
function answers(body: unknown, status = 200) {
  const server = vi.fn<typeof fetch>(async () => Response.json(body, { status }));
  vi.stubGlobal("fetch", server);
  return server;
}

const refused = (code: string) => ({ error: { code, message: "…", retryable: false } });
const problem = (asked: Promise<unknown>) => asked.then(() => null, problemOf);

test("the project of an estimate is asked for, and wished for", async () => {
  const link = { state: "linked", projectId: "7", message: null };
  const server = answers(link);
  expect(await askProject("e1")).toEqual(link);
  expect(await requestProject("e1")).toEqual(link);
  expect(server.mock.calls.map(([path, init]) => [path, init?.method ?? "GET"])).toEqual([
    ["/api/v1/estimates/e1/companycam-project", "GET"],
    ["/api/v1/estimates/e1/companycam-project", "POST"],
  ]);
});

test("the next page is asked for with what the last one said", async () => {
  const server = answers({ items: [], next: null, stale: true });
  expect(await askPhotos("7", "a&b")).toEqual({ items: [], next: null, stale: true });
  expect(server.mock.calls[0]?.[0]).toBe("/api/v1/companycam/projects/7/photos?cursor=a%26b");
});

test.each(["not_connected", "no_address", "unknown_estimate"])("%s is told apart", async (code) => {
  answers(refused(code), 409);
  expect(await problem(askProject("e1"))).toBe(code);
});

test("everything else is no answer: CompanyCam away, a shape of tomorrow, no signal", async () => {
  answers(refused("maintenance"), 503);
  expect(await problem(askPhotos("7", null))).toBe("away");
  answers({ photos: [] });
  expect(await problem(askPhotos("7", null))).toBe("away");
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("no signal")));
  expect(await problem(askPhotos("7", null))).toBe("away");
});
