/** Which kind of record the first three characters of an id name. */
export const KEY_PREFIX = { Account: "001", Contact: "003", Opportunity: "006" } as const;
export type ReadableObject = keyof typeof KEY_PREFIX;

const CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** The three characters that say which of the fifteen are capitals: five at a time, the first one lowest. */
function checksumOf(shortId: string): string {
  let checksum = "";
  for (let start = 0; start < shortId.length; start += 5) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1)
      if (/[A-Z]/.test(shortId.charAt(start + index))) bits |= 1 << index;
    checksum += CHECKSUM.charAt(bits);
  }
  return checksum;
}

/**
 * An id of this kind of record in its 18 characters; null for what is none. The short form of 15 is completed, of the
 * long one the checksum has to be right: an id that lost its capitals on the way names nothing, or something else.
 */
export function recordIdOf(object: ReadableObject, text: string): string | null {
  if (!/^[0-9A-Za-z]{15}([0-9A-Z]{3})?$/.test(text) || !text.startsWith(KEY_PREFIX[object]))
    return null;
  const shortId = text.slice(0, 15);
  const whole = shortId + checksumOf(shortId);
  return text.length === 15 || text === whole ? whole : null;
}
