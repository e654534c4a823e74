import { expect, test, vi } from "vitest";
import { AREAS } from "../shared/cache-budget.ts";
import { Budget, type Wanted } from "./budget.ts";
import { cacheFirst, type Rules, seldom } from "./cache-first.ts";
import { isNoPage } from "./routes.ts";
import { FakeWorker, FakeWorld } from "./testing/fake-world.ts";

const URL_OF_IT = "https://tablet/picture";
const jpeg = { headers: { "content-type": "image/jpeg" } };

interface Given {
  readonly kept?: Response;
  readonly answer?: () => Promise<Response>;
  readonly rules?: Partial<Rules>;
}

/** Asks once; what the page gets, and what is done besides. */
async function ask({ kept, answer = async () => new Response("new", jpeg), rules = {} }: Given) {
  const budget = new Budget(new FakeWorker(new FakeWorld(AREAS)).parts);
  const wanted: Wanted[] = [];
  vi.spyOn(budget, "keep").mockImplementation(async (each) => {
    wanted.push(each);
    return "kept";
  });
  const touch = vi.spyOn(budget, "touch");
  const afterwards: Promise<unknown>[] = [];
  const fetch = vi.fn<() => Promise<Response>>(answer);
  const cache = {
    match: async () => kept,
    keys: async () => [],
    delete: async () => false,
    put: async () => undefined,
  };
  const respond = cacheFirst(
    { budget, open: async () => cache, limits: AREAS, fetch, writeTouches: async () => undefined },
    { area: "images", inWhoseName: async () => "erin", ...rules },
  );
  const event = { waitUntil: (work: Promise<unknown>) => void afterwards.push(work) };
  const request = new Request(URL_OF_IT);
  const response = await respond({ request, event });
  await Promise.all(afterwards);
  return { text: await response.text(), wanted, asked: fetch.mock.calls.length, touch };
}

test("from the network the first time, and kept after the page has it", async () => {
  const { text, wanted, asked } = await ask({});
  expect([text, asked]).toEqual(["new", 1]);
  expect(wanted).toMatchObject([{ area: "images", url: URL_OF_IT, contentType: "image/jpeg" }]);
  expect(new TextDecoder().decode(wanted[0]?.body)).toBe("new");
});

test("then from the cache, which notes the use", async () => {
  const { text, asked, touch, wanted } = await ask({ kept: new Response("old") });
  expect([text, asked, wanted]).toEqual(["old", 0, []]);
  expect(touch).toHaveBeenCalledWith("images", URL_OF_IT);
});

test("in nobody's name nothing is given from the cache, and nothing kept", async () => {
  const { text, wanted } = await ask({
    kept: new Response("somebody's"),
    rules: { inWhoseName: async () => null },
  });
  expect([text, wanted]).toEqual(["new", []]);
});

test("what cannot be looked up counts as nobody", async () => {
  const inWhoseName = () => Promise.reject(new Error("no databases here"));
  expect(await ask({ kept: new Response("old"), rules: { inWhoseName } })).toMatchObject({
    text: "new",
    wanted: [],
  });
});

test("somebody else has signed in before it is kept: it is not wanted any more", async () => {
  const names = ["erin", "noah"];
  const { wanted } = await ask({ rules: { inWhoseName: async () => names.shift() ?? null } });
  expect(await wanted[0]?.isStillWanted?.()).toBe(false);
});

test.each<[string, () => Response]>([
  ["refused", () => new Response("no", { status: 401 })],
  [
    "a page in place of a file",
    () => new Response("<p>", { headers: { "content-type": "text/html" } }),
  ],
  ["too large", () => new Response(new Uint8Array(200_001), jpeg)],
])("%s: the page gets it, the cache does not", async (_, make) => {
  const { wanted } = await ask({ answer: async () => make(), rules: { isRight: isNoPage } });
  expect(wanted).toEqual([]);
});

test("an answer that breaks off is not kept, and the page alone hears of it", async () => {
  const broken = () =>
    new Response(new ReadableStream({ pull: (sink) => sink.error(new Error("cut")) }), jpeg);
  await expect(ask({ answer: async () => broken() })).rejects.toThrow("cut");
});

test("the use of entries is written soon after the first, then at most once in half a minute", async () => {
  let time = 0;
  const pauses: number[] = [];
  let goOn: () => void = () => undefined;
  const written: number[] = [];
  const note = seldom(
    async () => void written.push(time),
    () => time,
    (milliseconds) => {
      pauses.push(milliseconds);
      return new Promise((resolve) => {
        goOn = resolve;
      });
    },
  );
  const first = note();
  expect(note()).toBe(first);
  time = 2_000;
  goOn();
  await first;
  time = 5_000;
  const second = note();
  expect(pauses).toEqual([2_000, 27_000]);
  time = 32_000;
  goOn();
  await second;
  expect(written).toEqual([2_000, 32_000]);
});
