import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createUpstream, type UpstreamObserver, type UpstreamOptions } from "./upstream.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Failure {
  readonly code: "silent" | "busy" | "refused" | "paused" | "crowded";
  readonly afterMs?: number;
}
const fail = (code: Failure["code"], afterMs?: number) => ({
  ok: false as const,
  error: afterMs === undefined ? { code } : { code, afterMs },
});
type Call = () => Promise<typeof done | ReturnType<typeof fail>>;
const done = { ok: true as const, value: "done" };

const settings: UpstreamOptions<Failure> = {
  name: "paint shop",
  concurrent: 2,
  queued: 3,
  repeats: 2,
  firstDelayMs: 100,
  longestDelayMs: 1000,
  failuresUntilOpen: 3,
  openMs: 10_000,
  isTransient: ({ code }) => code === "silent" || code === "busy",
  isUnwell: ({ code }) => code === "silent",
  retryAfterMs: ({ afterMs }) => afterMs ?? null,
  paused: () => ({ code: "paused" }),
  crowded: () => ({ code: "crowded" }),
  random: () => 0.5,
};

test("a call that may be repeated is, with half of a doubling delay when chance says a half", async () => {
  const call = vi.fn<Call>();
  call.mockResolvedValueOnce(fail("busy")).mockResolvedValueOnce(fail("busy"));
  call.mockResolvedValueOnce(done);
  const running = createUpstream(settings).run(true, call);
  await vi.advanceTimersByTimeAsync(49);
  expect(call).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(call).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(99);
  expect(call).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(await running).toEqual(done);
});

test("one that may not be repeated is not, and what is refused never is", async () => {
  const upstream = createUpstream(settings);
  const call = vi.fn<Call>(() => Promise.resolve(fail("busy")));
  expect(await upstream.run(false, call)).toEqual(fail("busy"));
  expect(call).toHaveBeenCalledTimes(1);
  const refused = vi.fn<Call>(() => Promise.resolve(fail("refused")));
  expect(await upstream.run(true, refused)).toEqual(fail("refused"));
  expect(refused).toHaveBeenCalledTimes(1);
});

test("Retry-After is waited for, and where it is longer than we wait the call fails at once", async () => {
  const upstream = createUpstream(settings);
  const call = vi.fn<Call>();
  call.mockResolvedValueOnce(fail("busy", 700)).mockResolvedValueOnce(done);
  const running = upstream.run(true, call);
  await vi.advanceTimersByTimeAsync(699);
  expect(call).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await running).toEqual(done);
  const long = vi.fn<Call>(() => Promise.resolve(fail("busy", 60_000)));
  expect(await upstream.run(true, long)).toEqual(fail("busy", 60_000));
  expect(long).toHaveBeenCalledTimes(1);
});

test("a system that is unwell is left alone, and asked by one call when the pause is over", async () => {
  const seen: string[] = [];
  const observer: UpstreamObserver = {
    attempted: (_, outcome) => seen.push(outcome),
    breakerChanged: (_, state) => seen.push(state),
  };
  const upstream = createUpstream({ ...settings, observer });
  const silent = () => Promise.resolve(fail("silent"));
  for (let each = 0; each < 3; each += 1) await upstream.run(false, silent);
  expect(upstream.report().breaker).toBe("open");
  const call = vi.fn<Call>(() => Promise.resolve(done));
  expect(await upstream.run(false, call)).toEqual(fail("paused"));
  expect(call).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await upstream.run(false, call)).toEqual(done);
  expect(upstream.report().breaker).toBe("closed");
  expect(seen).toEqual(["silent", "silent", "silent", "open", "half-open", "ok", "closed"]);
});

test("what is our own fault opens nothing", async () => {
  const upstream = createUpstream(settings);
  for (let each = 0; each < 20; each += 1)
    await upstream.run(false, () => Promise.resolve(fail("refused")));
  expect(upstream.report().breaker).toBe("closed");
});

test("only so many calls at once, only so many waiting, and the rest are told", async () => {
  const upstream = createUpstream(settings);
  const endings: (() => void)[] = [];
  const slow = () => new Promise<typeof done>((resolve) => endings.push(() => resolve(done)));
  const calls = Array.from({ length: 6 }, () => upstream.run(false, slow));
  expect(await calls[5]).toEqual(fail("crowded"));
  expect(upstream.report()).toMatchObject({ inFlight: 2, waiting: 3 });
  while (endings.length > 0) {
    endings.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(await Promise.all(calls.slice(0, 5))).toEqual(Array.from({ length: 5 }, () => done));
  expect(upstream.report()).toMatchObject({ inFlight: 0, waiting: 0 });
});

test("a bug in a call is a bug, not a failure of the other side", async () => {
  const upstream = createUpstream(settings);
  await expect(upstream.run(true, () => Promise.reject(new Error("bug")))).rejects.toThrow("bug");
});
