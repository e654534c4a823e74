import { etagMatches } from "../static/etag-matches.ts";

/**
 * Answers that are ready before they are asked for: hot addresses are answered from memory, without a router, middleware or
 * a `Request` (`ready-front.ts`), and by the app as everything else is (`ready-handler.ts`). Both ways go through here.
 */

type Headers = Readonly<Record<string, string>>;

/** One way to say what is at an address, made once. */
export interface Representation {
  readonly status: 200 | 503;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Strong; null for what nobody should compare. */
  readonly etag: string | null;
  /** Of the answer that the asker has this already. */
  readonly notModified: Headers;
}

export interface ReadyResource {
  /** What is ready now for an `Accept` header; null when it has to be worked out first. */
  ready(accept: string | undefined): Representation | null;
  /** Works it out; does not reject. */
  readonly prepare?: () => Promise<void>;
  /** Any site's scripts may read it. */
  readonly isForAllOrigins: boolean;
}

export interface ReadyAnswer {
  readonly status: 200 | 204 | 304 | 503;
  readonly headers: Headers;
  /** Null for HEAD, and where there is none. */
  readonly body: Buffer | null;
}

/** @param headers without `content-length` and `etag`, which are worked out here. */
export function representation({
  status,
  headers,
  body,
  etag,
}: Omit<Representation, "notModified">): Representation {
  const { "content-type": _, ...lasting } = headers;
  const tag = etag === null ? {} : { etag };
  return {
    status,
    body,
    etag,
    headers: { ...headers, ...tag, "content-length": String(body.byteLength) },
    notModified: { ...lasting, ...tag },
  };
}

/** What a request says about how it wants to be answered. */
export interface Asked {
  readonly method: string | undefined;
  readonly accept: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export const isReading = ({ method }: Asked): boolean => method === "GET" || method === "HEAD";

/** The answer to a request; null when the method is not for us, or nothing is ready. */
export function readyAnswer(resource: ReadyResource, asked: Asked): ReadyAnswer | null {
  const { method } = asked;
  if (method === "OPTIONS") return resource.isForAllOrigins ? preflight : null;
  if (!isReading(asked)) return null;
  const ready = resource.ready(asked.accept);
  if (ready === null) return null;
  if (ready.etag !== null && etagMatches(asked.ifNoneMatch, ready.etag))
    return { status: 304, headers: ready.notModified, body: null };
  return {
    status: ready.status,
    headers: ready.headers,
    body: method === "GET" ? ready.body : null,
  };
}

/** What a browser asks before a script of another site may send more than a plain GET. */
const preflight: ReadyAnswer = {
  status: 204,
  headers: {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  },
  body: null,
};
