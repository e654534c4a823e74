import { MAX_PHOTO_BYTES, photoTypeOf, SNIFFED_BYTES } from "../shared/companycam/photo-format.ts";
import {
  MAX_SHARED_PHOTOS,
  MAX_SHARED_PHOTOS_BYTES,
  type PhotoRefusal,
  type RefusedPhoto,
  type SharedPhoto,
  type SharedPhotos,
} from "../shared/shared-photos.ts";
import { EXIF_WITHIN_BYTES, takenAt } from "./taken-at.ts";

/** A photo, and what is in it. Bytes, not a Blob: Safari's private windows keep none. */
export interface PhotoIn {
  readonly photo: SharedPhoto;
  readonly bytes: ArrayBuffer;
}

/** What is to be kept beside those that wait already. */
export interface PhotosIn {
  readonly taken: readonly PhotoIn[];
  readonly refused: readonly RefusedPhoto[];
}

export interface PhotoClock {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A UUID. */
  readonly newId: () => string;
}

/**
 * Chooses from the files of a share the photos that are kept; each of the others has its reason.
 *
 * @param waiting those that were shared before and are not filed yet: they take their part of the limits.
 */
export async function photosIn(
  files: readonly File[],
  waiting: SharedPhotos,
  { now, newId }: PhotoClock,
): Promise<PhotosIn> {
  const taken: PhotoIn[] = [];
  const refused: RefusedPhoto[] = [];
  let count = waiting.photos.length;
  let sum = waiting.photos.reduce((all, { bytes }) => all + bytes, 0);
  for (const file of files) {
    const { name, size } = file;
    const refuse = (why: PhotoRefusal): void => void refused.push({ name, why });
    const type = photoTypeOf(new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer()));
    if (type === null || size < SNIFFED_BYTES) refuse("not-a-photo");
    else if (size > MAX_PHOTO_BYTES) refuse("too-large");
    else if (count === MAX_SHARED_PHOTOS) refuse("too-many");
    else if (sum + size > MAX_SHARED_PHOTOS_BYTES) refuse("no-room");
    else {
      count += 1;
      sum += size;
      const bytes = await file.arrayBuffer();
      // A clock that went wrong, in a camera or here: nothing was taken in the future.
      const capturedAt = Math.min(takenAt(bytes.slice(0, EXIF_WITHIN_BYTES)) ?? now(), now());
      taken.push({ photo: { id: newId(), name, type, bytes: size, capturedAt }, bytes });
    }
  }
  return { taken, refused };
}
