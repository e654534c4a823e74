import * as z from "zod/mini";
import {
  type JobPhotos,
  jobPhotosSchema,
  type ProjectLink,
  projectLinkSchema,
} from "../../../shared/companycam/job-photos.ts";
import { type Uploads, uploadsSchema } from "../../../shared/companycam/uploads.ts";
import { signedFetch } from "../../session/signed-fetch.ts";

const TIMEOUT_MS = 15_000;

/** What another screen is shown for; everything else is told as no answer. */
const told = ["not_connected", "no_address", "unknown_estimate"] as const;
const refusalSchema = z.object({ error: z.object({ code: z.enum(told) }) });

/** Why there are no photos. `away`: our server or CompanyCam does not answer, or not as it should. */
export type PhotosProblem = (typeof told)[number] | "away";

/** Thrown for react-query, which keeps it. */
export class PhotosError extends Error {
  override readonly name = "PhotosError";
  readonly problem: PhotosProblem;
  constructor(problem: PhotosProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** The problem of whatever was thrown on the way. */
export const problemOf = (error: unknown): PhotosProblem =>
  error instanceof PhotosError ? error.problem : "away";

async function ask<T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit): Promise<T> {
  const signals = [AbortSignal.timeout(TIMEOUT_MS), init.signal ?? null].filter(
    (each) => each !== null,
  );
  const answer = await signedFetch(path, {
    ...init,
    cache: "no-store",
    signal: AbortSignal.any(signals),
  });
  const body: unknown = await answer.json();
  if (answer.ok) return z.parse(schema, body);
  throw new PhotosError(z.safeParse(refusalSchema, body).data?.error.code ?? "away");
}

/** What has left the tablets and is not at CompanyCam yet. */
export const askUploads = (signal?: AbortSignal): Promise<Uploads> =>
  ask("/api/v1/companycam/uploads", uploadsSchema, { signal: signal ?? null });

/** Has one that CompanyCam refused sent again. */
export async function retryUpload(id: string): Promise<void> {
  const path = `/api/v1/companycam/uploads/${encodeURIComponent(id)}/retry`;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await signedFetch(path, { method: "POST", signal });
  // Whoever was quicker has had it sent already.
  if (!answer.ok && answer.status !== 409) throw new PhotosError("away");
}

const linkPath = (estimateId: string): string =>
  `/api/v1/estimates/${encodeURIComponent(estimateId)}/companycam-project`;

/** How far the project of an estimate has come. */
export const askProject = (estimateId: string, signal?: AbortSignal): Promise<ProjectLink> =>
  ask(linkPath(estimateId), projectLinkSchema, { signal: signal ?? null });

/** Has the project of an estimate's address found, or made where there is none. */
export const requestProject = (estimateId: string): Promise<ProjectLink> =>
  ask(linkPath(estimateId), projectLinkSchema, { method: "POST" });

/** A page of a project's photos, as CompanyCam orders them. */
export function askPhotos(
  projectId: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<JobPhotos> {
  const query = cursor === null ? "" : `?${new URLSearchParams({ cursor })}`;
  const path = `/api/v1/companycam/projects/${encodeURIComponent(projectId)}/photos${query}`;
  return ask(path, jobPhotosSchema, { signal: signal ?? null });
}
