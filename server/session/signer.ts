type Claims = Readonly<Record<string, unknown>>;

/** What sessions ask of the server's keys. The `KeyRing` of server/keys is one. */
export interface Signer {
  /** Signs claims with the present key, adding `iat` and `exp`; fails when there is no key just now. */
  sign(
    claims: Claims,
    options: { readonly typ: string; readonly ttlMs: number },
  ): Promise<{ readonly ok: true; readonly token: string } | { readonly ok: false }>;
  /** The claims of a token that one of our keys has signed, that is of this type, for this audience, and not over. */
  verify(
    token: string,
    expected: { readonly typ: string; readonly audience: string; readonly issuer: string },
  ): Promise<{ readonly ok: true; readonly claims: Claims } | { readonly ok: false }>;
}
