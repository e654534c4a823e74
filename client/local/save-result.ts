/** Why an edit was not saved. Nothing of it was written. */
export type SaveError =
  /** A value the estimate cannot hold; `message` names the field, for logs. */
  | { readonly code: "invalid"; readonly message: string }
  /** Painters look at estimates and change nothing. */
  | { readonly code: "read_only" }
  /** The record is gone: removed here or on another tablet. */
  | { readonly code: "missing" }
  /** No price book has come from the server yet: there is nothing to price a new estimate with. */
  | { readonly code: "no_price_book" }
  /** The price book or its draft is not what was about to be published: look at it again. */
  | { readonly code: "book_changed" }
  /** The customer agreed to this estimate; it is reopened before it is changed. */
  | { readonly code: "accepted" }
  /** Two people have changed the same thing; that is settled before anybody accepts. */
  | { readonly code: "open_conflicts" }
  | { readonly code: "storage_full" }
  /** A newer version of the app took over the database: reload. */
  | { readonly code: "closed" }
  | { readonly code: "storage_failed"; readonly message: string };

/** What an action resolves with. `ok` means: on this tablet's disk, after the strict transaction completed. */
export type SaveResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SaveError };
