import type { JobPhoto } from "../../../shared/companycam/job-photos.ts";
import type { photos } from "../../words/photos.ts";
import type { Formats } from "../../words/formats.ts";

type Moment = Pick<Formats, "date" | "time">;

/** "Nov 26, 2026, 9:40 AM · Erin Vega". */
export const photoFacts = (
  { capturedAt, creatorName }: JobPhoto,
  { date, time }: Moment,
): readonly string[] =>
  [`${date(capturedAt)}, ${time(capturedAt)}`, creatorName].filter((fact) => fact !== "");

/** What somebody hears who does not see the picture. */
export const photoName = (photo: JobPhoto, moment: Moment, w: (typeof photos)["en"]): string => {
  const facts = photoFacts(photo, moment).join(", ");
  return photo.description ? `${photo.description}, ${facts}` : w.name(facts);
};

/** The address of a picture for a grid or for a whole screen; with what was drawn on it; null while it is on its way. */
export function pictureAddress({ bytes }: JobPhoto, size: "thumbnail" | "web"): string | null {
  const kinds = size === "thumbnail" ? ["thumbnail", "web"] : ["web", "thumbnail"];
  for (const kind of kinds.flatMap((each) => [`${each}_annotation`, each])) {
    const address = bytes[kind];
    if (address !== undefined) return address;
  }
  return null;
}
