/** Where a person signs in; afterwards the server sends them back to `returnTo`, a path of this app. */
export const signInHref = (returnTo: string): string =>
  `/api/session/sign-in?return=${encodeURIComponent(returnTo)}`;
