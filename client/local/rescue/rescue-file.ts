/**
 * The rescue file on the outside: docs/rescue-file.md has the layout. Whoever finds one sees how its key is made and
 * nothing of what is in it.
 */

/** First line of every file; a later format has another number. */
const MAGIC = "paintbox-rescue 1\n";
/** What OWASP asks of PBKDF2 with SHA-256 since 2023: about half a second on an old tablet. */
export const PBKDF2_ITERATIONS = 600_000;
/** A header that asks for more would keep a tablet busy for minutes, and none of ours does. */
const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const CHECK_BYTES = 16;
const DIGEST_BYTES = 32;
/** Salt, number of iterations, initialisation vector, check of the passphrase. */
const HEADER_BYTES = SALT_BYTES + 4 + IV_BYTES + CHECK_BYTES;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * - `not-a-rescue-file`: some other file, or one of a later Paintbox. - `damaged`: a byte of it is not as it was written.
 * - `wrong-passphrase`: the file is whole, and this passphrase does not open it.
 */
export type UnsealError = "not-a-rescue-file" | "damaged" | "wrong-passphrase";

export type Unsealed =
  | { readonly ok: true; readonly content: Bytes }
  | { readonly ok: false; readonly error: UnsealError };

export interface SealOptions {
  /** Tests take fewer. */
  readonly iterations?: number | undefined;
}

const magic: Bytes = new TextEncoder().encode(MAGIC);

/** Encrypts and authenticates a content with a passphrase; every file has a salt and a vector of its own. */
export async function seal(
  content: Bytes,
  passphrase: string,
  { iterations = PBKDF2_ITERATIONS }: SealOptions = {},
): Promise<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, iterations);
  const { key, check } = await keysOf(passphrase, salt, iterations);
  const head = joined(magic, salt, count, iv, check);
  const algorithm = { name: "AES-GCM", iv, additionalData: head };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, content));
  const body = joined(head, sealed);
  return joined(body, await digestOf(body));
}

/** Opens what `seal` has made. Changes nothing and never throws: the error says what is the matter with the file. */
export async function unseal(file: Bytes, passphrase: string): Promise<Unsealed> {
  if (!startsWith(file, magic)) return { ok: false, error: "not-a-rescue-file" };
  const smallest = magic.length + HEADER_BYTES + DIGEST_BYTES;
  if (file.length < smallest) return { ok: false, error: "damaged" };
  const body = file.slice(0, -DIGEST_BYTES);
  if (!isEqual(await digestOf(body), file.slice(-DIGEST_BYTES)))
    return { ok: false, error: "damaged" };
  const reader = readerOf(body.slice(magic.length));
  const salt = reader(SALT_BYTES);
  const iterations = new DataView(reader(4).buffer).getUint32(0);
  const iv = reader(IV_BYTES);
  const expected = reader(CHECK_BYTES);
  if (iterations === 0 || iterations > MOST_ITERATIONS) return { ok: false, error: "damaged" };
  const { key, check } = await keysOf(passphrase, salt, iterations);
  if (!isEqual(check, expected)) return { ok: false, error: "wrong-passphrase" };
  const head = body.slice(0, magic.length + HEADER_BYTES);
  try {
    const algorithm = { name: "AES-GCM", iv, additionalData: head };
    const content = await crypto.subtle.decrypt(algorithm, key, body.slice(head.length));
    return { ok: true, content: new Uint8Array(content) };
  } catch {
    // The passphrase is right: somebody has changed the file and its sum with it.
    return { ok: false, error: "damaged" };
  }
}

/**
 * The key, and a value that tells a wrong passphrase from a damaged file. Both come from one derived secret by HKDF, so
 * that the check says nothing about the key and costs a guesser as much as the key does.
 */
async function keysOf(
  passphrase: string,
  salt: Bytes,
  iterations: number,
): Promise<{ readonly key: CryptoKey; readonly check: Bytes }> {
  // Two ways to type one accent are one passphrase.
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveBits"]);
  const secret = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    material,
    256,
  );
  const root = await crypto.subtle.importKey("raw", secret, "HKDF", false, [
    "deriveBits",
    "deriveKey",
  ]);
  const purpose = (name: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(name),
  });
  const cipher = { name: "AES-GCM", length: 256 };
  const [key, check] = await Promise.all([
    crypto.subtle.deriveKey(purpose("paintbox-rescue key"), root, cipher, false, [
      "encrypt",
      "decrypt",
    ]),
    crypto.subtle.deriveBits(purpose("paintbox-rescue check"), root, CHECK_BYTES * 8),
  ]);
  return { key, check: new Uint8Array(check) };
}

const digestOf = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const startsWith = (bytes: Bytes, start: Bytes): boolean =>
  isEqual(bytes.slice(0, start.length), start);

const isEqual = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

function readerOf(bytes: Bytes): (length: number) => Bytes {
  let at = 0;
  return (length) => {
    at += length;
    return bytes.slice(at - length, at);
  };
}
