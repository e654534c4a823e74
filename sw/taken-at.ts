/** Where a JPEG's Exif stands: within its first segments. */
export const EXIF_WITHIN_BYTES = 128 * 1024;

/** Tags of Exif 2.32: the directory of the camera's own, when the shutter was released, and in which zone. */
const EXIF_DIRECTORY = 0x8769;
const TAKEN = 0x9003;
const TAKEN_ZONE = 0x9011;

/**
 * When a JPEG was taken, by its camera: a form carries no time of its files. Where the camera names no zone it is this
 * tablet's.
 *
 * @param bytes the beginning of the file. @returns Unix milliseconds; null where it says nothing, or nothing sensible.
 */
export function takenAt(bytes: ArrayBuffer): number | null {
  try {
    const tiff = exifIn(new DataView(bytes));
    return tiff && momentIn(tiff);
  } catch (error) {
    // An offset beyond the end: a file that is not as it should be may be a photo all the same.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Walks from segment to segment; null where the picture itself begins before any Exif. */
function exifIn(view: DataView): DataView | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; ;) {
    const marker = view.getUint16(at);
    if (marker < 0xffc0 || marker === 0xffda) return null;
    const length = view.getUint16(at + 2);
    // "Exif" and two noughts.
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966)
      return new DataView(view.buffer, at + 10, length - 8);
    at += 2 + length;
  }
}

function momentIn(tiff: DataView): number | null {
  // "II": the small end first.
  const little = tiff.getUint16(0) === 0x4949;
  const entry = (directory: number, tag: number): number | null => {
    const count = tiff.getUint16(directory, little);
    for (let index = 0; index < count; index += 1) {
      const at = directory + 2 + index * 12;
      if (tiff.getUint16(at, little) === tag) return at;
    }
    return null;
  };
  /** Texts so long stand elsewhere, and the entry says where. */
  const textOf = (directory: number, tag: number, length: number): string => {
    const at = entry(directory, tag);
    if (at === null) return "";
    const from = tiff.getUint32(at + 8, little);
    return Array.from({ length }, (_, index) =>
      String.fromCodePoint(tiff.getUint8(from + index)),
    ).join("");
  };
  const pointer = entry(tiff.getUint32(4, little), EXIF_DIRECTORY);
  if (pointer === null) return null;
  const directory = tiff.getUint32(pointer + 8, little);
  const taken = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(textOf(directory, TAKEN, 19));
  if (!taken) return null;
  const [, year, month, day, time] = taken;
  const zone = /^[+-]\d\d:\d\d$/.exec(textOf(directory, TAKEN_ZONE, 6))?.[0] ?? "";
  const moment = Date.parse(`${year}-${month}-${day}T${time}${zone}`);
  return Number.isFinite(moment) ? moment : null;
}
