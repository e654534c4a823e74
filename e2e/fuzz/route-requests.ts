import { createHash, createHmac } from "node:crypto";
import { drawRoom } from "../../server/sandbox/companycam/pictures/draw-room.ts";
import type { DatabaseRow } from "../../server/sync/testing/database-text.ts";
import { boss, colleague, maria, uuid } from "../../server/sync/testing/estimate-fixtures.ts";
import type { Identity } from "../../server/identity.ts";
import type { Random } from "../sim/random.ts";
import { type Json, mangled, mangledText, strangeText } from "./mangle.ts";

/** What there is to ask for on the ground that these requests are sent to. */
export interface RouteGround {
  readonly projectId: string;
  readonly photoId: string;
  readonly webhookSecret: string;
  /** Unused pairing codes. */
  readonly codes: readonly string[];
  /** Devices that nobody needs any more. */
  readonly devices: readonly string[];
}

type Table = DatabaseRow["table"];

/** A route and a request that it takes. */
interface Target {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Its parts that are ids may be damaged. */
  readonly path: readonly string[];
  readonly body?: Json;
  /** A photo's bytes are the body. */
  readonly isPhoto?: true;
  readonly isSigned?: true;
  /** What it may change when it answers that it has done it. */
  readonly changes?: readonly Table[];
}

export interface RouteRequest {
  readonly method: Target["method"];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly as: Identity;
  readonly mayChange: readonly Table[];
}

const post = (path: string, more: Omit<Target, "method" | "path"> = {}): Target => ({
  method: "POST",
  path: path.split("/"),
  ...more,
});
const get = (path: string): Target => ({ method: "GET", path: path.split("/") });

function targetsOf(random: Random, ground: RouteGround): readonly Target[] {
  const { projectId, photoId } = ground;
  const code = random.pick(ground.codes);
  const device = random.pick(ground.devices);
  const { userId, companyId } = maria;
  return [
    post("/api/session/refresh", { body: { waiting: 3 }, changes: ["session_family"] }),
    post("/api/session/escrow", {
      body: { userId, companyId, edits: 1, content: '{"waiting":[]}' },
      changes: ["escrow", "session_family"],
    }),
    post("/api/session/token"),
    post("/api/session/pairings", { changes: ["pairing"] }),
    post("/api/session/pair/look", { body: { code } }),
    post("/api/session/pair", {
      body: { code },
      changes: ["pairing", "session_family", "audit"],
    }),
    get("/api/session/pairings/x"),
    post(`/api/v1/devices/${device}/sign-out`, { changes: ["session_family", "audit"] }),
    post(`/api/v1/devices/${device}/wipe`, { changes: ["session_family", "audit"] }),
    get(`/api/v1/devices/${device}/escrows/x`),
    post("/api/v1/tasks/t1/use-match", { body: { accountId: "001000000000001AAA" } }),
    post("/api/v1/tasks/t1/retry"),
    {
      ...post(`/api/v1/companycam/projects/${projectId}`, { body: { name: "N" } }),
      method: "PATCH",
    },
    post(`/api/v1/companycam/photos/${photoId}/tags`, { body: { names: ["Before"] } }),
    post(`/api/v1/companycam/projects/${projectId}/photos`, {
      isPhoto: true,
      changes: ["photo_upload", "photo_chunk", "outbox"],
    }),
    post(`/api/v1/companycam/uploads/${uuid(1)}/retry`, { changes: ["photo_upload", "outbox"] }),
    post("/api/v1/estimates/e1/companycam-project", { changes: ["companycam_project", "outbox"] }),
    post("/api/v1/webhooks/companycam", {
      isSigned: true,
      body: {
        event_type: random.pick(["photo.created", "project.deleted", "project.merged", "x"]),
        created_at: 1,
        payload: { id: photoId, project_id: projectId, updated_at: random.below(9) },
      },
      changes: ["companycam_event", "companycam_project", "outbox"],
    }),
    post("/api/vitals", {
      body: { route: "/", connection: "4g", vitals: [{ name: "LCP", value: 900 }] },
    }),
    post("/api/memory/optimize", { body: { level: "light", force: true } }),
    { ...get("/api/memory/cache"), method: "DELETE" },
    get(`/api/v1/companycam/photos/${photoId}/bytes/web/x`),
    get(`/api/v1/companycam/projects/${projectId}/photos`),
    get("/api/v1/salesforce/accounts/001000000000001AAA"),
    get("/api/v1/photos/incoming/x"),
  ];
}

const people: readonly Identity[] = [maria, colleague, boss, { ...boss, role: "painter" }];
const picture = new Uint8Array(drawRoom(1, "original"));

/** A request to a route that takes more than JSON, or none: its ids, its body, its headers damaged, or nothing. */
export function randomRouteRequest(random: Random, ground: RouteGround): RouteRequest {
  const target = random.pick(targetsOf(random, ground));
  const as = random.pick(people);
  const body = bodyOf(random, target);
  const whole = headersOf(random, target, body, ground.webhookSecret);
  const names = Object.keys(whole);
  const wounded = random.chance(0.3) ? { [random.pick(names)]: headerText(random) } : {};
  const { method, changes = [] } = target;
  return {
    method,
    path: pathOf(random, target.path),
    headers: { ...whole, ...wounded },
    body,
    as,
    mayChange: changes,
  };
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Its last part that is an id, now and then, and a query that nobody asked for. */
function pathOf(random: Random, parts: readonly string[]): string {
  const at = parts.findLastIndex((part) => /\d|^x$/.test(part) && part !== "v1");
  const damaged =
    at > 0 && random.chance(0.3) ? parts.with(at, encoded(strangeText(random)) || "%") : parts;
  const name = random.pick(["cursor", "query", "target", "audience", "q"]);
  const query = random.chance(0.2) ? `?${name}=${encoded(strangeText(random))}` : "";
  return damaged.join("/") + query;
}

function bodyOf(random: Random, { method, body, isPhoto }: Target): RouteRequest["body"] {
  if (method === "GET") return null;
  if (isPhoto) return random.chance(0.3) ? picture.slice(0, random.below(picture.length)) : picture;
  if (body === undefined) return random.chance(0.2) ? strangeText(random) || null : null;
  let value = body;
  for (let wounds = random.below(3); wounds > 0; wounds -= 1) value = mangled(random, value);
  const text = JSON.stringify(value);
  return random.chance(0.1) ? mangledText(random, text) : text;
}

/** Header lines carry printable ASCII. */
const headerText = (random: Random): string =>
  strangeText(random)
    .replaceAll(/[^\x20-\x7e]/g, "?")
    .trim();

function headersOf(
  random: Random,
  { isPhoto, isSigned }: Target,
  body: RouteRequest["body"],
  secret: string,
): Readonly<Record<string, string>> {
  const bytes = body ?? "";
  if (isSigned) {
    const signature = createHmac("sha1", secret).update(bytes).digest("base64");
    return { "x-companycam-signature": signature };
  }
  if (!isPhoto) return { "content-type": "application/json" };
  return {
    "idempotency-key": uuid(1 + random.below(20)),
    "x-captured-at": "2026-11-20T14:30:10Z",
    "x-description": "T%C3%BCr",
    "content-digest": `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`,
  };
}
