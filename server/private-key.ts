import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";

/** Reads an RSA private key in PEM; says in words, without the file's content, why one cannot be used. */
export function readPrivateKey(
  file: string,
): { readonly ok: true; readonly pem: string } | { readonly ok: false; readonly problem: string } {
  let pem: string;
  try {
    pem = readFileSync(file, "utf8");
  } catch {
    return { ok: false, problem: `names ${file}, which cannot be read` };
  }
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "rsa"
      ? { ok: true, pem }
      : { ok: false, problem: `names ${file}, whose key is not an RSA key` };
  } catch {
    return { ok: false, problem: `names ${file}, which is not a private key in PEM` };
  }
}
