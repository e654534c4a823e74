/**
 * Whether an answer may be kept: whole, from our own server, and not one that says it is not to be kept. What came from
 * elsewhere unseen (`opaque`) is charged up to 14 MB by Chromium, whatever its size.
 */
export const isKeepable = ({ status, type, redirected, headers }: Response): boolean =>
  status === 200 &&
  (type === "basic" || type === "default") &&
  !redirected &&
  !headers.has("content-range") &&
  !/\bno-store\b/.test(headers.get("cache-control") ?? "");

/**
 * The body, decompressed; null when it is larger than `maxBytes`, of which no more is read than that takes to see.
 *
 * @throws when the answer breaks off: half of a picture is not kept.
 */
export async function readUpTo(
  { body }: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (body) {
    const reader = body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parts.push(read.value);
      length += read.value.byteLength;
      if (length > maxBytes) {
        // Not waited for: of an answer that the page reads as well, it ends with the page's reading.
        void reader.cancel().catch(() => undefined);
        return null;
      }
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
