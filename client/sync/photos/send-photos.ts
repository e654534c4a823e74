import type { Local } from "../../local/local.ts";
import { readPhotoBytes } from "../../local/photos/file-photo.ts";
import {
  nextPhoto,
  noteNoProject,
  notePhotoProblem,
  noteProject,
  photoSent,
} from "../../local/photos/waiting-photos.ts";
import type { WaitingPhoto } from "../../local/photos/photo-database.ts";
import { countWaiting } from "../../local/queries/waiting.ts";
import type { PhotoAnswer, PhotoPause, PhotoWire } from "./photo-wire.ts";

/**
 * How a pass over the photos ended.
 *
 * - `done`: nothing is left that goes out by itself. - `edits-first`: edits wait, and the estimates, and the addresses by
 *   which their projects are found, may be among them. - `looking`: projects are being found or made. - `nobody-asked`:
 *   there are none, and whoever is here may not have any made.
 */
export type PhotoEnd = "done" | "edits-first" | "looking" | "nobody-asked" | PhotoPause;

export interface SendPhotosOptions {
  readonly local: Local;
  readonly wire: PhotoWire;
  /** Estimates whose projects were wished for in this life of the app: those are only asked about. */
  readonly wished: Set<string>;
  readonly signal: AbortSignal;
}

/**
 * Sends the photos that wait, one after the other, each with the key that it was given when it came. Whatever stops it
 * between two steps, the next pass does the step again: the project is on the disk before the first byte leaves, the
 * server takes a key once, and a photo leaves the tablet after the server has said that it is on its disk.
 */
export async function sendPhotos({
  local,
  wire,
  wished,
  signal,
}: SendPhotosOptions): Promise<PhotoEnd> {
  const skipped = new Set<string>();
  let isLooking = false;
  for (;;) {
    if (signal.aborted) return "stopped";
    const photo = await nextPhoto(local, skipped);
    if (!photo) return isLooking ? "looking" : skipped.size > 0 ? "nobody-asked" : "done";
    if (photo.projectId === null) {
      if ((await countWaiting(local)) > 0) return "edits-first";
      const found = await findProject(photo.estimateId);
      if (found === "waiting" || found === "none") {
        skipped.add(photo.estimateId);
        isLooking ||= found === "waiting";
      } else if (found !== "noted") return found;
    } else {
      const end = await send(photo, photo.projectId);
      if (end !== "settled") return end;
    }
  }

  /** `noted`: what became of it is on the disk, with the photos. */
  async function findProject(
    estimateId: string,
  ): Promise<"noted" | "waiting" | "none" | PhotoPause> {
    const answer = wished.has(estimateId)
      ? await wire.askProject(estimateId, signal)
      : await wire.wishProject(estimateId, signal);
    if (!answer.ok && "pause" in answer) return answer.pause;
    // Where nobody has asked, it is wished for again: whoever is here may be somebody who may by then.
    if (answer.ok && answer.value.state === "none") {
      wished.delete(estimateId);
      return "none";
    }
    wished.add(estimateId);
    if (answer.ok && answer.value.projectId !== null && answer.value.state === "linked") {
      await noteProject(local, estimateId, answer.value.projectId);
      return "noted";
    }
    if (answer.ok && answer.value.state !== "refused") return "waiting";
    // When somebody has put it right and tries again, it is wished for again.
    wished.delete(estimateId);
    await noteNoProject(local, estimateId, answer.ok ? "project-refused" : answer.problem);
    return "noted";
  }

  async function send(photo: WaitingPhoto, projectId: string): Promise<"settled" | PhotoPause> {
    const bytes = await readPhotoBytes(local, photo.id);
    // Removed meanwhile, here or in another tab: then there is nothing to note it on either.
    const answer: PhotoAnswer<string> =
      bytes === null
        ? { ok: false, problem: "not-taken" }
        : await wire.send(photo, projectId, bytes, signal);
    if (answer.ok) await photoSent(local, photo.id);
    else if ("pause" in answer) return answer.pause;
    else await notePhotoProblem(local, photo.id, answer.problem);
    return "settled";
  }
}
