import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";

/** Below this compressing costs more than the bytes it saves on the way. */
const COMPRESS_FROM_CHARACTERS = 1024;
/** The fastest: on JSON it still leaves a quarter, at some 100 MB a second. */
const QUALITY = 1;
/** Nothing we keep is larger; whatever claims to be was not written by us. */
const MAX_BYTES = 8_000_000;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Marks what comes after it: base64 of brotli. JSON never begins with it. */
const MARK = "~";

/** A text as it is kept in Redis: compressed from a kilobyte on. */
export async function packed(text: string): Promise<string> {
  if (text.length < COMPRESS_FROM_CHARACTERS) return text;
  const bytes = await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
  return `${MARK}${bytes.toString("base64")}`;
}

/** @throws when it is not something that `packed` has made. */
export async function unpacked(text: string): Promise<string> {
  if (!text.startsWith(MARK)) return text;
  const bytes = await decompress(Buffer.from(text.slice(1), "base64"), {
    maxOutputLength: MAX_BYTES,
  });
  return bytes.toString("utf8");
}
