import { watchQuery } from "../live-query.ts";
import type { Local } from "../local.ts";
import { photosOf } from "./photo-database.ts";
import { countPhotos, type PhotoCount } from "./waiting-photos.ts";

/**
 * Calls back with how many photos wait, now and whenever that changes, in any tab.
 *
 * @returns stops it.
 */
export const watchPhotos = (local: Local, listener: (count: PhotoCount) => void): (() => void) =>
  watchQuery(
    photosOf(local).readable,
    () => countPhotos(local),
    listener,
    (error) => {
      throw error;
    },
  );
