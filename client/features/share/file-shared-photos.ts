import type { SharedPhoto } from "../../../shared/shared-photos.ts";
import { askSharedPhoto, forgetSharedPhotos } from "../../chrome/shared-photos.ts";
import type { Local } from "../../local/local.ts";
import { filePhoto } from "../../local/photos/file-photo.ts";
import type { SaveResult } from "../../local/save-result.ts";

/** `silent`: the worker does not answer. `not-saved`: this tablet does not take it, and has said why. */
export type FilingEnd = "filed" | "silent" | "not-saved";

/**
 * Files photos under an estimate one by one: first into the person's own storage, then out of the worker's. Stopped in
 * between, a photo is in both under one key, and filing it again files nothing twice.
 */
export async function fileSharedPhotos(
  local: Local,
  estimateId: string,
  photos: readonly SharedPhoto[],
  say: <T>(saving: Promise<SaveResult<T>>) => Promise<SaveResult<T>>,
): Promise<FilingEnd> {
  for (const photo of photos) {
    const bytes = await askSharedPhoto(photo.id);
    if (bytes === "silent") return "silent";
    // Filed in another window meanwhile.
    if (bytes === "gone") continue;
    const filed = await say(filePhoto(local, estimateId, photo, bytes));
    if (!filed.ok) return "not-saved";
    await forgetSharedPhotos([photo.id]);
  }
  return "filed";
}
