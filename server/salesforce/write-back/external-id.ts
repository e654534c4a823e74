import { createHash } from "node:crypto";

/** The one custom field Paintbox needs: Text(36), External ID, Unique, on every object it writes. */
export const EXTERNAL_ID = "Paintbox_Id__c";

/**
 * A UUID (version 8, RFC 9562: from a hash of ours) that is always the same for the same parts, so that a
 * repeated write finds what the first one made. 36 characters, which is what the field holds.
 */
export function derivedId(...parts: readonly string[]): string {
  const bytes = createHash("sha256").update(parts.join("\n")).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80; // version 8
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80; // RFC variant
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
