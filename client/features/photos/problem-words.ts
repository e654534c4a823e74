import type { PhotoProblem } from "../../local/photos/photo-database.ts";
import type { photos } from "../../words/photos.ts";

/** Why a photo does not go out by itself, and what can be done. */
export function problemWords(problem: PhotoProblem, w: (typeof photos)["en"]): string {
  switch (problem) {
    case "gone":
      return w.whyGone;
    case "no-address":
      return w.whyNoAddress;
    case "not-connected":
      return w.whyNotConnected;
    case "project-refused":
      return w.whyProjectRefused;
    case "too-large":
      return w.whyTooLarge;
    case "not-a-photo":
      return w.whyNotAPhoto;
    case "key-taken":
      return w.whyKeyTaken;
    case "not-taken":
      return w.whyNotTaken;
  }
}
