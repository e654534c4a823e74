/** The key with which the sandbox signs ID tokens. Made once per data folder, then kept there. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";

import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";

import type { DocumentFile } from "../../common/store/document-file.ts";

const keyKind = "#key";

export type SigningKey = {
  readonly privateKey: KeyObject;
  readonly kid: string;
  readonly publicJwk: JWK;
};

export async function loadSigningKey(file: DocumentFile): Promise<SigningKey> {
  const [stored] = file.read(keyKind);
  const pem = stored?.[1] ?? createKey(file);
  const privateKey = createPrivateKey(pem);
  const jwk = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, kid, publicJwk: { ...jwk, kid, use: "sig", alg: "RS256" } };
}

function createKey(file: DocumentFile): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  file.write([{ kind: keyKind, key: "id-token", body: pem }]);
  return pem;
}
