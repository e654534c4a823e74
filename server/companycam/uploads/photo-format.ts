/** The kinds of images that photos are, by their first bytes: what a sender calls them is not believed. */
export type PhotoType = "image/jpeg" | "image/png" | "image/webp" | "image/heic";

/** Bytes that are enough to tell. */
export const SNIFFED_BYTES = 16;

const heicBrands = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"]);

/** @returns null for what is none of them. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  const text = (from: number, to: number): string =>
    Buffer.from(bytes.subarray(from, to)).toString("latin1");
  if (text(0, 3) === "\u00ff\u00d8\u00ff") return "image/jpeg";
  if (text(0, 8) === "\u0089PNG\r\n\u001a\n") return "image/png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "image/webp";
  if (text(4, 8) === "ftyp" && heicBrands.has(text(8, 12))) return "image/heic";
  return null;
}
