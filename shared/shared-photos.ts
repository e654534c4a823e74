import type { PhotoType } from "./companycam/photo-format.ts";

/**
 * Photos that another app has handed to the installed app, as the worker keeps them until they are filed under an estimate.
 * They add up: a second share does not put the first away.
 */
export interface SharedPhotos {
  readonly photos: readonly SharedPhoto[];
  /** What came with the last share and was not kept. */
  readonly refused: readonly RefusedPhoto[];
}

export interface SharedPhoto {
  /** Made once, when it came: the key by which the server takes it once, however often it is sent. A UUID. */
  readonly id: string;
  readonly name: string;
  readonly type: PhotoType;
  readonly bytes: number;
  /** Unix milliseconds: when it was taken, where its camera says so (Exif); else when it came. */
  readonly capturedAt: number;
}

/**
 * - `not-a-photo`: neither one of the images that CompanyCam takes, by its first bytes, nor a workbook.
 * - `too-large`: over the server's limit. - `too-many`, `no-room`: with those that wait, over ours.
 */
export const refusals = ["not-a-photo", "too-large", "too-many", "no-room"] as const;
export type PhotoRefusal = (typeof refusals)[number];

export interface RefusedPhoto {
  readonly name: string;
  readonly why: PhotoRefusal;
}

/** What somebody picks from a gallery at once; more comes after these are filed. */
export const MAX_SHARED_PHOTOS = 30;
/** Twenty photos of a good phone. The worker has them all in its memory while the form is read. */
export const MAX_SHARED_PHOTOS_BYTES = 100_000_000;

export const noPhotos: SharedPhotos = { photos: [], refused: [] };

/** Whether an answer of the worker, which may be of another build, is one of these. */
export function isSharedPhotos(value: unknown): value is SharedPhotos {
  return (
    typeof value === "object" &&
    value !== null &&
    "photos" in value &&
    Array.isArray(value.photos) &&
    value.photos.every(isPhoto) &&
    "refused" in value &&
    Array.isArray(value.refused) &&
    value.refused.every(isRefused)
  );
}

const isPhoto = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "name" in value &&
  typeof value.name === "string" &&
  "type" in value &&
  typeof value.type === "string" &&
  "bytes" in value &&
  typeof value.bytes === "number" &&
  "capturedAt" in value &&
  typeof value.capturedAt === "number";

const isRefused = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  "why" in value &&
  refusals.some((why) => why === value.why);
