/**
 * What of an outside system's failure everything around its calls has to know, whichever system it is.
 *
 * - `away`: it cannot answer now. What is remembered of it may be shown, marked as stale.
 * - `absent`: it says that there is no such thing, which may be remembered for a while.
 * - `refused`: it says no. Nothing is remembered, and nothing older is shown in its place.
 */
export interface UpstreamError {
  readonly code: string;
  readonly message: string;
  readonly sort: "away" | "absent" | "refused";
}

export type UpstreamResult<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };
