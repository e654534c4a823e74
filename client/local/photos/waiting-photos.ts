import type { Local } from "../local.ts";
import { photosOf, type PhotoProblem, type WaitingPhoto } from "./photo-database.ts";

type Here = Pick<Local, "database">;

/** How many photos are on this tablet only, and how many of them wait for a person. */
export interface PhotoCount {
  readonly all: number;
  readonly stuck: number;
}

/** Photos of an estimate that are on this tablet only, in the order they go out. */
export const listPhotos = (local: Here, estimateId: string): Promise<readonly WaitingPhoto[]> =>
  photosOf(local).photo.where("estimateId").equals(estimateId).sortBy("filedAt");

/** All of them, in the order they go out. There are some dozens at the most. */
export const listAllPhotos = (local: Here): Promise<readonly WaitingPhoto[]> =>
  photosOf(local).photo.orderBy("filedAt").toArray();

export async function countPhotos(local: Here): Promise<PhotoCount> {
  const photos = await listAllPhotos(local);
  return { all: photos.length, stuck: photos.filter(({ problem }) => problem !== null).length };
}

/** The next to be sent, of estimates that are not skipped; undefined: none. */
export const nextPhoto = (
  local: Here,
  skipped: ReadonlySet<string>,
): Promise<WaitingPhoto | undefined> =>
  photosOf(local)
    .photo.orderBy("filedAt")
    .filter(({ problem, estimateId }) => problem === null && !skipped.has(estimateId))
    .first();

/** Notes where an estimate's photos go, of those that have not been on their way yet. */
export async function noteProject(
  local: Here,
  estimateId: string,
  projectId: string,
): Promise<void> {
  const { photo } = photosOf(local);
  await photo
    .where("estimateId")
    .equals(estimateId)
    .filter((row) => row.projectId === null)
    .modify({ projectId });
}

/** Notes why an estimate's photos do not get further, of those that wait for their project. */
export async function noteNoProject(
  local: Here,
  estimateId: string,
  problem: PhotoProblem,
): Promise<void> {
  const { photo } = photosOf(local);
  await photo
    .where("estimateId")
    .equals(estimateId)
    .filter((row) => row.projectId === null && row.problem === null)
    .modify({ problem });
}

/** Notes why the server does not take a photo. */
export async function notePhotoProblem(
  local: Here,
  id: string,
  problem: PhotoProblem,
): Promise<void> {
  await photosOf(local).photo.update(id, { problem });
}

/** The server has it on its disk: what is here of it goes. */
export async function photoSent(local: Here, id: string): Promise<void> {
  const database = photosOf(local);
  await database.transaction("rw", database.photo, database.bytes, async () => {
    await database.photo.delete(id);
    await database.bytes.delete(id);
  });
}
