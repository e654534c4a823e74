import { createHash } from "node:crypto";
import type { PublicJwk } from "./signing-key.ts";

/** A published key set as it goes over the wire. */
export interface JwksDocument {
  readonly body: Buffer;
  /** Of the body, base64url. */
  readonly hash: string;
}

/** All that a public EC key has to say (RFC 7517, 7518). What is not in here is not sent. */
const publicMembers: ReadonlySet<string> = new Set(["kty", "crv", "x", "y", "use", "alg", "kid"]);

/**
 * The set in one canonical order: the same keys are the same bytes on every server.
 *
 * @throws TypeError when a key holds any member besides the public ones. It is thrown where a set is made, before it is
 * published: a private half must not get out even by a bug of ours.
 */
export function jwksDocument(keys: readonly PublicJwk[]): JwksDocument {
  const sorted = keys.toSorted((one, other) => (one.kid < other.kid ? -1 : 1));
  const body = Buffer.from(JSON.stringify({ keys: sorted }));
  assertPublic(body);
  return { body, hash: createHash("sha256").update(body).digest("base64url") };
}

/** Looks at the very bytes, not at what they were made from. */
function assertPublic(body: Buffer): void {
  const set: { keys: object[] } = JSON.parse(body.toString());
  const strange = set.keys.flatMap(Object.keys).find((member) => !publicMembers.has(member));
  if (strange !== undefined)
    throw new TypeError(`a published key must not have the member "${strange}"`);
}
