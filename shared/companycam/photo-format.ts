/** The kinds of images that photos are, by their first bytes: what a sender calls them is not believed. */
export type PhotoType = "image/jpeg" | "image/png" | "image/webp" | "image/heic";

/** Bytes that are enough to tell. */
export const SNIFFED_BYTES = 16;

/** A large photo of a phone, uncropped, has some 12 MB; the server takes no more than this. */
export const MAX_PHOTO_BYTES = 25_000_000;

const heicBrands = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"]);

/** @returns null for what is none of them. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  const text = (from: number, to: number): string =>
    String.fromCodePoint(...bytes.subarray(from, to));
  if (text(0, 3) === "\u00ff\u00d8\u00ff") return "image/jpeg";
  if (text(0, 8) === "\u0089PNG\r\n\u001a\n") return "image/png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "image/webp";
  if (text(4, 8) === "ftyp" && heicBrands.has(text(8, 12))) return "image/heic";
  return null;
}
