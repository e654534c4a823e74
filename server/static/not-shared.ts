import type { Context } from "hono";
import { MAX_SHARED_BYTES, NOT_RECEIVED, SHARE_ADDRESS } from "../../shared/shared-file.ts";
import { MAX_SHARED_PHOTOS_BYTES } from "../../shared/shared-photos.ts";

/** A share is never larger: the worker would not take it either. */
const MOST_BYTES = MAX_SHARED_PHOTOS_BYTES + MAX_SHARED_BYTES;
/** Some photos over a line of a megabit a second. */
const MOST_MS = 120_000;

/** Nearly nobody is without a worker: more than that is no share, and is given no memory. */
const MOST_AT_ONCE = 8;

let passing = 0;

/**
 * Answers a share that has reached the server, because no service worker stood before it: it keeps nothing of what it
 * holds, which belongs on the tablet, and sends the person to the screen that says what to do.
 */
export const notShared = async (context: Context): Promise<Response> => {
  // A browser whose photos are cut off shows its own "connection reset", and never the answer: they are let pass.
  const { raw } = context.req;
  const isTooLarge = Number(raw.headers.get("content-length")) > MOST_BYTES;
  const hasPassed = !isTooLarge && passing < MOST_AT_ONCE && (await letPass(raw.body));
  if (!hasPassed) context.header("connection", "close");
  return context.redirect(`${SHARE_ADDRESS}${NOT_RECEIVED}`, 303);
};

/** Reads a body to its end and keeps nothing of it. @returns false where it is too large, too slow, or breaks off. */
async function letPass(body: ReadableStream<Uint8Array> | null): Promise<boolean> {
  if (!body) return true;
  const reader = body.getReader();
  const giveUp = (): void => void reader.cancel().catch(() => undefined);
  let isLate = false;
  passing += 1;
  const late = setTimeout(() => {
    isLate = true;
    giveUp();
  }, MOST_MS);
  try {
    for (let bytes = 0; bytes <= MOST_BYTES;) {
      const { done, value } = await reader.read();
      if (done) return !isLate;
      bytes += value.byteLength;
    }
    giveUp();
    return false;
  } catch {
    return false;
  } finally {
    passing -= 1;
    clearTimeout(late);
  }
}
