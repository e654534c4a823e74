import { lazyPart } from "../../chrome/lazy-part.ts";
import type { RatePictureProps } from "./rate-picture.tsx";

/** Most numbers are plain: what draws the others comes with the first of them. */
export const ratePicture = lazyPart<RatePictureProps>(
  async () => (await import("./rate-picture.tsx")).RatePicture,
);
