import { ensureSecret } from "../../server/companycam/webhooks/secret.ts";
import { seedEstimate } from "../../server/companycam/testing/some-estimate.ts";
import { workingCompanyCam } from "../../server/companycam/testing/working-companycam.ts";
import { createTestSandbox } from "../../server/sandbox/companycam/harness.ts";
import { wipeDevice } from "../../server/session/device-orders.ts";
import { beginPairing } from "../../server/session/pairings.ts";
import { findFamilyById } from "../../server/session/families.ts";
import { createTestSessions } from "../../server/session/testing/test-sessions.ts";
import { createTestSigner } from "../../server/session/testing/test-signer.ts";
import type { TestTablet } from "../../server/session/testing/test-tablet.ts";
import { openStore, type Store } from "../../server/store/store.ts";
import { databaseRows, textOf } from "../../server/sync/testing/database-text.ts";
import { maria, registerPeople } from "../../server/sync/testing/estimate-fixtures.ts";
import { createRandom } from "../sim/random.ts";
import type { FuzzChunk, FuzzResult } from "./fuzz-chunk.ts";
import { randomRouteRequest, type RouteGround, type RouteRequest } from "./route-requests.ts";

const DEVICES = 6;
const CODES = 12;
/** Whoever comes with a session is noted in it as seen, also when they are refused. */
const SEEN_IN = "session_family";

/** Damaged requests to sessions, devices, CompanyCam, webhooks and what managers ask: as `fuzzChunk` does for sync. */
export async function fuzzRoutes({ seed, bodies }: FuzzChunk): Promise<FuzzResult> {
  const random = createRandom(seed);
  const store = await openStore({ directory: ":memory:" });
  await registerPeople(store);
  await seedEstimate(store);
  const cam = await workingCompanyCam(store, createTestSandbox);
  const { clock } = cam.parts;
  const sessions = createTestSessions({ store, clock, signer: await createTestSigner(clock) });
  const signIn = () => sessions.signedIn({ ...maria, email: "" }, { hasKey: false });
  const [working, wiped] = [await signIn(), await signIn()];
  const { account } = cam.sandbox;
  const ground = await groundOf({ store, account, signIn, now: clock.now() });
  await wiped.refresh();
  await wipeDevice(store, { by: maria, deviceId: wiped.sessionId ?? "", now: clock.now() });
  const problems: string[] = [];
  const statuses: Record<string, number> = {};
  let changing = 0;
  try {
    let before = await tablesOf(store);
    for (let number = 0; number < bodies; number += 1) {
      cam.later(1000);
      const request = randomRouteRequest(random, ground);
      const { path, method, headers, body, as } = request;
      const isSession = path.startsWith("/api/session/");
      const tablet = path.endsWith("/escrow") ? wiped : working;
      const who = isSession
        ? { cookie: `paintbox=${tablet.cookies.get("paintbox")}` }
        : { "x-test-user": as.userId, "x-test-role": as.role };
      const { app } = isSession ? sessions : cam.tested;
      const response = await app.request(path, { method, headers: { ...headers, ...who }, body });
      const { status } = response;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (isSession) tablet.take(response);
      const after = await tablesOf(store);
      const changed = [...after.keys()].filter(
        (table) => after.get(table) !== before.get(table) && !(isSession && table === SEEN_IN),
      );
      if (changed.length > 0) changing += 1;
      before = after;
      for (const problem of await wrongsOf(request, response, changed))
        problems.push(`seed ${seed}, request ${number}: ${problem}\n${inWords(request)}`);
    }
  } finally {
    await cam.close();
    await store.close();
  }
  return { bodies, statuses, changing, problems };
}

async function wrongsOf(
  { mayChange }: RouteRequest,
  response: Response,
  changed: readonly string[],
): Promise<readonly string[]> {
  const { status } = response;
  const wrong: string[] = [];
  const text = status >= 400 ? await response.text() : "";
  if (status === 500 || (text !== "" && !text.startsWith('{"error":{"code":"')))
    wrong.push(`answered ${status} ${text.slice(0, 300)}`);
  if (status >= 400 && changed.length > 0)
    wrong.push(`answered ${status} and changed ${changed.join(", ")}`);
  const more = changed.filter((table) => !mayChange.some((allowed) => allowed === table));
  if (more.length > 0) wrong.push(`changed ${more.join(", ")} as well`);
  return wrong;
}

interface GroundParts {
  readonly store: Store;
  readonly account: ReturnType<typeof createTestSandbox>["account"];
  readonly signIn: () => Promise<TestTablet>;
  readonly now: number;
}

async function groundOf({ store, account, signIn, now }: GroundParts): Promise<RouteGround> {
  const [codes, devices]: [string[], string[]] = [[], []];
  for (let each = 0; each <= DEVICES; each += 1) {
    const tablet = await signIn();
    await tablet.refresh();
    devices.push(tablet.sessionId ?? "");
  }
  const shower = await findFamilyById(store.db, devices[0] ?? "", now);
  if (shower)
    for (let each = 0; each < CODES; each += 1)
      codes.push((await beginPairing(store, shower, now)).code);
  return {
    codes,
    devices: devices.slice(1),
    projectId: account.projects.all()[0]?.id ?? "",
    photoId: account.photos.all()[0]?.id ?? "",
    webhookSecret: await ensureSecret(store, maria.companyId),
  };
}

async function tablesOf(store: Store): Promise<ReadonlyMap<string, string>> {
  const rows = Map.groupBy(await databaseRows(store), ({ table }) => table);
  // It numbers whatever is written, and is nobody's.
  rows.delete("clock");
  return new Map([...rows].map(([table, own]) => [table, textOf(own)]));
}

const inWords = ({ method, path, headers, body, as }: RouteRequest): string => {
  const text = typeof body === "string" ? body : JSON.stringify([...(body ?? [])]);
  return `${method} ${path} as ${as.role}, ${JSON.stringify(headers)}: ${text.slice(0, 2000)}`;
};
