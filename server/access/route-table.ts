import type { Session } from "../../shared/sync/wire.ts";

type Role = Session["role"];

/**
 * Who may call a route. `anyone`: no session is looked for; the handler has its own way to tell who asks (a signature,
 * an unguessable address), or nothing to hide.
 */
export type Access = "anyone" | readonly Role[];

export const everybody: Access = ["estimator", "manager", "painter"];
export const authors: Access = ["estimator", "manager"];
export const managers: Access = ["manager"];

export interface GuardedRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  /** As Hono writes it; `HEAD` goes with `GET`. */
  readonly path: `/${string}`;
  readonly access: Access;
}

/**
 * Every route that is no file of the app, and who may call it. What is not listed below /api and /.well-known does not
 * exist: the guard answers it with 404, whatever handler stands behind. `guard.test.ts` holds this table against the
 * app, route by route and role by role.
 */
export const routeTable: readonly GuardedRoute[] = [
  { method: "GET", path: "/.well-known/jwks.json", access: "anyone" },
  { method: "OPTIONS", path: "/.well-known/jwks.json", access: "anyone" },
  { method: "GET", path: "/api/.well-known/jwks.json", access: "anyone" },
  { method: "OPTIONS", path: "/api/.well-known/jwks.json", access: "anyone" },
  { method: "GET", path: "/api/health", access: "anyone" },
  { method: "GET", path: "/api/simple-health", access: "anyone" },
  { method: "GET", path: "/api/version", access: "anyone" },
  { method: "GET", path: "/api/metrics", access: managers },
  { method: "GET", path: "/api/memory", access: managers },
  { method: "POST", path: "/api/memory/optimize", access: managers },
  { method: "DELETE", path: "/api/memory/cache", access: managers },
  // A share that no service worker has taken; nothing of it is kept (server/static/not-shared.ts).
  { method: "POST", path: "/share", access: "anyone" },
  // Numbers without a person, also from the page on which somebody signs in.
  { method: "POST", path: "/api/vitals", access: "anyone" },
  { method: "GET", path: "/api/session", access: "anyone" },
  { method: "GET", path: "/api/session/sign-in", access: "anyone" },
  { method: "GET", path: "/api/session/callback", access: "anyone" },
  { method: "POST", path: "/api/session/sign-out", access: "anyone" },
  // With the session's secret and the tablet's key, which these look at themselves.
  { method: "POST", path: "/api/session/refresh", access: "anyone" },
  { method: "POST", path: "/api/session/escrow", access: "anyone" },
  { method: "POST", path: "/api/session/wiped", access: "anyone" },
  { method: "POST", path: "/api/session/token", access: everybody },
  { method: "POST", path: "/api/session/pairings", access: everybody },
  { method: "GET", path: "/api/session/pairings/:id", access: everybody },
  // With a code of 130 random bits.
  { method: "POST", path: "/api/session/pair/look", access: "anyone" },
  { method: "POST", path: "/api/session/pair", access: "anyone" },
  // What a painter may change, each mutation says (server/sync/authority.ts).
  { method: "POST", path: "/api/sync/push", access: everybody },
  { method: "POST", path: "/api/sync/pull", access: everybody },
  { method: "GET", path: "/api/sync/events", access: everybody },
  { method: "POST", path: "/api/sync/presence", access: everybody },
  { method: "GET", path: "/api/sync/history/:estimateId", access: everybody },
  { method: "POST", path: "/api/sync/archive", access: everybody },
  { method: "GET", path: "/api/v1/standing", access: everybody },
  { method: "POST", path: "/api/v1/calculations", access: authors },
  { method: "GET", path: "/api/v1/schemas/:name", access: "anyone" },
  { method: "GET", path: "/api/v1/companycam/status", access: everybody },
  { method: "GET", path: "/api/v1/companycam/projects", access: everybody },
  { method: "GET", path: "/api/v1/companycam/projects/:id", access: everybody },
  { method: "PATCH", path: "/api/v1/companycam/projects/:id", access: authors },
  { method: "GET", path: "/api/v1/companycam/projects/:id/photos", access: everybody },
  // Painters too: the crew on site takes a job's photos, and sees to it that they arrive.
  { method: "POST", path: "/api/v1/companycam/projects/:id/photos", access: everybody },
  { method: "GET", path: "/api/v1/companycam/photos/:id", access: everybody },
  { method: "POST", path: "/api/v1/companycam/photos/:id/tags", access: authors },
  // Originals are for authors: the handler sees to that.
  {
    method: "GET",
    path: "/api/v1/companycam/photos/:id/bytes/:type/:version",
    access: everybody,
  },
  { method: "GET", path: "/api/v1/companycam/users", access: everybody },
  { method: "GET", path: "/api/v1/companycam/tags", access: everybody },
  { method: "GET", path: "/api/v1/companycam/uploads", access: everybody },
  { method: "GET", path: "/api/v1/companycam/uploads/:id", access: everybody },
  { method: "POST", path: "/api/v1/companycam/uploads/:id/retry", access: everybody },
  { method: "GET", path: "/api/v1/estimates/:id/companycam-project", access: everybody },
  { method: "POST", path: "/api/v1/estimates/:id/companycam-project", access: authors },
  // CompanyCam fetches a photo: an address that cannot be guessed and ends.
  { method: "GET", path: "/api/v1/photos/incoming/:token", access: "anyone" },
  // CompanyCam tells what has happened: told by its signature.
  { method: "POST", path: "/api/v1/webhooks/companycam", access: "anyone" },
  { method: "GET", path: "/api/v1/salesforce/search", access: authors },
  { method: "GET", path: "/api/v1/salesforce/accounts/:id", access: authors },
  { method: "GET", path: "/api/v1/salesforce/contacts/:id", access: authors },
  { method: "GET", path: "/api/v1/salesforce/opportunities/:id", access: authors },
  { method: "GET", path: "/api/v1/tasks", access: authors },
  // Which of them an estimator may settle, each task says (server/salesforce/tasks/choices.ts).
  { method: "POST", path: "/api/v1/tasks/:id/retry", access: authors },
  { method: "POST", path: "/api/v1/tasks/:id/use-match", access: authors },
  { method: "POST", path: "/api/v1/tasks/:id/create-anyway", access: authors },
  { method: "POST", path: "/api/v1/tasks/:id/dismiss", access: authors },
  // Managers see all of the company's, everybody else their own (server/session/device-orders.ts).
  { method: "GET", path: "/api/v1/devices", access: everybody },
  { method: "POST", path: "/api/v1/devices/:id/sign-out", access: everybody },
  { method: "POST", path: "/api/v1/devices/:id/wipe", access: everybody },
  { method: "GET", path: "/api/v1/devices/:id/escrows/:escrowId", access: everybody },
];
