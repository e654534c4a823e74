import { expect, test, vi } from "vitest";
import { mendShell } from "./mend-shell.ts";
import { smallCache } from "./testing/small-cache.ts";

const HERE = "https://tablet/here.js";
const files = ["/here.js", "/page", "/last.js"].map((name) => ({
  url: `https://tablet${name}`,
  revision: name === "/page" ? "1" : null,
}));

function mending(answers: Readonly<Record<string, Response>>) {
  const cache = smallCache({ [HERE]: 3 });
  const fetch = vi.fn<(request: Request) => Promise<Response>>(async ({ url }) => {
    const answer = answers[url];
    if (!answer) throw new TypeError("cut off");
    return answer;
  });
  const parts = {
    files,
    cache,
    keyOf: (url: string) => url,
    fetch,
    admits: async ({ status }: Response) => status === 200,
  };
  return { cache, fetch, parts };
}

test("what is missing is fetched and kept, what is there is left alone", async () => {
  const { cache, fetch, parts } = mending({
    "https://tablet/page": new Response("p"),
    "https://tablet/last.js": new Response("l"),
  });
  await mendShell(parts);
  expect(cache.urls()).toEqual([HERE, "https://tablet/page", "https://tablet/last.js"]);
  expect(fetch.mock.calls.map(([{ url, cache: how }]) => [url, how])).toEqual([
    ["https://tablet/page", "reload"],
    ["https://tablet/last.js", "reload"],
  ]);
});

test("it ends at what is not the file, and at a signal that is gone; what came before is kept", async () => {
  const wrong = mending({ "https://tablet/page": new Response("hotel", { status: 404 }) });
  await mendShell(wrong.parts);
  expect([wrong.cache.urls(), wrong.fetch.mock.calls.length]).toEqual([[HERE], 1]);

  const cut = mending({ "https://tablet/page": new Response("p") });
  await mendShell(cut.parts);
  expect(cut.cache.urls()).toEqual([HERE, "https://tablet/page"]);
});
