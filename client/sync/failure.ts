import type { StorageTrouble } from "../local/storage-errors.ts";
import type { ErrorCode } from "../../shared/sync/wire.ts";

/** Why an exchange with the server did not bring an answer we can use. The outbox waits through all of them. */
export type Failure =
  /** No connection, or none within the time we wait. */
  | { readonly kind: "offline" }
  /** Something answered that is not our server: a hotel's sign-in page, a proxy. */
  | { readonly kind: "network-lies" }
  | { readonly kind: "server-away" }
  | { readonly kind: "signed-out" }
  /** Our numbers do not continue the server's; answered by a fork (R1, R3). */
  | { readonly kind: "forked" | "gap" }
  /** The server was restored from a backup; answered by a pull. */
  | { readonly kind: "epoch-changed" }
  /** This version of the app is too old for the server or too new. */
  | { readonly kind: "update-needed" }
  /** Waiting does not help: the server's code says why. */
  | { readonly kind: "refused"; readonly code: ErrorCode }
  /** The server would remove so much that a person has to say yes first (R9). */
  | { readonly kind: "mass-removal" }
  /** This tablet's own storage failed in the middle; the transaction it failed in did nothing. */
  | { readonly kind: "storage"; readonly trouble: StorageTrouble }
  /** We stopped it ourselves. */
  | { readonly kind: "stopped" };

export const failureOf = (code: ErrorCode): Failure => {
  switch (code) {
    case "forked":
    case "gap":
      return { kind: code };
    case "epoch_changed":
      return { kind: "epoch-changed" };
    case "signed_out":
      return { kind: "signed-out" };
    case "protocol_unsupported":
    case "schema_unsupported":
      return { kind: "update-needed" };
    // Whoever asks has refreshed already and was sent to do so again: not a person's matter, and not for long.
    case "refresh_needed":
    case "proof_needed":
    case "storage_full":
    case "unavailable":
    case "rate_limited":
    case "internal":
      return { kind: "server-away" };
    case "body_not_json":
    case "body_invalid":
    case "body_too_large":
    case "forbidden":
    case "not_found":
      return { kind: "refused", code };
  }
};
