/** The database of the tablet's key: apart from a person's records, which come and go without it. */
const DATABASE = "tablet-key";
const STORE = "key";

/** The tablet's own key. Its private half never leaves the browser: a script may use it and cannot take it away. */
export interface DeviceKey {
  readonly pair: CryptoKeyPair;
  readonly publicJwk: PublicJwk;
  /** RFC 7638. */
  readonly thumbprint: string;
}

/** The public members alone, in the order in which a thumbprint is made of them. */
export interface PublicJwk {
  readonly crv: string;
  readonly kty: string;
  readonly x: string;
  readonly y: string;
}

/**
 * The key of this tablet, made the first time. Null in a browser that has no crypto (plain http) or keeps nothing.
 * A browser that has removed it makes another: to the server that is another tablet, on which somebody signs in again.
 */
export async function deviceKey(databases: IDBFactory = indexedDB): Promise<DeviceKey | null> {
  // On plain http there is none, which lib.dom does not know.
  if (!("subtle" in crypto)) return null;
  try {
    const database = await open(databases);
    try {
      return await describe((await read(database)) ?? (await keep(database, await makePair())));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** Takes the key away for good. */
export const forgetDeviceKey = (databases: IDBFactory = indexedDB): Promise<unknown> =>
  settled(databases.deleteDatabase(DATABASE)).catch(() => undefined);

const makePair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);

async function describe(pair: CryptoKeyPair): Promise<DeviceKey> {
  const {
    crv = "",
    kty = "",
    x = "",
    y = "",
  } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const publicJwk = { crv, kty, x, y };
  const text = new TextEncoder().encode(JSON.stringify(publicJwk));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return { pair, publicJwk, thumbprint: base64Url(digest) };
}

export const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

async function open(databases: IDBFactory): Promise<IDBDatabase> {
  const request = databases.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
  const database = await settled(request);
  // Another tab wants to delete it: let it.
  database.addEventListener("versionchange", () => database.close());
  return database;
}

const read = (database: IDBDatabase): Promise<CryptoKeyPair | undefined> =>
  settled<CryptoKeyPair | undefined>(database.transaction(STORE).objectStore(STORE).get(0));

/** Another tab may have made one meanwhile: the first that is kept is everybody's. */
async function keep(database: IDBDatabase, pair: CryptoKeyPair): Promise<CryptoKeyPair> {
  const store = database.transaction(STORE, "readwrite").objectStore(STORE);
  const first = await settled<CryptoKeyPair | undefined>(store.get(0));
  if (first) return first;
  await settled(store.add(pair, 0));
  return pair;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("no database")));
  });
}
