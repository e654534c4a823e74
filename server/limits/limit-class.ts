import type { GuardedRoute } from "../access/route-table.ts";

/** Routes that share an allowance. */
export type LimitClass =
  | "sync"
  | "presence"
  | "session"
  | "sign-in"
  | "pairing"
  | "read"
  | "write"
  | "calculation"
  | "webhook"
  | "vitals"
  | "public";

/** Requests a minute. Null: not counted so. */
export interface Allowance {
  /** Of an address, whoever asks from it: counted before anybody is known. */
  readonly address: number;
  /** Of a signed-in person, on all devices. */
  readonly person: number | null;
  /** Of one device of a person. */
  readonly device: number | null;
  /** Whether all server processes count together, through Redis where there is one. */
  readonly isShared: boolean;
}

/**
 * How often is too often. A whole company may sit behind one address, and on Monday all of its tablets come back at
 * once: what signed-in tablets do is bounded by person and device, and by address only against a flood.
 */
export const allowances: Readonly<Record<LimitClass, Allowance>> = {
  // A tablet pushes and pulls one at a time, and a server answers one tablet some 100 times a second: a week's work,
  // 400 pushes of 200 edits and their pulls, fits into one minute ten times over. Only a loop gone wild does not.
  sync: { address: 60_000, person: 30_000, device: 6000, isShared: false },
  // Twelve tabs of one person say three times a minute that they are there, and people leaf through estimates.
  presence: { address: 60_000, person: 120, device: null, isShared: false },
  // 500 tablets that come back at once each ask who they are and renew their session, some of them twice.
  session: { address: 6000, person: null, device: null, isShared: false },
  // Two requests a sign-in: thirty people of one office in a minute.
  "sign-in": { address: 60, person: null, device: null, isShared: true },
  // A code has 128 random bits; this keeps anybody from even beginning.
  pairing: { address: 20, person: 20, device: null, isShared: true },
  read: { address: 30_000, person: 1200, device: null, isShared: false },
  write: { address: 6000, person: 300, device: null, isShared: true },
  // Another program may price twenty estimates a second, at up to 10 ms each a fifth of one processor.
  calculation: { address: 6000, person: 1200, device: null, isShared: true },
  // An import of some thousand photos at CompanyCam tells of each.
  webhook: { address: 3000, person: null, device: null, isShared: false },
  vitals: { address: 3000, person: null, device: null, isShared: false },
  // From memory, some microseconds each; a verifier asks every ten minutes, a monitor every few seconds.
  public: { address: 6000, person: null, device: null, isShared: false },
};

/** The first line whose path begins the route's decides; what is in none is a read or a write by its method. */
const classes: readonly (readonly [path: string, limit: LimitClass])[] = [
  ["/api/sync/presence", "presence"],
  ["/api/sync/history/", "read"],
  ["/api/sync/archive", "read"],
  ["/api/sync/", "sync"],
  ["/api/session/sign-in", "sign-in"],
  ["/api/session/callback", "sign-in"],
  // Whoever shows a code asks every other second whether it was used.
  ["/api/session/pairings/", "read"],
  ["/api/session/pair", "pairing"],
  ["/api/session/token", "write"],
  ["/api/session", "session"],
  ["/api/v1/calculations", "calculation"],
  ["/api/v1/webhooks/", "webhook"],
  ["/api/v1/schemas/", "public"],
  ["/api/vitals", "vitals"],
  ["/api/health", "public"],
  ["/api/simple-health", "public"],
  ["/api/version", "public"],
  ["/api/.well-known/", "public"],
  ["/.well-known/", "public"],
];

const known = new WeakMap<GuardedRoute, LimitClass>();

/** @param route null: an address that does not exist. */
export function limitClassOf(route: GuardedRoute | null): LimitClass {
  if (route === null) return "public";
  const remembered = known.get(route);
  if (remembered !== undefined) return remembered;
  const listed = classes.find(([path]) => route.path.startsWith(path))?.[1];
  const found = listed ?? (route.method === "GET" ? "read" : "write");
  known.set(route, found);
  return found;
}
