import { base64Url, type DeviceKey } from "./device-key.ts";

export interface ProofOptions {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Of this tablet in the list of devices; null until the server has told it. */
  readonly sessionId: string | null;
  /** Unix milliseconds, by the server's clock as far as it is known. */
  readonly now: number;
}

const encoded = (value: object): string =>
  base64Url(new TextEncoder().encode(JSON.stringify(value)));

const ID_BYTES = 16;

/** A proof that a request comes from this tablet, for one method and address, once (RFC 9449). */
export async function makeProof(
  { pair, publicJwk }: DeviceKey,
  { method, url, sessionId, now }: ProofOptions,
): Promise<string> {
  const header = { typ: "dpop+jwt", alg: "ES256", jwk: publicJwk };
  const claims = {
    htm: method,
    htu: url,
    iat: Math.floor(now / 1000),
    jti: base64Url(crypto.getRandomValues(new Uint8Array(ID_BYTES))),
    ...(sessionId !== null && { sid: sessionId }),
  };
  const text = `${encoded(header)}.${encoded(claims)}`;
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const signature = await crypto.subtle.sign(
    algorithm,
    pair.privateKey,
    new TextEncoder().encode(text),
  );
  return `${text}.${base64Url(new Uint8Array(signature))}`;
}
