import * as z from "zod/mini";
import { type ProjectLink, projectLinkSchema } from "../../../shared/companycam/job-photos.ts";
import { PERSON_HEADER } from "../../../shared/sync/wire.ts";
import type { PhotoProblem, WaitingPhoto } from "../../local/photos/photo-database.ts";
import { type Later, REQUEST_TIMEOUT_MS } from "../wire-client.ts";

/** What a two-bar connection carries upwards: a photo of 12 MB may take twenty minutes. */
const SLOWEST_BYTES_PER_MS = 10;

/**
 * Why there is no proper answer. `later`: no signal, our server or CompanyCam away, or too much on their hands.
 * `signed-out`: only a person can go on.
 */
export type PhotoPause = "later" | "signed-out" | "stopped";

/** What the server says to a question about photos. */
export type PhotoAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly pause: PhotoPause }
  | { readonly ok: false; readonly problem: PhotoProblem };

type AskProject = (estimateId: string, stop: AbortSignal) => Promise<PhotoAnswer<ProjectLink>>;

export interface PhotoWire {
  /** Has the project of an estimate's address found or made, where this person may; else says how far it has come. */
  readonly wishProject: AskProject;
  readonly askProject: AskProject;
  /** Resolves with the photo's key when the server has the whole of it on its disk. */
  readonly send: (
    photo: WaitingPhoto,
    projectId: string,
    bytes: ArrayBuffer,
    stop: AbortSignal,
  ) => Promise<PhotoAnswer<string>>;
}

export interface PhotoWireOptions {
  readonly fetch: (path: string, init: RequestInit) => Promise<Pick<Response, "status" | "text">>;
  readonly later: Later;
  /** Whose photos they are: with somebody else's cookie nothing is sent. */
  readonly userId: string;
}

const refusalSchema = z.object({
  error: z.object({ code: z.string(), retryable: z.boolean() }),
});
const uploadSchema = z.object({ id: z.string() });

export function createPhotoWire({ fetch, later, userId }: PhotoWireOptions): PhotoWire {
  const ask = async <T>(
    path: string,
    { schema, stop, patience = 0, ...init }: Question<T>,
  ): Promise<PhotoAnswer<T>> => {
    const overdue = new AbortController();
    const inTime = later(() => overdue.abort(), REQUEST_TIMEOUT_MS + patience);
    try {
      const response = await fetch(path, {
        ...init,
        headers: { ...init.headers, [PERSON_HEADER]: userId },
        // Our server never redirects; whoever does is not our server.
        redirect: "error",
        cache: "no-store",
        signal: AbortSignal.any([stop, overdue.signal]),
      });
      return read(response.status, await response.text(), schema);
    } catch {
      return { ok: false, pause: stop.aborted ? "stopped" : "later" };
    } finally {
      inTime();
    }
  };
  const projectOf = (estimateId: string): string =>
    `/api/v1/estimates/${encodeURIComponent(estimateId)}/companycam-project`;
  const askProject: PhotoWire["askProject"] = (estimateId, stop) =>
    ask(projectOf(estimateId), { schema: projectLinkSchema, stop });
  return {
    askProject,
    async wishProject(estimateId, stop) {
      const schema = projectLinkSchema;
      const answer = await ask(projectOf(estimateId), { method: "POST", schema, stop });
      // Whoever only looks at estimates may not have a project made, and may send photos to one.
      const isNotOurs = !answer.ok && "problem" in answer && answer.problem === "not-taken";
      return isNotOurs ? askProject(estimateId, stop) : answer;
    },
    async send(photo, projectId, bytes, stop) {
      const answer = await ask(
        `/api/v1/companycam/projects/${encodeURIComponent(projectId)}/photos`,
        {
          method: "POST",
          headers: {
            "content-type": photo.type,
            "idempotency-key": photo.id,
            "x-captured-at": new Date(photo.capturedAt).toISOString(),
            "content-digest": `sha-256=:${photo.sha256}:`,
          },
          body: bytes,
          schema: uploadSchema,
          stop,
          patience: bytes.byteLength / SLOWEST_BYTES_PER_MS,
        },
      );
      if (!answer.ok) return answer;
      // Whatever answered that was not asked about this photo.
      return answer.value.id === photo.id
        ? { ok: true, value: photo.id }
        : { ok: false, pause: "later" };
    },
  };
}

interface Question<T> extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly schema: z.ZodMiniType<T>;
  readonly stop: AbortSignal;
  /** Milliseconds, besides what every request has. */
  readonly patience?: number;
}

/** Makes sense of an answer, also of one that a network in between invented: that one is no answer. */
function read<T>(status: number, text: string, schema: z.ZodMiniType<T>): PhotoAnswer<T> {
  const body = parse(text);
  if (status >= 200 && status < 300) {
    const parsed = schema.safeParse(body);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, pause: "later" };
  }
  const refusal = refusalSchema.safeParse(body);
  if (!refusal.success) return { ok: false, pause: "later" };
  const { code, retryable } = refusal.data.error;
  if (status === 401) return { ok: false, pause: "signed-out" };
  // 429 and 507 say by themselves that it may be tried again.
  if (retryable || status >= 500) return { ok: false, pause: "later" };
  return { ok: false, problem: problems.get(code) ?? "not-taken" };
}

const problems: ReadonlyMap<string, PhotoProblem> = new Map([
  ["unknown_estimate", "gone"],
  ["no_address", "no-address"],
  ["not_connected", "not-connected"],
  ["body_too_large", "too-large"],
  ["not_a_photo", "not-a-photo"],
  ["id_taken", "key-taken"],
]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
