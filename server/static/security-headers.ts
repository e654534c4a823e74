/** Everything the app runs comes from its own origin; pictures may also be made on the tablet. */
const pagePolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  // Text becomes neither markup nor a script's address, except through the one policy of ours that lets pass what is
  // in our own files (client/chrome/script-addresses.ts).
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/** An answer of the API is data, whatever a browser is made to take it for. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** A year, with all subdomains. Only where there is TLS to insist on. */
const transport = (publicUrl: string): Readonly<Record<string, string>> =>
  publicUrl.startsWith("https:")
    ? { "strict-transport-security": "max-age=31536000; includeSubDomains" }
    : {};

/** What every page and file is sent with. */
export const securityHeaders = (publicUrl: string): Readonly<Record<string, string>> =>
  Object.freeze({
    "content-security-policy": pagePolicy,
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    // The camera is for photos of a job; a painter's tablet has no other use for its sensors.
    "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    ...transport(publicUrl),
  });

/** What every answer of the API is sent with, unless its handler knows better. */
export const apiHeaders = (publicUrl: string): Readonly<Record<string, string>> =>
  Object.freeze({
    "content-security-policy": API_POLICY,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    ...transport(publicUrl),
  });
