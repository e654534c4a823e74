import { isSharedPhotos, noPhotos, type SharedPhotos } from "../../shared/shared-photos.ts";
import { askWorker } from "./worker-storage.ts";

/** Which photos another app has shared with this one and nobody has filed yet. Never throws. */
export async function askSharedPhotos(): Promise<SharedPhotos> {
  const answer = await askWorker({ type: "SHARED_PHOTOS" });
  return isSharedPhotos(answer) ? answer : noPhotos;
}

/** What is in one of them. `gone`: filed in another window. `silent`: the worker does not answer. Never throws. */
export async function askSharedPhoto(id: string): Promise<ArrayBuffer | "gone" | "silent"> {
  const answer = await askWorker({ type: "SHARED_PHOTO", id });
  if (answer instanceof ArrayBuffer) return answer;
  return answer === null ? "gone" : "silent";
}

/** Lets go of some of them, and of what was refused. Never throws. */
export async function forgetSharedPhotos(ids: readonly string[]): Promise<void> {
  await askWorker({ type: "FORGET_SHARED_PHOTOS", ids });
}
