/**
 * Salesforce record ids: 15 characters that depend on case, or 18 with a checksum of the case.
 * Both forms name the same record; the server always answers with 18.
 */

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const checksumAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Appends the checksum: one character for each five, a bit for every capital letter. */
export function toLongId(shortId: string): string {
  let suffix = "";
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const character = shortId.charAt(chunk + index);
      if (character >= "A" && character <= "Z") bits |= 1 << index;
    }
    suffix += checksumAlphabet.charAt(bits);
  }
  return shortId + suffix;
}

/**
 * Reads an id of either length. Of an 18-character id the checksum decides, not the case of the
 * rest, because spreadsheets and URLs lose case: the capitals are restored from it.
 * @returns the 18-character id, or undefined when this is no id
 */
export function parseRecordId(input: string): string | undefined {
  if (/^[0-9A-Za-z]{15}$/.test(input)) return toLongId(input);
  if (!/^[0-9A-Za-z]{18}$/.test(input)) return undefined;
  const suffix = input.slice(15).toUpperCase();
  let restored = "";
  for (let index = 0; index < 15; index += 1) {
    const bits = checksumAlphabet.indexOf(suffix.charAt(Math.floor(index / 5)));
    if (bits < 0) return undefined;
    const character = input.charAt(index);
    restored += bits & (1 << (index % 5)) ? character.toUpperCase() : character.toLowerCase();
  }
  const id = toLongId(restored);
  return id.slice(15) === suffix ? id : undefined;
}

/** The n-th id of an object: prefix, the sandbox's pod "Pb0", nine digits in base 62, checksum. */
export function makeRecordId(keyPrefix: string, count: number): string {
  let rest = count;
  let digits = "";
  while (digits.length < 9) {
    digits = alphabet.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return toLongId(`${keyPrefix}Pb0${digits}`);
}
