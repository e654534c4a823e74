import type { PriceBookFault } from "../../shared/pricing/price-book-fault.ts";
import type { EstimateFault } from "../../shared/pricing/wire/estimate-fault.ts";

/** Why a calculation is not made. */
export type CalculationRefusal =
  | { readonly code: "body_not_json" }
  /** Another content type than JSON. */
  | { readonly code: "not_json_type" }
  | { readonly code: "body_too_large" }
  /** Others' bodies take all the room there is for them just now. */
  | { readonly code: "unavailable" }
  | { readonly code: "request_invalid"; readonly faults: readonly EstimateFault[] }
  | { readonly code: "estimate_invalid"; readonly faults: readonly EstimateFault[] }
  | { readonly code: "price_book_invalid"; readonly faults: readonly PriceBookFault[] }
  /** Nobody else's records can be told from none. */
  | { readonly code: "estimate_unknown"; readonly id: string }
  /** `id` is null where the company has none at all. */
  | { readonly code: "price_book_unknown"; readonly id: string | null }
  | { readonly code: "trace_too_large" };

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CalculationRefusal };

export const refusal = (
  error: CalculationRefusal,
): { readonly ok: false; readonly error: CalculationRefusal } => ({ ok: false, error });
