/** Where somebody lands after signing in when they did not come from anywhere in particular. */
const HOME = "/";

/**
 * A path of our own to go back to after signing in. Anything that could lead elsewhere (another origin, a
 * scheme, `//host`, a backslash that browsers read as a slash, a control character) becomes the home page.
 */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[\u0021-\u007e]*$/.test(wanted)) return HOME;
  const base = "http://paintbox.invalid";
  const url = URL.parse(wanted, base);
  if (url === null || url.origin !== base || url.pathname.startsWith("//")) return HOME;
  // Back into the sign-in would go round in circles.
  if (url.pathname.startsWith("/api/")) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}
