import type { Formats } from "../../words/formats.ts";
import type { storage } from "../../words/storage.ts";

type Words = Pick<(typeof storage)["en"], "megabytes" | "kilobytes">;

/** "1.7 MB", "240 KB". A megabyte is a million bytes, as in the cap. */
export const sizeWords = (bytes: number, number: Formats["number"], w: Words): string =>
  bytes >= 1_000_000 || bytes === 0
    ? w.megabytes(number(bytes / 1_000_000))
    : w.kilobytes(number(Math.ceil(bytes / 1000)));
