import { afterEach, expect, test, vi } from "vitest";
import type { RefreshOutcome } from "./refresh.ts";
import { signedFetch } from "./signed-fetch.ts";

const refresh = vi.hoisted(() => vi.fn<() => Promise<RefreshOutcome>>());
vi.mock("./refresh.ts", () => ({ refresh }));
afterEach(() => {
  vi.unstubAllGlobals();
  refresh.mockReset();
});

const refusal = (code: string) => Response.json({ error: { code } }, { status: 401 });

/** A server that gives these answers, one after the other. */
function answering(...answers: readonly Response[]) {
  const asked = vi.fn<typeof fetch>();
  for (const answer of answers) asked.mockResolvedValueOnce(answer);
  vi.stubGlobal("fetch", asked);
  return asked;
}

const told = {
  sessionId: "s",
  serverTime: 0,
  lease: null,
  wipe: false,
  session: {
    companyId: "c",
    companyName: "",
    userId: "u",
    userName: "",
    email: "",
    role: "estimator",
  },
} as const;

test("an overdue secret is refreshed, and the same request is made once more", async () => {
  refresh.mockResolvedValue({ kind: "refreshed", told });
  const asked = answering(refusal("refresh_needed"), new Response("done"));
  const init = { method: "POST", body: "{}" };
  expect(await (await signedFetch("/api/sync/push", init)).text()).toBe("done");
  expect(asked.mock.calls).toEqual([
    ["/api/sync/push", init],
    ["/api/sync/push", init],
  ]);
});

test("once: a server that goes on asking is left alone", async () => {
  refresh.mockResolvedValue({ kind: "refreshed", told });
  const asked = answering(refusal("refresh_needed"), refusal("refresh_needed"));
  expect((await signedFetch("/api/sync/pull")).status).toBe(401);
  expect(asked).toHaveBeenCalledTimes(2);
});

test("whoever turns out to be signed out hears that", async () => {
  refresh.mockResolvedValue({ kind: "signed-out" });
  answering(refusal("refresh_needed"));
  const answer: unknown = await (await signedFetch("/api/sync/pull")).json();
  expect(answer).toMatchObject({ error: { code: "signed_out" } });
});

test.each([["signed_out"], ["forbidden"]])("%s is not cured by a refresh", async (code) => {
  answering(refusal(code));
  await signedFetch("/api/sync/pull");
  expect(refresh).not.toHaveBeenCalled();
});
