import { isSharedFile, type SharedFile } from "../../shared/shared-file.ts";
import { askWorker } from "./worker-storage.ts";

/** What another app has shared with this one and nobody has taken yet. Never throws. */
export async function askSharedFile(): Promise<SharedFile> {
  const answer = await askWorker({ type: "SHARED" });
  return isSharedFile(answer) ? answer : { is: "nothing" };
}

/** Lets go of it. Never throws. */
export async function putSharedFileAway(): Promise<void> {
  await askWorker({ type: "FORGET_SHARED" });
}
