import { generateKeyPair } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export interface KeyFiles {
  readonly privateKeyFile: string;
  readonly publicKeyFile: string;
}

/**
 * The key pair with which the server signs in to the sandbox, made once per data folder. The
 * private half is readable by its owner alone, and exists only when the public half does.
 */
export async function sandboxKeys(folder: string): Promise<KeyFiles> {
  const privateKeyFile = join(folder, "jwt-private.pem");
  const publicKeyFile = join(folder, "jwt-public.pem");
  if (existsSync(privateKeyFile)) return { privateKeyFile, publicKeyFile };
  const pair = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(publicKeyFile, pair.publicKey);
  writeFileSync(`${privateKeyFile}.new`, pair.privateKey, { mode: 0o600 });
  renameSync(`${privateKeyFile}.new`, privateKeyFile);
  return { privateKeyFile, publicKeyFile };
}
