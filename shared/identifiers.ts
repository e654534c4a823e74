import * as z from "zod/mini";

/**
 * The id of a record, a mutation or a tablet. Records born on a tablet carry a UUIDv7; customers that
 * came from Salesforce keep their 18-character Salesforce id, so that a mirror run is idempotent.
 */
export const identifierSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/**
 * Begins the id of everything in a sample estimate, which stays on its tablet. Nothing else begins so: a UUID is
 * hexadecimal, and an id of Salesforce has no hyphen.
 */
const SAMPLE = "sample-";

/** The id of something in a sample. */
export const sampleId = (id: string): string => SAMPLE + id;

/** Whether an id is one of a sample's. */
export const isSampleId = (id: string): boolean => id.startsWith(SAMPLE);

/** A UUID in canonical lower-case text: what Salesforce's 36-character `Paintbox_Id__c` holds. */
export const uuidSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** Whether every store can keep a text: Postgres takes no NUL in one. */
export const isPlainText = (text: string): boolean => !text.includes("\0");

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits, so that ids made one after the other
 * sort in that order and stay close together in an index.
 *
 * @param milliseconds Unix time; only locality depends on it, never correctness.
 * @param random at least ten random bytes. Clock and randomness come from outside: shared/ has neither.
 */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = Math.max(0, Math.floor(milliseconds));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70; // version 7
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80; // RFC variant
  const text = Array.from(bytes, hex).join("");
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join("-");
}
