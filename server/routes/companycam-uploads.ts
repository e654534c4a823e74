import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { uuidSchema } from "../../shared/identifiers.ts";
import type { Clock } from "../clock.ts";
import type { ConnectedCompanyCam } from "../companycam/connected.ts";
import { type IncomingPhoto, receivePhoto } from "../companycam/uploads/receive-photo.ts";
import { readUpload, retryUpload } from "../companycam/uploads/upload-store.ts";
import type { AppEnv } from "../identity.ts";
import type { PhotoUploadRow } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { refuseCompanyCam } from "./refuse-companycam.ts";

/** Of those on their way, so many are told: the newest. */
const TOLD_UPLOADS = 100;

export interface CompanyCamUploadParts {
  readonly companyCam: ConnectedCompanyCam | null;
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Photos on their way to CompanyCam. `POST /projects/:id/photos` takes one in, the bytes as the body, and answers 202 when
 * it is on disk: `Idempotency-Key` is the tablet's UUID of it, `X-Captured-At` when it was taken (ISO 8601), and
 * `Content-Digest` what it must come to (RFC 9530, `sha-256=:…:`, and `md5=:…:` if wished).
 */
export const companyCamUploadRoutes = ({ companyCam, store, clock }: CompanyCamUploadParts) =>
  new Hono<AppEnv>()
    .post("/projects/:id/photos", async (context) => {
      if (companyCam === null) return refuseCompanyCam(context, "not_connected");
      const photo = incomingPhoto(context, clock.now());
      if (photo === null) return refuseCompanyCam(context, "request_invalid");
      const received = await receivePhoto(store, photo);
      if (!received.ok) return refuseCompanyCam(context, received.error);
      companyCam.wake();
      return context.json(wordUpload(received.upload), 202);
    })
    .get("/uploads", async (context) => {
      const rows = await store.db
        .selectFrom("photo_upload")
        .selectAll()
        .where("company_id", "=", context.var.identity.companyId)
        .where("state", "in", ["waiting", "announced", "failed"])
        .orderBy("created_at", "desc")
        .limit(TOLD_UPLOADS)
        .execute();
      return context.json({ uploads: rows.map(wordUpload) });
    })
    .get("/uploads/:id", async (context) => {
      const key = { companyId: context.var.identity.companyId, id: context.req.param("id") };
      const row = isUuid(key.id) ? await readUpload(store.db, key) : undefined;
      return row && row.state !== "receiving"
        ? context.json(wordUpload(row))
        : refuseCompanyCam(context, "not_found");
    })
    .post("/uploads/:id/retry", async (context) => {
      if (companyCam === null) return refuseCompanyCam(context, "not_connected");
      const key = { companyId: context.var.identity.companyId, id: context.req.param("id") };
      if (!isUuid(key.id)) return refuseCompanyCam(context, "not_found");
      if (!(await retryUpload(store, key, clock.now())))
        return refuseCompanyCam(context, "not_failed");
      companyCam.wake();
      return context.body(null, 202);
    });

const isUuid = (text: string): boolean => z.safeParse(uuidSchema, text).success;

/** For tablets: neither the address that CompanyCam fetches from nor who has sent it. */
const wordUpload = (row: PhotoUploadRow) => ({
  id: row.id,
  projectId: row.project_id,
  state: row.state,
  photoId: row.photo_id,
  bytes: row.bytes,
  sha256: row.sha256,
  capturedAt: row.captured_at,
  message: row.message,
});

/** @returns null where a header is missing or not as it should be. */
function incomingPhoto(context: Context<AppEnv>, now: number): IncomingPhoto | null {
  const header = (name: string): string => context.req.header(name) ?? "";
  const digest = header("content-digest");
  const sha256 = digestOf(digest, "sha-256", 32);
  const capturedAt = timeOf(header("x-captured-at"));
  const id = header("idempotency-key").toLowerCase();
  const projectId = context.req.param("id") ?? "";
  const description = decoded(header("x-description"));
  const isSound =
    isUuid(id) && /^\w{1,64}$/.test(projectId) && Number.isFinite(capturedAt) && sha256 !== null;
  if (!isSound || description === null || (digest.includes("md5=") && !md5Of(digest))) return null;
  const { companyId, userId } = context.var.identity;
  return {
    companyId,
    userId,
    id,
    projectId,
    capturedAt,
    description: description === "" ? null : description,
    sha256,
    md5: md5Of(digest),
    body: context.req.raw.body,
    length: /^\d+$/.test(header("content-length")) ? Number(header("content-length")) : null,
    now,
  };
}

/** NaN for what is no moment in ISO 8601; `Date.parse` alone takes "1", and years that CompanyCam would never take. */
const timeOf = (text: string): number =>
  /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;

const md5Of = (digest: string): string | null => digestOf(digest, "md5", 16);

/** A digest of a `Content-Digest` in hex; null where there is none of that length. */
function digestOf(header: string, name: string, length: number): string | null {
  const entry = header.split(",").find((part) => part.trim().startsWith(`${name}=`));
  const text = /=\s*:([A-Za-z0-9+/=]+):\s*$/.exec(entry ?? "")?.[1];
  const bytes = Buffer.from(text ?? "", "base64");
  return bytes.length === length ? bytes.toString("hex") : null;
}

/** Headers carry ASCII only: a description is percent-encoded. @returns null where it is not, or too long. */
function decoded(text: string): string | null {
  try {
    const description = decodeURIComponent(text);
    return description.length <= 1000 && !description.includes("\0") ? description : null;
  } catch {
    return null;
  }
}
