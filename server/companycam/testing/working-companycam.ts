import { silentLog } from "../../observe/log.ts";
import type { UpstreamCache } from "../../cache/upstream-cache.ts";
import type { Store } from "../../store/store.ts";
import { createTestApp, type TestApp } from "../../sync/testing/test-app.ts";
import type { ConnectedCompanyCam } from "../connected.ts";
import { createPhotoFetcher } from "../reads/photo-bytes.ts";
import { createReads } from "../reads/reads.ts";
import { type CompanyCamServiceParts, workRound } from "../service.ts";
import { serveCompanyCam, testCache } from "./local-companycam.ts";

type TestClock = { at: Date };

/** What is needed of the sandbox; the test brings it. */
interface TestedSandbox {
  readonly fetch: Parameters<typeof serveCompanyCam>[0];
  readonly rateLimit: { isOn: boolean };
  readonly processing: { settled(): Promise<void> };
  readonly dispatcher: { settled(): Promise<void> };
  readonly close: () => void;
}

/** The real app and the real steps over a store, with a sandbox behind them; steps are taken when a test says so. */
export interface WorkingCompanyCam<S extends TestedSandbox> {
  readonly sandbox: S;
  readonly tested: TestApp;
  readonly cache: UpstreamCache;
  readonly parts: CompanyCamServiceParts;
  readonly connected: ConnectedCompanyCam;
  readonly time: TestClock;
  /** Calls that came in at the sandbox. */
  readonly requests: (method: string, pathEnd: string) => number;
  readonly seen: readonly { method: string; path: string; authorization: string | null }[];
  /** Brings on all that is due, and waits for CompanyCam to have done its part. */
  work(): Promise<void>;
  later(milliseconds: number): void;
  close(): Promise<void>;
}

/** @param options.publicUrl where CompanyCam finds us; a test that uploads serves the app there. */
export async function workingCompanyCam<S extends TestedSandbox>(
  store: Store,
  createSandbox: (time: TestClock) => S,
  options: { readonly publicUrl?: string; readonly api?: "v2" | "v1" } = {},
): Promise<WorkingCompanyCam<S>> {
  const time: TestClock = { at: new Date("2026-11-20T15:00:00Z") };
  const clock = { now: () => time.at.getTime() };
  const sandbox = createSandbox(time);
  sandbox.rateLimit.isOn = false;
  const local = await serveCompanyCam(sandbox.fetch);
  const cache = testCache(clock);
  const connection = local.connect(store, { clock, ...(options.api && { api: options.api }) });
  const { companyCam } = connection;
  const connected: ConnectedCompanyCam = {
    companyCam,
    reads: createReads(companyCam, cache),
    pictures: createPhotoFetcher(local.url),
    wake: () => undefined,
    state: () => ({ breaker: connection.report().breaker, webhook: null }),
  };
  const parts: CompanyCamServiceParts = {
    companyCam,
    store,
    cache,
    clock,
    log: silentLog,
    publicUrl: options.publicUrl ?? "http://127.0.0.1:1",
    webhooks: false,
    random: () => 1,
  };
  return {
    sandbox,
    tested: createTestApp(store, { cache, companyCam: connected, clock }),
    cache,
    parts,
    connected,
    time,
    requests: local.requests,
    seen: local.seen,
    async work() {
      await workRound(parts);
      await sandbox.processing.settled();
      await sandbox.dispatcher.settled();
    },
    later(milliseconds) {
      time.at = new Date(clock.now() + milliseconds);
    },
    async close() {
      await local.close();
      sandbox.close();
    },
  };
}
