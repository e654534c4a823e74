/** What sessions ask of the server's keys (server/keys). */
export interface Signer {
  /**
   * Signs claims with the present key, adding `iss`, `iat` and `exp`.
   *
   * @returns null when there is no key just now.
   */
  sign(
    claims: Readonly<Record<string, unknown>>,
    options: { readonly typ: string; readonly ttlSeconds: number },
  ): Promise<string | null>;
  /** The claims of a token that one of our keys has signed, that is of this type and not over; else null. */
  verify(
    token: string,
    options: { readonly typ: string },
  ): Promise<Readonly<Record<string, unknown>> | null>;
}

/** A server without keys: there are no leases and no access tokens. */
export const noSigner: Signer = {
  sign: () => Promise.resolve(null),
  verify: () => Promise.resolve(null),
};
