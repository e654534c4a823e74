import * as z from "zod/mini";
import {
  PROOF_HEADER,
  proofNeededSchema,
  type RefreshResponse,
  refreshResponseSchema,
} from "../../shared/session/refresh.ts";
import { deviceKey } from "./device-key.ts";
import { type Kept, readKept, writeKept } from "./kept.ts";
import { makeProof } from "./proof.ts";
import { hasKey, keyIdOf, verifyLease } from "./verify-lease.ts";

/** - `unreachable`: nobody answered, or not our server; nothing is known to have changed. */
export type RefreshOutcome =
  | { readonly kind: "refreshed"; readonly told: RefreshResponse }
  | { readonly kind: "signed-out" }
  | { readonly kind: "unreachable" };

/** What a refresh needs of the outside world, so that a test can be that world. */
export interface RefreshWorld {
  readonly fetch: typeof fetch;
  readonly storage: Storage;
  readonly databases: IDBFactory;
  /** Missing in browsers without Web Locks: the server takes two refreshes at once without harm. */
  readonly locks: LockManager | undefined;
  readonly now: () => number;
  /** Without a trailing slash. */
  readonly origin: string;
}

export const browserWorld = (): RefreshWorld => ({
  fetch: (...request) => fetch(...request),
  storage: localStorage,
  databases: indexedDB,
  locks: "locks" in navigator ? navigator.locks : undefined,
  now: Date.now,
  origin: location.origin,
});

const PATH = "/api/session/refresh";
const LOCK = "paintbox-refresh";
const TIMEOUT_MS = 15_000;

const unreachable: RefreshOutcome = { kind: "unreachable" };

const listeners = new Set<(outcome: RefreshOutcome) => void>();
let underWay: Promise<RefreshOutcome> | null = null;
let waiting: number | null = null;

/** Tells of every refresh of this tab. @returns ends it. */
export function onRefreshed(listener: (outcome: RefreshOutcome) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many edits wait on this tablet: the next refresh tells the office. */
export const noteWaiting = (count: number | null): void => {
  waiting = count;
};

/** Refreshes this tablet's session, once at a time over all its tabs. Never throws. */
export function refresh(world: RefreshWorld = browserWorld()): Promise<RefreshOutcome> {
  underWay ??= inTurn(world)
    .catch(() => unreachable)
    .then((outcome) => {
      underWay = null;
      for (const listener of listeners) listener(outcome);
      return outcome;
    });
  return underWay;
}

async function inTurn(world: RefreshWorld): Promise<RefreshOutcome> {
  const before = readKept(world.storage)?.refreshedAt;
  const work = async (): Promise<RefreshOutcome> => {
    const kept = readKept(world.storage);
    // Another tab has refreshed while this one waited for its turn; the cookie is both's.
    if (kept && kept.refreshedAt !== before) return { kind: "refreshed", told: kept.told };
    return ask(world);
  };
  return world.locks ? world.locks.request(LOCK, work) : work();
}

async function ask(world: RefreshWorld): Promise<RefreshOutcome> {
  const answer = await sendProven(world, PATH, { waiting });
  if (answer === null) return unreachable;
  if (answer.status === 401) {
    const text = await answer.text();
    return text.includes('"signed_out"') ? { kind: "signed-out" } : unreachable;
  }
  if (!answer.ok) return unreachable;
  const read = z.safeParse(refreshResponseSchema, await answer.json());
  if (!read.success) return unreachable;
  await keepTold(world, read.data);
  return { kind: "refreshed", told: read.data };
}

/**
 * Sends something with this tablet's proof, and once more with the server's time and the session's name when the server
 * asks for that: a clock that is wrong keeps nobody out. Null when nobody answers.
 */
export async function sendProven(
  world: RefreshWorld,
  path: string,
  body: object,
): Promise<Response | null> {
  const key = await deviceKey(world.databases);
  const kept = readKept(world.storage);
  const send = async (sessionId: string | null, now: number): Promise<Response> => {
    const options = { method: "POST", url: `${world.origin}${path}`, sessionId, now };
    return world.fetch(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key && { [PROOF_HEADER]: await makeProof(key, options) }),
      },
      body: JSON.stringify(body),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  };
  try {
    const answer = await send(kept?.told.sessionId ?? null, world.now() + (kept?.offsetMs ?? 0));
    if (answer.status !== 401 || !key) return answer;
    const asked = z.safeParse(proofNeededSchema, await answer.clone().json());
    return asked.success ? await send(asked.data.sessionId, asked.data.serverTime) : answer;
  } catch {
    return null;
  }
}

/** Keeps what was told. A lease that cannot be verified now is not kept: it would only end the work later. */
async function keepTold(world: RefreshWorld, told: RefreshResponse): Promise<void> {
  const jwks = await keysFor(world, told.lease);
  const isGood = told.lease !== null && (await verifyLease(told.lease, jwks)) !== null;
  const before = readKept(world.storage);
  const isSamePerson = before?.told.session.userId === told.session.userId;
  const now = world.now();
  const kept: Kept = {
    refreshedAt: now,
    // A server without a key just now takes nothing away.
    told: isGood ? told : { ...told, lease: isSamePerson ? before.told.lease : null },
    jwks: isGood ? jwks : (before?.jwks ?? null),
    offsetMs: told.serverTime - now,
    latest: told.serverTime,
  };
  writeKept(kept, world.storage);
}

/** The published keys with the one that has signed this lease: those that are kept, or fetched anew. */
async function keysFor(world: RefreshWorld, lease: string | null): Promise<unknown> {
  const kept = readKept(world.storage)?.jwks ?? null;
  const kid = lease === null ? null : keyIdOf(lease);
  if (kid === null || hasKey(kept, kid)) return kept;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    // Not the browser's copy: it may be from before this key.
    const answer = await world.fetch("/.well-known/jwks.json", { signal, cache: "no-cache" });
    return answer.ok ? await answer.json() : kept;
  } catch {
    return kept;
  }
}
