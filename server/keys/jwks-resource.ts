import type { ErrorBody } from "../../shared/sync/wire.ts";
import { type ReadyResource, type Representation, representation } from "../ready/ready-answer.ts";
import type { JwksDocument } from "./jwks-document.ts";
import { JWKS_MAX_AGE_S, JWKS_STALE_IF_ERROR_S, JWKS_STALE_S } from "./key-times.ts";

const KEY_SET = "application/jwk-set+json";
const JSON_TYPE = "application/json";

/** Keys come within seconds of being made; a verifier that asks more often gains nothing. */
const RETRY_AFTER_S = 30;

const common = {
  "access-control-allow-origin": "*",
  "x-content-type-options": "nosniff",
  vary: "accept",
};

interface Representations {
  readonly of: JwksDocument;
  readonly keySet: Representation;
  readonly json: Representation;
}

/**
 * The published key set. Without one it is 503 and never an empty set: verifiers keep an empty set and refuse every
 * token for as long as they do.
 *
 * @param document the set as it stands; the same one until it changes.
 */
export function jwksResource(document: () => JwksDocument | null): ReadyResource {
  let made: Representations | null = null;
  return {
    isForAllOrigins: true,
    ready(accept) {
      const now = document();
      if (now === null) return none;
      if (made?.of !== now) made = representationsOf(now);
      return prefersJson(accept) ? made.json : made.keySet;
    },
  };
}

function representationsOf(document: JwksDocument): Representations {
  const { body, hash } = document;
  const as = (type: string, etag: string): Representation =>
    representation({
      status: 200,
      headers: { ...common, "content-type": type, "cache-control": cacheControl },
      body,
      etag,
    });
  return {
    of: document,
    keySet: as(KEY_SET, `"${hash}"`),
    // The same bytes under another type are another representation: it has a tag of its own.
    json: as(JSON_TYPE, `"${hash}.json"`),
  };
}

const cacheControl = [
  "public",
  `max-age=${JWKS_MAX_AGE_S}`,
  `s-maxage=${JWKS_MAX_AGE_S}`,
  `stale-while-revalidate=${JWKS_STALE_S}`,
  `stale-if-error=${JWKS_STALE_IF_ERROR_S}`,
].join(", ");

const errorBody: ErrorBody = {
  error: {
    code: "unavailable",
    message: "This server has no keys to publish yet.",
    retryable: true,
  },
};

const none = representation({
  status: 503,
  headers: {
    ...common,
    "content-type": JSON_TYPE,
    "cache-control": "no-store",
    "retry-after": String(RETRY_AFTER_S),
  },
  body: Buffer.from(JSON.stringify(errorBody)),
  etag: null,
});

/** Whether somebody knows the plain type only, or likes it better. A wildcard takes the set's own type. */
function prefersJson(accept: string | undefined): boolean {
  if (accept === undefined || !accept.includes(JSON_TYPE)) return false;
  const weight = (type: string): number => {
    const entry = accept.split(",").find((each) => each.split(";", 1)[0]?.trim() === type);
    if (entry === undefined) return 0;
    return Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1);
  };
  return weight(JSON_TYPE) > weight(KEY_SET);
}
