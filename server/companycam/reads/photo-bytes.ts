import { byteBounded } from "../../cache/byte-bounded.ts";
import { cacheHolder } from "../../memory/cache-holders.ts";
import type { Sheddable } from "../../memory/memory-watch.ts";
import type { PhotoType } from "../../../shared/companycam/photo-format.ts";
import { photoTypeOf, SNIFFED_BYTES } from "../../../shared/companycam/photo-format.ts";

/** Thumbnails have some 20 KB, pictures for a screen some 150 KB: an afternoon's browsing. */
const HELD_BYTES = 8_000_000;
/** Larger ones are passed on as they come and not held. */
const LARGEST_HELD_BYTES = 500_000;
/** As large as a photo that we take in may be, and a little. */
const MOST_BYTES = 30_000_000;
/** Until we hold it or begin to pass it on, then for each piece: an original takes minutes to a tablet with little signal. */
const TIMEOUT_MS = 20_000;

export interface PhotoBytes {
  readonly type: PhotoType;
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

export type BytesAnswer =
  | { readonly ok: true; readonly value: PhotoBytes; readonly isHeld: boolean }
  | { readonly ok: false; readonly error: "untrusted_address" | "unavailable" | "not_a_photo" };

type Held = PhotoBytes & { readonly body: Uint8Array<ArrayBuffer> };

export interface PhotoFetcher {
  /** @param key of exactly these bytes: photo, kind and version. */
  fetch(key: string, uri: string): Promise<BytesAnswer>;
  /** What is held of them, so that memory can be given back. */
  readonly holder: Sheddable;
}

/**
 * Fetches pictures from where CompanyCam keeps them, without our token: that host is not CompanyCam's API. What does not
 * begin like an image is not passed on, whatever it is called.
 *
 * @param apiUrl pictures may also be on the API's own host: there they are in a sandbox.
 */
export function createPhotoFetcher(apiUrl: string, timeoutMs: number = TIMEOUT_MS): PhotoFetcher {
  const held = byteBounded<Held>(HELD_BYTES);
  const flights = new Map<string, Promise<BytesAnswer>>();
  return {
    async fetch(key, uri) {
      const known = held.get(key);
      if (known) return { ok: true, value: known, isHeld: true };
      const flight = flights.get(key);
      if (!flight) return startFlight(key, uri);
      const answer = await flight;
      // A stream can be read once: who came second asks for one of their own.
      return answer.ok && answer.value.body instanceof ReadableStream
        ? fetchPicture(apiUrl, uri, timeoutMs)
        : answer;
    },
    holder: cacheHolder("companycam.pictures", held),
  };

  function startFlight(key: string, uri: string): Promise<BytesAnswer> {
    const flight = fetchPicture(apiUrl, uri, timeoutMs).then((answer) => {
      flights.delete(key);
      if (answer.ok && answer.value.body instanceof Uint8Array) {
        const { type, body } = answer.value;
        held.set(key, { type, body }, { size: body.length });
      }
      return answer;
    });
    flights.set(key, flight);
    return flight;
  }
}

/** CompanyCam's own hosts over TLS, and the configured one. */
export function isTrusted(uri: string, apiUrl: string): boolean {
  const url = URL.parse(uri);
  if (url === null) return false;
  if (url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === "https:" && /(^|\.)companycam\.com$/.test(url.hostname);
}

async function fetchPicture(apiUrl: string, uri: string, timeoutMs: number): Promise<BytesAnswer> {
  if (!isTrusted(uri, apiUrl)) return { ok: false, error: "untrusted_address" };
  const life = new AbortController();
  /** Ends it all when a step takes too long. */
  const inTime = async <T>(step: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => life.abort(), timeoutMs);
    return step.finally(() => clearTimeout(timer));
  };
  const begin = async (): Promise<BytesAnswer> => {
    const response = await fetch(uri, { redirect: "manual", signal: life.signal });
    if (response.status !== 200 || response.body === null) {
      await response.body?.cancel();
      return { ok: false, error: "unavailable" };
    }
    const reader = response.body.getReader();
    return readPicture({
      read: () => inTime(reader.read()),
      cancel: (reason) => reader.cancel(reason),
    });
  };
  try {
    return await inTime(begin());
  } catch {
    return { ok: false, error: "unavailable" };
  }
}

type Reader = Pick<ReadableStreamDefaultReader<Uint8Array>, "read" | "cancel">;

/** Reads until it is all here or too large to be held; the rest is passed on as it comes. */
async function readPicture(reader: Reader): Promise<BytesAnswer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isEnd = false;
  while (!isEnd && size <= LARGEST_HELD_BYTES) {
    const { done, value } = await reader.read();
    isEnd = done;
    if (value) parts.push(value);
    size += value?.length ?? 0;
  }
  const bytes = new Uint8Array(Buffer.concat(parts));
  const type = photoTypeOf(bytes.subarray(0, SNIFFED_BYTES));
  if (type === null) {
    await reader.cancel();
    return { ok: false, error: "not_a_photo" };
  }
  const whole = isEnd ? bytes : passedOn(bytes, reader);
  return { ok: true, value: { type, body: whole }, isHeld: false };
}

function passedOn(first: Uint8Array<ArrayBuffer>, reader: Reader): ReadableStream<Uint8Array> {
  let size = first.length;
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      size += value.length;
      if (size > MOST_BYTES) {
        controller.error(new Error("This picture has no end."));
        await reader.cancel();
        return;
      }
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
