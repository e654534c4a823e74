import type { ProjectLink } from "../../../../shared/companycam/job-photos.ts";
import type { Local } from "../../../local/local.ts";
import { filePhoto } from "../../../local/photos/file-photo.ts";
import type { PhotoProblem } from "../../../local/photos/photo-database.ts";
import { listAllPhotos } from "../../../local/photos/waiting-photos.ts";
import { valueOf } from "../../../local/testing/sample-records.ts";
import type { PhotoAnswer, PhotoWire } from "../photo-wire.ts";

/** A server in memory that keeps the rules of ours: a key is taken once, and under one key goes one project. */
export interface PhotoServer {
  readonly wire: PhotoWire;
  /** What each estimate's project is; wished for, it is found at the next question. */
  readonly links: Map<string, ProjectLink>;
  /** The keys it has, in the order that they came. */
  readonly photos: () => readonly string[];
  /** Where each of them is. */
  readonly projects: Map<string, string>;
  isAway: boolean;
  /** Said to every photo. */
  problem: PhotoProblem | null;
  /** Answers that get lost on the way, after it has done the work. */
  lose: number;
  /** Every request, in words. */
  readonly asked: string[];
}

const waiting: ProjectLink = { state: "waiting", projectId: null, message: null };
const none: ProjectLink = { state: "none", projectId: null, message: null };
export const linkedTo = (projectId: string): ProjectLink => ({
  state: "linked",
  projectId,
  message: null,
});

export function createPhotoServer(): PhotoServer {
  const projects = new Map<string, string>();
  const links = new Map<string, ProjectLink>();
  const server: PhotoServer = {
    links,
    projects,
    photos: () => [...projects.keys()],
    isAway: false,
    problem: null,
    lose: 0,
    asked: [],
    wire: {
      wishProject: (estimateId) =>
        answer(`wish ${estimateId}`, () => {
          const link = links.get(estimateId);
          if (link && link.state !== "refused" && link.state !== "none") return link;
          links.set(estimateId, linkedTo(`project-of-${estimateId}`));
          return waiting;
        }),
      askProject: (estimateId) => answer(`ask ${estimateId}`, () => links.get(estimateId) ?? none),
      send: async ({ id }, projectId) => {
        const known = projects.get(id);
        const isOther = known !== undefined && known !== projectId;
        const problem = server.problem ?? (isOther ? "key-taken" : null);
        if (problem !== null && !server.isAway) return { ok: false, problem };
        return answer(`send ${id}`, () => {
          projects.set(id, projectId);
          return id;
        });
      },
    },
  };
  function answer<T>(what: string, work: () => T): Promise<PhotoAnswer<T>> {
    server.asked.push(what);
    if (server.isAway) return Promise.resolve({ ok: false, pause: "later" });
    const value = work();
    if (server.lose === 0) return Promise.resolve({ ok: true, value });
    server.lose -= 1;
    return Promise.resolve({ ok: false, pause: "later" });
  }
  // Linked from the start, where a test says nothing of it.
  links.set("e1", linkedTo("project-of-e1"));
  return server;
}

/** Files photos with these keys under an estimate. */
export async function fileSome(
  local: Local,
  estimateId: string,
  ...ids: readonly string[]
): Promise<void> {
  for (const id of ids) {
    const bytes = new TextEncoder().encode(`photo ${id}`);
    const about = { id, name: `${id}.jpg`, type: "image/jpeg", bytes: 7, capturedAt: 1 } as const;
    valueOf(await filePhoto(local, estimateId, about, bytes.buffer));
  }
}

/** The keys that are on the tablet. */
export const photosHere = async (local: Local): Promise<readonly string[]> =>
  (await listAllPhotos(local)).map(({ id }) => id);
