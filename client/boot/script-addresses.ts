/** The browser's own, where it has Trusted Types; TypeScript's library does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ): unknown;
}

/** Files of our own build: scripts by the hash in their name, and the service worker. */
const OURS = /^\/(assets\/[\w.-]+\.js|sw\.js)$/;

/** Itself when it is the address of one of our files, else null. */
export function scriptAddress(address: string, page: string): string | null {
  const url = URL.parse(address, page);
  const isOurs = url?.origin === new URL(page).origin && OURS.test(url.pathname);
  return isOurs ? address : null;
}

/**
 * The one policy that the server's Content-Security-Policy allows: text becomes the address of a script or a worker
 * only when it is one of our own files, and never markup or code. It is the default one, because the libraries that
 * start workers know nothing of policies. Call before anything starts one.
 */
export function trustOwnScripts(): void {
  if (!("trustedTypes" in window)) return;
  const types = window.trustedTypes;
  if (isTrustedTypes(types))
    types.createPolicy("default", {
      createScriptURL: (address) => scriptAddress(address, location.href),
    });
}

const isTrustedTypes = (value: unknown): value is TrustedTypes =>
  typeof value === "object" && value !== null && "createPolicy" in value;
