import { createHash } from "node:crypto";

/** SHA-256 of texts in their order, told apart from one another. */
export function contentHash(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest("base64url");
}
